import type { Discord, GuildMember } from '../discord.ts';
import { madeAt, type GuildId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Person } from '../store.ts';
import { memberIn } from './memberships.ts';
import type { Server } from './servers.ts';

/** Why a member may not open a ticket in a server; `from` and `until` are epoch milliseconds. */
export type NotAdmitted = { readonly guild: GuildId } & (
  | { readonly is: 'paused'; readonly until: number | null; readonly words: string | null }
  | { readonly is: 'account-too-young' | 'too-new-here'; readonly from: number }
  | { readonly is: 'role-missing' }
);

/** Whether a server takes new tickets now, and this member's. Blocks are looked at before (see servers.ts). */
export async function admit(
  { discord, now }: { readonly discord: Pick<Discord, 'member'>; readonly now: number },
  person: Person,
  server: Server,
): Promise<NotAdmitted | null> {
  const why = speaksAgainst(person, server, 'unknown', now);
  const { timeInServer, role } = server.settings.gates;
  if (why !== null || (timeInServer === 0 && role === null)) return why;
  return speaksAgainst(person, server, await memberIn(discord, server.guild, person), now);
}

/** The same by what is known. `member`: how the server sees the person, null where they are not in it. */
export function speaksAgainst(
  person: Person,
  { guild, settings }: Server,
  member: Pick<GuildMember, 'roles' | 'joinedAt'> | null | 'unknown',
  now: number,
): NotAdmitted | null {
  if (isPaused(settings, now)) {
    const until = typeof settings.paused === 'number' ? settings.paused : null;
    return { is: 'paused', guild, until, words: settings.pausedText };
  }
  const { accountAge, timeInServer, role } = settings.gates;
  const oldEnough = madeAt(person.user) + accountAge;
  if (accountAge > 0 && oldEnough > now) return { is: 'account-too-young', guild, from: oldEnough };
  if (member === 'unknown') return null;
  const longEnough = joinedAt(member, now) + timeInServer;
  if (timeInServer > 0 && longEnough > now) return { is: 'too-new-here', guild, from: longEnough };
  if (role !== null && member?.roles.includes(role) !== true) return { is: 'role-missing', guild };
  return null;
}

function isPaused({ paused }: Settings, now: number): boolean {
  return typeof paused === 'number' ? paused > now : paused;
}

/** Where Discord does not say when, nobody is kept out for it. */
function joinedAt(member: Pick<GuildMember, 'joinedAt'> | null, now: number): number {
  return member === null ? now : (member.joinedAt ?? 0);
}
