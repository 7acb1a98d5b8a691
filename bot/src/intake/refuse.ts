import type { IncomingMessage } from '../incoming.ts';
import type { GuildId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Person, Tables } from '../store.ts';
import type { NotAdmitted } from './admit.ts';

/** The same explanation is not repeated for so long. */
const quietFor = 10 * 60_000;

/** Why a member's message goes nowhere. */
export type Refusal =
  | { readonly is: 'nowhere' }
  | { readonly is: 'too-soon'; readonly until: number; readonly guild: GuildId }
  | { readonly is: 'blocked'; readonly guild: GuildId }
  /** Blocked, and the server wants no word said. */
  | { readonly is: 'blocked-silently' }
  | NotAdmitted;

/** Tells a member in one line why their message went nowhere; nothing of it is left half-made. */
export async function refuseMember(
  tables: Tables,
  person: Person,
  message: Pick<IncomingMessage, 'id' | 'channel'>,
  refusal: Refusal,
  now: number,
): Promise<void> {
  const line = refusalLine(refusal);
  if (line === null) return;
  if (refusal.is === 'too-soon')
    await tables.outbox.owe(
      lanes.marks(message.channel),
      { kind: 'mark', channel: message.channel, message: message.id, emoji: '⏱️' },
      now,
    );
  const guild = 'guild' in refusal ? refusal.guild : null;
  if (!(await tables.intake.mayTell(person.id, [refusal.is, guild].join(' '), now, now + quietFor))) return;
  await tables.outbox.owe(lanes.person(person.id), { kind: 'tell', person: person.id, guild, ...line, at: now }, now);
}

interface Line {
  /** The key of a text; the server's name is added when it is drawn. */
  readonly text: string;
  readonly with: Readonly<Record<string, string | number>>;
}

/** What the member hears; null: nothing. */
export function refusalLine(refusal: Refusal): Line | null {
  switch (refusal.is) {
    case 'nowhere':
      return { text: 'member.no-server', with: {} };
    case 'too-soon':
      return { text: 'member.cooldown', with: { at: refusal.until } };
    case 'blocked':
      return { text: 'member.blocked', with: {} };
    case 'blocked-silently':
      return null;
    case 'paused':
      return pausedLine(refusal);
    case 'account-too-young':
    case 'too-new-here':
      return { text: `member.${refusal.is}`, with: { from: refusal.from } };
    case 'role-missing':
      return { text: 'member.role-missing', with: {} };
  }
}

function pausedLine({ words, until }: Extract<NotAdmitted, { is: 'paused' }>): Line {
  if (words !== null) return { text: 'member.own-words', with: { words } };
  return until === null ? { text: 'member.paused', with: {} } : { text: 'member.paused-until', with: { until } };
}
