import type { Discord } from '../discord.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { Settings } from '../settings/schema.ts';
import type { Store, Ticket } from '../store.ts';
import type { Clock } from '../clock.ts';
import { dropClaim } from '../tickets/claim.ts';
import { isKeptOut, keepOut } from '../tickets/keep-out.ts';
import { say } from '../tickets/notice.ts';
import type { IsStaff } from '../tickets/is-staff.ts';
import type { ReadStanding, Standing } from '../tickets/standing.ts';
import { contentOf } from './content.ts';
import { fromStaff } from './from-staff.ts';
import type { Meet } from './meet.ts';
import { refuseTyped } from './refuse-typed.ts';
import { isUnseen, readStaffText, type Reader } from './staff-text.ts';
import { runTyped } from './typed-command.ts';

export interface TypedParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly meet: Meet;
  readonly standing: ReadStanding;
  readonly isStaff: IsStaff;
  readonly memberOf: Discord['member'];
  readonly settingsOf: (ticket: Ticket) => Promise<Settings>;
  readonly bot: Reader;
  /** Whether the ticket's member is in the server now. */
  readonly isMember: (ticket: Ticket) => Promise<boolean>;
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
  if (standing === 'none') await lookWhoItIs(parts, ticket, message);
  if (read.is === 'command')
    return runTyped(parts, { ticket, settings, message, standing, command: read.name, rest: read.rest });
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
    case 'pending':
    case 'undelivered':
    case 'seen':
      return;
    default:
      // What is kept among staff is kept; but a thread that is over does not stay open for it.
      if (read.is === 'reply' || (outcome.is === 'closed' && ticket.channelKind !== 'private-channel'))
        await refuseTyped(parts, ticket, settings, message, outcome.is);
  }
}

/** Without the Server Members intent this is how it is noticed that a member came into the thread, and that a claimer is no longer staff. */
async function lookWhoItIs(parts: TypedParts, ticket: Ticket, message: IncomingMessage): Promise<void> {
  const { id } = await parts.meet(message.author);
  const now = parts.clock.now();
  await parts.store.transaction(async (tables) => {
    const current = (await tables.tickets.get(ticket.id)) ?? ticket;
    await dropClaim(tables, current, id, now);
    if (id === ticket.person && isKeptOut(ticket)) await keepOut(tables, ticket, message.id, now);
  });
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
