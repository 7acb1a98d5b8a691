import type { World } from '../world.ts';
import { clicking } from './clicking.ts';
import type { Person } from './person.ts';
import { existing } from './places.ts';
import { moderating } from './moderating.ts';
import { reacting } from './reacting.ts';
import { relating } from './relating.ts';
import { running } from './running.ts';
import { seeing } from './seeing.ts';
import { submitting } from './submitting.ts';
import { writing } from './writing.ts';

/** One person, and the world they act in. */
export interface Self {
  readonly world: World;
  readonly id: string;
}

/** A person at their client, for a user of the world that is not a bot. Throws when there is no such user. */
export function createPerson(world: World, userId: string): Person {
  const self: Self = { world, id: userId };
  const user = () => existing(world.state.users, userId, 'user');
  if (user().bot) throw new Error(`${user().username} is a bot, not a person`);
  return {
    id: userId,
    get username() {
      return user().username;
    },
    get displayName() {
      return user().globalName ?? user().username;
    },
    ...writing(self),
    ...reacting(self),
    ...clicking(self),
    ...running(self),
    ...submitting(self),
    ...relating(self),
    ...moderating(self),
    ...seeing(self),
  };
}
