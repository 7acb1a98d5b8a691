import type { User } from '../state.ts';
import type { Wire } from './wire.ts';

export function userObject(user: User): Wire {
  void user;
  throw new Error('being written');
}

/** What an account is told of itself. */
export function ownUserObject(user: User): Wire {
  void user;
  throw new Error('being written');
}
