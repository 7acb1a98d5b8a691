import { Refused } from '../refusal.ts';
import type { Discord } from '../discord.ts';
import type { GuildId } from '../ids.ts';
import type { Person } from '../store.ts';
import type { Settings } from '../settings/schema.ts';
import type { DestinationParts } from './destination.ts';

export interface Server {
  readonly guild: GuildId;
  readonly settings: Settings;
}

/** Of an unknown member, so many servers are looked up. */
const mostLookUps = 20;
/** For so long a membership is believed. */
const believeMember = 60 * 60_000;
const believeStranger = 5 * 60_000;

/** The servers in which a member may open tickets; those that block them are left out. */
export async function serversOf(parts: DestinationParts, person: Person): Promise<readonly Server[]> {
  return (await sharedServers(parts, person)).open;
}

/** The same, and beside them the servers that block the member. */
export async function sharedServers(
  parts: DestinationParts,
  person: Person,
): Promise<{ readonly open: readonly Server[]; readonly blocking: readonly Server[] }> {
  const now = parts.clock.now();
  const shared = await serversWith(parts, person);
  const blocks = await parts.store.tables.blocks.ofPerson(person.id, now);
  const blocking: Server[] = [];
  for (const server of shared) {
    const isBlocked = blocks.some(({ guild }) => guild === server.guild);
    if (isBlocked || (await hasBlockedRole(parts, person, server.guild, now))) blocking.push(server);
  }
  return { open: shared.filter((server) => !blocking.includes(server)), blocking };
}

async function hasBlockedRole(
  { store, discord }: DestinationParts,
  person: Person,
  guild: GuildId,
  now: number,
): Promise<boolean> {
  const blocks = await store.tables.blocks.ofRoles(guild, now);
  if (blocks.length === 0) return false;
  const roles: readonly string[] = (await discord.member(guild, person.user))?.roles ?? [];
  return blocks.some(({ who }) => roles.includes(who.id));
}

/** The servers with modmail enabled that the member shares with the bot. What is not known yet is asked, and remembered. */
async function serversWith(parts: DestinationParts, person: Person): Promise<readonly Server[]> {
  const now = parts.clock.now();
  const enabled = await parts.enabled();
  const known = await parts.store.tables.intake.memberships(person.id, now);
  const unknown = enabled.filter((server) => !known.has(server.guild)).slice(0, mostLookUps);
  const found = new Map(known);
  await Promise.all(unknown.map(async ({ guild }) => found.set(guild, await isMember(parts.discord, guild, person))));
  if (unknown.length > 0)
    await parts.store.transaction(async (tables) => {
      for (const { guild } of unknown) {
        const member = found.get(guild) ?? false;
        await tables.intake.setMembership(person.id, guild, member, now + (member ? believeMember : believeStranger));
      }
    });
  return enabled.filter((server) => found.get(server.guild) === true);
}

/** A server that the bot is no longer in has no members for us. */
async function isMember(discord: Pick<Discord, 'member'>, guild: GuildId, person: Person): Promise<boolean> {
  try {
    return (await discord.member(guild, person.user)) !== null;
  } catch (error) {
    if (error instanceof Refused && (error.reason === 'no-access' || error.reason === 'unknown-guild')) return false;
    throw error;
  }
}
