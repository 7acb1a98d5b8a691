import { ask, interactionTypes } from '../interactions/ask.ts';
import { optionTypes } from '../interactions/command-rules.ts';
import { nothingNamed, resolved, type Named } from '../interactions/resolved.ts';
import { findChannel } from '../lookup.ts';
import type { Wire } from '../objects/wire.ts';
import type { Channel } from '../state.ts';
import { callSlash, commandIn, type Called } from './commands.ts';
import type { Self } from './create-person.ts';
import { fillOptions } from './options.ts';
import type { Answered, Person } from './person.ts';
import { channelOf, impossible, messageOf } from './places.ts';

type Running = Pick<Person, 'runs' | 'runsOn' | 'completes'>;

const messageCommand = 3;

export function running(self: Self): Running {
  const { world } = self;
  return {
    async runs(command, options, where) {
      const channel = channelOf(self, where);
      const called = callSlash(self, command, channel);
      const named = nothingNamed(channel, self.id, called.application.userId);
      const filled = fillOptions(self, called.options, options, named);
      return send(self, interactionTypes.command, called, channel, nest(called, filled), named);
    },
    async runsOn(command, on) {
      const message = messageOf(self, on);
      const channel = findChannel(world, message.channelId);
      const called = { ...commandIn(self, channel, messageCommand, command), path: [], options: [] };
      const named = nothingNamed(channel, self.id, called.application.userId);
      named.messages.push(message);
      return send(self, interactionTypes.command, called, channel, { target_id: message.id }, named);
    },
    async completes(command, option, typed, where) {
      const channel = channelOf(self, where);
      const called = callSlash(self, command, channel);
      const asked = called.options.find(({ name }) => name === option);
      if (asked?.['autocomplete'] !== true) throw impossible(`the option ${option} offers nothing while one types`);
      const named = nothingNamed(channel, self.id, called.application.userId);
      const partial = nest(called, [{ name: option, type: asked['type'], value: typed, focused: true }]);
      const answered = await send(self, interactionTypes.autocomplete, called, channel, partial, named);
      if (answered.failed) throw impossible('loading options failed');
      return world.state.interactions.get(answered.interaction)?.choices ?? [];
    },
  };
}

/** Options sit inside their subcommand, and that in its group. */
function nest({ path }: Called, options: Wire[]): Wire {
  const inner = path.toReversed().reduce((within, { name, type }) => [{ name, type, options: within }], options);
  const empty = path.at(-1)?.type !== optionTypes.subcommand && options.length === 0;
  return empty ? {} : { options: inner };
}

function send(
  self: Self,
  type: number,
  { application, command }: Called,
  channel: Channel,
  data: Wire,
  named: Named,
): Promise<Answered> {
  return ask(self.world, {
    type,
    applicationId: application.id,
    userId: self.id,
    channelId: channel.id,
    messageId: null,
    data: {
      id: command.id,
      name: command.body.name,
      type: command.body.type,
      ...(command.guildId === null ? {} : { guild_id: command.guildId }),
      ...data,
      ...resolved(self.world, named),
    },
  });
}
