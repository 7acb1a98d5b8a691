import type { Blocked } from '../bookkeeping.ts';
import type { Discord } from '../discord.ts';
import type { RoleId, UserId } from '../ids.ts';
import { parseTimestring } from '../settings/timestring.ts';
import type { Store, Ticket } from '../store.ts';
import { memberOf } from '../tickets/alias.ts';
import type { BlockTerms } from '../tickets/block.ts';
import { readEvidence } from '../tickets/evidence.ts';
import type { IsStaff } from '../tickets/is-staff.ts';
import type { Meet } from './meet.ts';
import type { TypedRefusal } from './refuse-typed.ts';
import type { TypedUse } from './typed-command.ts';

export interface TypedBlockParts {
  readonly store: Pick<Store, 'tables'>;
  readonly meet: Meet;
  readonly isStaff: IsStaff;
  readonly memberOf: Discord['member'];
}

/** Whom `!block` or `!unblock` is about, and what stands behind that; or why not. */
export type TypedWhom =
  /** `isStaff`: they answer tickets, so it has to be said twice that they are blocked. */
  | { readonly who: Blocked; readonly rest: string; readonly isStaff: boolean }
  | { readonly refused: Extract<TypedRefusal, 'no-such-member' | `block-${string}`> };

/** A mention, an id or a role at the start; else the member of the ticket. */
export async function readWhom(parts: TypedBlockParts, use: TypedUse): Promise<TypedWhom> {
  const { ticket, settings, message } = use;
  const found = await whom(parts, use);
  if ('refused' in found) return found;
  const isStaff = use.command === 'block' && (await parts.isStaff(ticket.guild, settings, found.who, message));
  return { ...found, isStaff };
}

interface Found {
  readonly who: Blocked;
  readonly rest: string;
}

async function whom(
  parts: TypedBlockParts,
  { ticket, rest: text }: TypedUse,
): Promise<Found | Extract<TypedWhom, { readonly refused: string }>> {
  const [start = '', role, user] = /^(?:<@&(\d+)>|(?:<@!?)?(\d{17,20})>?)(?=\s|$)/.exec(text) ?? [];
  const rest = text.slice(start.length).trimStart();
  if (role === ticket.guild || /^@(?:everyone|here)\b/.test(text)) return { refused: 'block-everyone' };
  if (role !== undefined) return { who: { kind: 'role', id: role as RoleId }, rest };
  if (user === undefined)
    return (await byAlias(parts, ticket, text)) ?? { who: await memberOf(parts.store.tables, ticket), rest };
  const member = await parts.memberOf(ticket.guild, user as UserId);
  if (member?.account.bot) return { refused: 'block-bot' };
  const person =
    member === null
      ? await parts.store.tables.people.byUser(ticket.bot, user as UserId)
      : await parts.meet(member.account);
  return person === null ? { refused: 'no-such-member' } : { who: { kind: 'person', id: person.id }, rest };
}

/** An alias at the start. */
async function byAlias({ store }: TypedBlockParts, { guild }: Ticket, text: string): Promise<Found | null> {
  const [start = ''] = /^[a-z]+-[a-z]+(?:-\d+)?(?=\s|$)/i.exec(text) ?? [];
  const found = start === '' ? null : await store.tables.aliases.whose(guild, start);
  return found && { who: { kind: 'alias', id: found.alias }, rest: text.slice(start.length).trimStart() };
}

/** A length of time at the start (`3 days`, `2h30m`), then the reason, and at its end a link to where one can see why. */
export function readTerms(text: string, now: number): BlockTerms {
  const words = text.split(/\s+/);
  for (const count of [2, 1]) {
    const parsed = parseTimestring(words.slice(0, count).join(' '));
    if ('ms' in parsed && parsed.ms > 0) return { until: now + parsed.ms, ...readWhy(words.slice(count).join(' ')) };
  }
  return { until: null, ...readWhy(text) };
}

function readWhy(text: string): Pick<BlockTerms, 'reason' | 'evidence'> {
  const [last = ''] = /\S*$/.exec(text) ?? [];
  const shown = readEvidence(last);
  const evidence = 'evidence' in shown ? shown.evidence : null;
  const reason = (evidence === null ? text : text.slice(0, -last.length)).trim();
  return { reason: reason === '' ? null : reason, evidence };
}
