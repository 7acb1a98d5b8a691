import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { Account } from '../discord.ts';
import type { BotId, ChannelId, UserId } from '../ids.ts';
import type { Person, Store } from '../store.ts';

export type Meet = (account: Account, dm?: ChannelId) => Promise<Person>;

/** Turns a Discord account into our person, keeping name, avatar and DM channel up to date; unchanged ones are not asked for again. */
export function createMeet(parts: {
  readonly bot: BotId;
  readonly store: Pick<Store, 'transaction'>;
  readonly clock: Clock;
}): Meet {
  const known = new LRUCache<UserId, Person>({ max: 5000 });
  return async (account, dm) => {
    const person = known.get(account.id);
    if (person !== undefined && isUnchanged(person, account, dm)) return person;
    const met = await parts.store.transaction((tables) =>
      tables.people.meet(
        {
          bot: parts.bot,
          user: account.id,
          username: account.username,
          displayName: account.displayName,
          avatarUrl: account.avatarUrl,
          ...(dm === undefined ? {} : { dm }),
        },
        parts.clock.now(),
      ),
    );
    known.set(account.id, met);
    return met;
  };
}

function isUnchanged(person: Person, account: Account, dm: ChannelId | undefined): boolean {
  return (
    person.username === account.username &&
    person.displayName === account.displayName &&
    person.avatarUrl === account.avatarUrl &&
    (dm === undefined || person.dm === dm)
  );
}
