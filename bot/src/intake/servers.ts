import type { GuildId } from '../ids.ts';
import type { Person } from '../store.ts';
import type { Settings } from '../settings/schema.ts';
import type { DestinationParts } from './destination.ts';
import { memberIn, membershipsOf } from './memberships.ts';
import type { Refusal } from './refuse.ts';

export interface Server {
  readonly guild: GuildId;
  readonly settings: Settings;
}

export interface SharedServers {
  /** In which the member may open tickets. */
  readonly open: readonly Server[];
  /** Those that block them. */
  readonly blocking: readonly Server[];
  /** The member may be in others as well: there are too many to look in all of them. */
  readonly mayBeMore: boolean;
}

/** The servers with modmail enabled that the member shares with the bot. */
export async function sharedServers(parts: DestinationParts, person: Person): Promise<SharedServers> {
  const { servers, mayBeMore } = await membershipsOf(parts, person);
  const blocking: Server[] = [];
  for (const server of servers) if (await isBlockedIn(parts, person, server.guild)) blocking.push(server);
  return { open: servers.filter((server) => !blocking.includes(server)), blocking, mayBeMore };
}

/** What members may choose from. `both`: those in which they have an anonymous conversation beside the one under their name. */
export interface Choices {
  readonly guilds: readonly GuildId[];
  readonly both: readonly GuildId[];
  readonly mayBeMore: boolean;
}

/** Where they have a conversation already, and where they may open one. */
export async function choicesOf(parts: DestinationParts, person: Person): Promise<Choices> {
  const { open, mayBeMore } = await sharedServers(parts, person);
  const talking = (await parts.store.tables.tickets.openOf(person.id)).map(({ guild }) => guild);
  const both = talking.filter((guild, index) => talking.indexOf(guild) !== index);
  return { guilds: [...new Set([...talking, ...open.map(({ guild }) => guild)])], both, mayBeMore };
}

/** The member, by whatever they are called, or a role of theirs. `asStaffKnow`: what was done to an alias does not count. */
export async function isBlockedIn(
  { clock, store, discord }: Pick<DestinationParts, 'clock' | 'store' | 'discord'>,
  person: Person,
  guild: GuildId,
  asStaffKnow = false,
): Promise<boolean> {
  const now = clock.now();
  const own = await store.tables.blocks.ofPerson(person.id, now);
  if (own.some((block) => block.guild === guild && !(asStaffKnow && block.who.kind === 'alias'))) return true;
  const blocks = await store.tables.blocks.ofRoles(guild, now);
  if (blocks.length === 0) return false;
  const roles: readonly string[] = (await memberIn(discord, guild, person))?.roles ?? [];
  return blocks.some(({ who }) => roles.includes(who.id));
}

/** A server that blocks the member decides alone whether they hear of it. */
export function blockedBy(blocking: readonly Server[]): Refusal {
  const open = blocking.find(({ settings }) => settings.blockNotice === 'message');
  return open === undefined ? { is: 'blocked-silently' } : { is: 'blocked', guild: open.guild };
}
