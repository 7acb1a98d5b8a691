import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { Account } from '../discord.ts';
import { newId, type BotId, type ChannelId, type PersonId, type UserId } from '../ids.ts';
import type { Person, Store, Tables } from '../store.ts';

export type Meet = (account: Account, dm?: ChannelId) => Promise<Person>;

export interface Acquaintance {
  /** Turns a Discord account into our person, keeping name, avatar, DM channel and locale up to date; unchanged ones are not asked for again. */
  readonly meet: Meet;
  /** The same for whoever writes to the bot. Somebody new is not written down yet, so that no message waits for a commit of theirs. */
  readonly recognise: (account: Account, dm: ChannelId) => Promise<Recognised>;
}

export interface Recognised {
  readonly person: Person;
  /** Writes somebody new down, together with what they wrote. False where they were written down meanwhile, under another id. */
  readonly introduce: (tables: Tables) => Promise<boolean>;
  /** That is committed. */
  readonly introduced: () => void;
}

export function createAcquaintance(parts: {
  readonly bot: BotId;
  readonly store: Pick<Store, 'transaction' | 'tables'>;
  readonly clock: Clock;
}): Acquaintance {
  const known = new LRUCache<UserId, Person>({ max: 5000 });
  const meetIn = ({ people }: Tables, account: Account, dm: ChannelId | undefined, id?: PersonId): Promise<Person> =>
    people.meet({ ...described(parts.bot, account), ...(dm && { dm }), ...(id && { id }) }, parts.clock.now());

  async function meet(account: Account, dm?: ChannelId): Promise<Person> {
    const person = known.get(account.id);
    if (person !== undefined && isUnchanged(person, account, dm)) return person;
    const met = await parts.store.transaction(async (tables) => {
      if (dm !== undefined) await tables.reading.begin(parts.bot, dm, parts.clock.now());
      return meetIn(tables, account, dm);
    });
    known.set(account.id, met);
    return met;
  }

  return {
    meet,
    async recognise(account, dm) {
      const isKnown = known.has(account.id) || (await parts.store.tables.people.byUser(parts.bot, account.id)) !== null;
      if (isKnown) return { person: await meet(account, dm), introduce: async () => true, introduced: () => undefined };
      const person: Person = { id: newId(parts.clock.now()), ...described(parts.bot, account), dm };
      return {
        person,
        introduce: async (tables) => (await meetIn(tables, account, dm, person.id)).id === person.id,
        introduced: () => void known.set(account.id, person),
      };
    },
  };
}

function described(bot: BotId, account: Account): Omit<Person, 'id' | 'dm'> {
  const { id: user, username, displayName, avatarUrl, locale = null } = account;
  return { bot, user, username, displayName, avatarUrl, locale };
}

function isUnchanged(person: Person, account: Account, dm: ChannelId | undefined): boolean {
  return (
    person.username === account.username &&
    person.displayName === account.displayName &&
    person.avatarUrl === account.avatarUrl &&
    (dm === undefined || person.dm === dm) &&
    (account.locale === undefined || person.locale === account.locale)
  );
}
