import type { IncomingMessage } from '../incoming.ts';
import type { Settings } from '../settings/schema.ts';
import type { Store, Ticket } from '../store.ts';
import type { Clock } from '../clock.ts';
import { lanes } from '../outbox/delivery.ts';
import { claimTicket, unclaimTicket, type Claimed, type Unclaimed } from '../tickets/claim.ts';
import { closeTicket } from '../tickets/close.ts';
import { say } from '../tickets/notice.ts';
import { may } from '../tickets/permissions.ts';
import type { ReadStanding, Standing } from '../tickets/standing.ts';
import { contentOf } from './content.ts';
import { fromStaff } from './from-staff.ts';
import type { Meet } from './meet.ts';
import { isUnseen, readStaffText, type Reader, type TypedCommand } from './staff-text.ts';

export interface TypedParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly meet: Meet;
  readonly standing: ReadStanding;
  readonly settingsOf: (ticket: Ticket) => Promise<Settings>;
  readonly bot: Reader;
}

/** Somebody typed in a ticket channel: a reply, a command, or something that stays among staff. */
export async function typed(parts: TypedParts, ticket: Ticket, message: IncomingMessage): Promise<void> {
  const settings = await parts.settingsOf(ticket);
  if (message.author.bot && !settings.allowedBots.includes(message.author.id)) return;
  if (isUnseen(message, parts.bot)) return announceUnseen(parts, ticket, message);
  const read = readStaffText(message, settings, parts.bot);
  const enough = settings.claimExclusive || read.is === 'command' ? 'admin' : 'staff';
  const standing: Standing = message.author.bot
    ? 'staff'
    : await parts.standing(
        ticket.guild,
        settings,
        { user: message.author.id, roles: message.roles, permissions: null },
        enough,
      );
  if (read.is === 'command') return runTyped(parts, ticket, settings, message, standing, read.name, read.rest);
  const outcome = await fromStaff(parts, ticket.id, settings, {
    source: `message:${message.id}`,
    by: message.author,
    standing,
    kind: read.is,
    content: { ...contentOf(message), text: read.text },
    anonymous: read.is === 'reply' && read.anonymous,
    replyTo: message.replyTo,
    at: message.sentAt,
    hasWaited: message.fetched === true,
    typed: { channel: message.channel, message: message.id },
  });
  switch (outcome.is) {
    case 'accepted':
    case 'held':
    case 'undelivered':
    case 'seen':
      return;
    default:
      if (read.is === 'reply') await refuseTyped(parts, ticket, settings, message, outcome.is);
  }
}

/** What is typed cannot be read here: a ticket says so once, when it first happens. */
async function announceUnseen(parts: TypedParts, ticket: Ticket, message: IncomingMessage): Promise<void> {
  const now = parts.clock.now();
  await parts.store.transaction(async (tables) => {
    await tables.reading.mark(ticket.bot, message.channel, message.id);
    const notice = { text: 'hint.content-unseen', with: {}, to: 'staff' } as const;
    await say(tables, ticket, notice, `content-unseen:${ticket.id}`, now);
  });
}

async function runTyped(
  parts: TypedParts,
  ticket: Ticket,
  settings: Settings,
  message: IncomingMessage,
  standing: Standing,
  command: TypedCommand,
  rest: string,
): Promise<void> {
  const now = parts.clock.now();
  const person = await parts.meet(message.author);
  const by = { person: person.id, standing };
  const source = `message:${message.id}`;
  const refusal = await parts.store.transaction(async (tables): Promise<Refusal | null> => {
    await tables.reading.mark(ticket.bot, message.channel, message.id);
    if (await tables.entries.bySource(source)) return null;
    if (command === 'claim') return refusalOf(await claimTicket(tables, { ticket, settings, by, source, now }));
    if (command === 'unclaim') return refusalOf(await unclaimTicket(tables, { ticket, settings, by, source, now }));
    if (!may('close', by, ticket, settings).ok) return 'not-staff';
    const comment = rest === '' ? null : rest;
    const request = { by: person.id, cause: 'manual', comment, shareComment: true, notify: null } as const;
    await closeTicket(tables, ticket, request, settings, now);
    return null;
  });
  if (refusal !== null) await refuseTyped(parts, ticket, settings, message, refusal);
}

function refusalOf(outcome: Claimed | Unclaimed): Refusal | null {
  return outcome.is === 'claimed' || outcome.is === 'unclaimed' ? null : outcome.is;
}

const hints = {
  'not-staff': 'hint.not-staff',
  'claimed-by-other': 'hint.claimed-by-other',
  closed: 'hint.closed',
  empty: 'hint.empty-reply',
  'not-claimed': 'answer.not-claimed',
  'not-yours': 'answer.not-yours',
  'yours-already': 'answer.already-yours',
} as const;
type Refusal = keyof typeof hints;

/** ❌ on what was typed, and one line that says why. */
async function refuseTyped(
  parts: TypedParts,
  ticket: Ticket,
  settings: Settings,
  message: IncomingMessage,
  why: Refusal,
): Promise<void> {
  const now = parts.clock.now();
  await parts.store.transaction(async (tables) => {
    await tables.outbox.owe(
      lanes.marks(message.channel),
      { kind: 'mark', channel: message.channel, message: message.id, emoji: '❌' },
      now,
    );
    const current = (await tables.tickets.get(ticket.id)) ?? ticket;
    const filling = { by: current.claimedBy ?? '', prefix: settings.prefix };
    await say(tables, ticket, { text: hints[why], with: filling, to: 'staff' }, `refused:${message.id}`, now);
  });
}
