import { ask, interactionTypes } from '../interactions/ask.ts';
import { parts } from '../interactions/parts.ts';
import { nothingNamed, resolved } from '../interactions/resolved.ts';
import { findChannel } from '../lookup.ts';
import type { Wire } from '../objects/wire.ts';
import type { Message } from '../state.ts';
import type { Self } from './create-person.ts';
import type { Answered, Person } from './person.ts';
import { applicationOf, channelOf, impossible, messageOf } from './places.ts';
import { chooseIn } from './choosing.ts';
import { visibleMessages } from './seeing.ts';

type Clicking = Pick<Person, 'clicks' | 'selects'>;
type Where = Parameters<Person['clicks']>[1];

const button = 2;
const selectTypes: ReadonlySet<unknown> = new Set([3, 5, 6, 7, 8]);

export function clicking(self: Self): Clicking {
  return {
    async clicks(label, where) {
      const { message, part } = find(
        self,
        where,
        (one) => one['type'] === button && [one['label'], one['custom_id'], emojiName(one)].includes(label),
        `button ${label}`,
      );
      if (part['custom_id'] === undefined) throw impossible(`${label} is a link; it tells the bot nothing`);
      return send(self, message, part, {});
    },
    async selects(values, where) {
      const { select } = where;
      const { message, part } = find(
        self,
        where,
        (one) =>
          selectTypes.has(one['type']) &&
          (select === undefined || one['custom_id'] === select || one['placeholder'] === select),
        `select ${select ?? 'menu'}`,
      );
      const named = nothingNamed(
        findChannel(self.world, message.channelId),
        self.id,
        applicationOf(self, message).userId,
      );
      const chosen = chooseIn(self, part, values, named);
      return send(self, message, part, { values: chosen, ...resolved(self.world, named) });
    },
  };
}

/** On the message, or on the newest in the channel that carries such a component. */
function find(self: Self, where: Where, fits: (part: Wire) => boolean, what: string): { message: Message; part: Wire } {
  const messages = where.message
    ? [messageOf(self, where.message)]
    : visibleMessages(self, channelOf(self, where.channel ?? 'dm')).toReversed();
  for (const message of messages) {
    const part = parts(message.components).find(fits);
    if (!part) continue;
    if (part['disabled'] === true) throw impossible(`the ${what} is disabled`);
    return { message, part };
  }
  throw impossible(`there is no ${what} here`);
}

function emojiName(part: Wire): unknown {
  return (part['emoji'] as Wire | undefined)?.['name'];
}

function send(self: Self, message: Message, part: Wire, more: Wire): Promise<Answered> {
  return ask(self.world, {
    type: interactionTypes.component,
    applicationId: applicationOf(self, message).id,
    userId: self.id,
    channelId: message.channelId,
    messageId: message.id,
    data: { component_type: part['type'], custom_id: part['custom_id'], id: part['id'] ?? 0, ...more },
  });
}
