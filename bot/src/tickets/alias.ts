import { randomInt } from 'node:crypto';
import type { Blocked } from '../bookkeeping.ts';
import type { Alias, GuildId, PersonId } from '../ids.ts';
import type { Tables, Ticket } from '../store.ts';
import { adjectives, animals } from './alias-words.ts';

/** After so many drawn names that others have, names get a number. */
const withoutNumber = 5;

/**
 * What this member is called in all of their anonymous tickets in this server, made when it is first needed. It is drawn by lot: what
 * is computed from an account could be computed again by whoever wants to know whose it is.
 */
export async function giveAlias(
  { aliases }: Pick<Tables, 'aliases'>,
  guild: GuildId,
  person: PersonId,
): Promise<Alias> {
  for (let turn = 0; ; turn += 1) {
    const known = await aliases.of(guild, person);
    if (known !== null) return known;
    await aliases.give(guild, person, draw(turn < withoutNumber ? 0 : 10 ** Math.min(turn - withoutNumber + 1, 9)));
  }
}

function draw(numbers: number): Alias {
  const name = `${one(adjectives)}-${one(animals)}`;
  return (numbers === 0 ? name : `${name}-${randomInt(2, numbers)}`) as Alias;
}

function one(words: readonly string[]): string {
  return words[randomInt(words.length)] ?? 'quiet';
}

/** What the member of an anonymous ticket is called. */
export async function aliasOf({ aliases }: Pick<Tables, 'aliases'>, { guild, person }: Ticket): Promise<Alias> {
  const alias = await aliases.of(guild, person);
  if (alias === null) throw new Error('an anonymous ticket without an alias');
  return alias;
}

/** The member of a ticket, as far as staff know them. */
export async function memberOf(tables: Pick<Tables, 'aliases'>, ticket: Ticket): Promise<Blocked> {
  if (!ticket.anonymous) return { kind: 'person', id: ticket.person };
  return { kind: 'alias', id: await aliasOf(tables, ticket) };
}
