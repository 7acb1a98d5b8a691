import type { Discord, GuildMember } from '../discord.ts';
import type { GuildId } from '../ids.ts';
import { Refused } from '../refusal.ts';
import type { Person } from '../store.ts';
import type { DestinationParts } from './destination.ts';
import type { Server } from './servers.ts';

/** For one message, a member is looked up in so many servers. */
const mostLookUps = 20;
/** For so long a membership is believed. */
const believeMember = 24 * 60 * 60_000;
const believeStranger = 5 * 60_000;

export interface Memberships {
  /** With modmail enabled. */
  readonly servers: readonly Server[];
  /** There are too many servers to look in all of them: the member may be in others as well. */
  readonly mayBeMore: boolean;
}

/**
 * Where the member and the bot both are. Where there are few servers, all are looked in, and the answers remembered; where there are
 * many, only what was learnt before counts, and is looked at again when it is old.
 */
export async function membershipsOf(parts: DestinationParts, person: Person): Promise<Memberships> {
  const enabled = await parts.enabled();
  const known = await parts.store.tables.intake.memberships(person.id, parts.clock.now());
  const mayBeMore = enabled.length > mostLookUps;
  const unsure = enabled.filter(({ guild }) => {
    const membership = known.get(guild);
    return membership === 'was-member' || (membership === undefined && !mayBeMore);
  });
  const found = await lookUp(
    parts,
    person,
    unsure.slice(0, mostLookUps).map(({ guild }) => guild),
  );
  const servers = enabled.filter(({ guild }) => found.get(guild) ?? known.get(guild) === 'member');
  return { servers, mayBeMore };
}

/** Asks Discord, whatever was known. */
export async function isMemberNow(parts: DestinationParts, person: Person, guild: GuildId): Promise<boolean> {
  return (await lookUp(parts, person, [guild])).get(guild) === true;
}

async function lookUp(
  parts: DestinationParts,
  person: Person,
  guilds: readonly GuildId[],
): Promise<ReadonlyMap<GuildId, boolean>> {
  const found = new Map<GuildId, boolean>();
  await Promise.all(guilds.map(async (guild) => found.set(guild, await isMember(parts.discord, guild, person))));
  if (found.size > 0) parts.meanwhile(remember(parts, person, found));
  return found;
}

function remember(
  { store, clock }: DestinationParts,
  person: Person,
  found: ReadonlyMap<GuildId, boolean>,
): Promise<void> {
  const now = clock.now();
  return store.transaction(async (tables) => {
    for (const [guild, member] of found)
      await tables.intake.setMembership(person.id, guild, member, now + (member ? believeMember : believeStranger));
  });
}

async function isMember(discord: Pick<Discord, 'member'>, guild: GuildId, person: Person): Promise<boolean> {
  return (await memberIn(discord, guild, person)) !== null;
}

/** The person as a member of a server; a server that the bot is no longer in has no members for us. */
export async function memberIn(
  discord: Pick<Discord, 'member'>,
  guild: GuildId,
  person: Person,
): Promise<GuildMember | null> {
  try {
    return await discord.member(guild, person.user);
  } catch (error) {
    if (error instanceof Refused && (error.reason === 'no-access' || error.reason === 'unknown-guild')) return null;
    throw error;
  }
}
