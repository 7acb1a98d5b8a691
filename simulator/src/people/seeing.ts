import { may, missingAccess } from '../permissions.ts';
import type { Channel, Message } from '../state.ts';
import type { Self } from './create-person.ts';
import type { Person } from './person.ts';
import { placeOf, dmOf, seesChannel, theBot } from './places.ts';

type Seeing = Pick<Person, 'reads' | 'readsDms' | 'sees'>;

export function seeing(self: Self): Seeing {
  return {
    reads(channel) {
      const found = placeOf(self, channel);
      if (!seesChannel(self, found)) throw missingAccess();
      return visibleMessages(self, found);
    },
    readsDms(from) {
      const dm = dmOf(self, theBot(self, from).id);
      return dm ? visibleMessages(self, dm) : [];
    },
    sees(place) {
      const { guilds, channels } = self.world.state;
      const guild = guilds.get(place);
      if (guild) return guild.members.has(self.id);
      const name = place.replace(/^#/, '');
      const meant =
        channels.get(place) ?? [...channels.values()].find((one) => one.name === name && seesChannel(self, one));
      return meant !== undefined && seesChannel(self, meant);
    },
  };
}

/** Oldest first; without Read Message History the channel looks empty. */
export function visibleMessages({ world, id }: Self, channel: Channel): readonly Message[] {
  if (!may(world, id, channel, 'readMessageHistory')) return [];
  const all = [...(world.state.messages.get(channel.id)?.values() ?? [])];
  return all.filter(({ onlyFor }) => onlyFor === null || onlyFor === id);
}
