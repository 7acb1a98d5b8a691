import { pin } from '../acts/pin.ts';
import { react, readEmoji, unreact } from '../acts/react.ts';
import { startTyping } from '../acts/type.ts';
import type { Self } from './create-person.ts';
import type { Person } from './person.ts';
import { channelOf, messageOf } from './places.ts';

type Reacting = Pick<Person, 'reacts' | 'unreacts' | 'startsTyping' | 'pins'>;

export function reacting(self: Self): Reacting {
  const { world, id } = self;
  return {
    async reacts(message, emoji) {
      react(world, id, messageOf(self, message), readEmoji(world, emoji));
    },
    async unreacts(message, emoji) {
      unreact(world, id, messageOf(self, message), readEmoji(world, emoji), id);
    },
    async startsTyping(channel) {
      startTyping(world, id, channelOf(self, channel).id);
    },
    async pins(message) {
      pin(world, id, messageOf(self, message));
    },
  };
}
