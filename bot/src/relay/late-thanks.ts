import type { IncomingMessage } from '../incoming.ts';
import type { FirstLook } from '../intake/destination.ts';
import type { GuildId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import { complete } from '../settings/complete.ts';
import type { Settings } from '../settings/schema.ts';
import type { Person, Tables, Ticket } from '../store.ts';
import { aliasOf } from '../tickets/alias.ts';
import { isThanks } from '../tickets/thanks.ts';
import { contentOf } from './content.ts';
import { hideMember } from './hide-member.ts';

interface Said {
  readonly person: Person;
  readonly message: IncomingMessage;
  readonly now: number;
}

/** A thank-you soon after a ticket was closed belongs to that, where the server wants it, and opens no other one. */
export async function takeThanks(tables: Tables, destination: FirstLook, said: Said): Promise<boolean> {
  const over = await justClosed(tables, destination, said);
  if (over === null) return false;
  const content = contentOf(said.message);
  if (!isThanks(content, over.settings)) return false;
  await record(tables, over.ticket, content, said);
  return true;
}

/** Only where the message would begin something: whoever has a conversation open, or has written before and is asked, means that. */
async function justClosed(
  tables: Tables,
  destination: FirstLook,
  { person, message }: Said,
): Promise<{ readonly ticket: Ticket; readonly settings: Settings } | null> {
  const guild = await serverOf(tables, destination, person);
  if (guild === null) return null;
  const [ticket] = await tables.tickets.historyOf(person.id, guild, 1);
  if (ticket?.closedAt === undefined || ticket.closedAt === null || ticket.bot !== person.bot) return null;
  const wasClosed = ticket.closing?.cause === 'manual' || ticket.closing?.cause === 'auto';
  if (!wasClosed || (await tables.intake.kept(person.id)).length > 0) return null;
  const settings = complete((await tables.settings.get(guild))?.values ?? {});
  return settings.lateThanks > 0 && message.sentAt <= ticket.closedAt + settings.lateThanks
    ? { ticket, settings }
    : null;
}

async function serverOf(tables: Tables, destination: FirstLook, person: Person): Promise<GuildId | null> {
  if (destination.is === 'server') return destination.guild;
  const isAsked = destination.is === 'ask' && destination.among === 'servers';
  return isAsked ? ((await tables.intake.lastServer(person.id))?.guild ?? null) : null;
}

/** It stands in the history and in the logs, and in the channel where that is not archived; the member sees that it was heard. */
async function record(
  tables: Tables,
  ticket: Ticket,
  content: ReturnType<typeof contentOf>,
  { person, message, now }: Said,
): Promise<void> {
  const entry = await tables.entries.add({
    ticket: ticket.id,
    kind: 'member',
    author: person.id,
    at: message.sentAt,
    source: `message:${message.id}`,
    content: ticket.anonymous ? hideMember(content, person, await aliasOf(tables, ticket)) : content,
    notice: null,
    replyTo: null,
    anonymous: false,
  });
  if (entry === null) return;
  await tables.entries.setState(entry.id, 'delivered');
  await tables.upkeep.saidLate(ticket.id);
  const { channel, id } = message;
  const original = { entry: entry.id, bot: person.bot, side: 'member', channel, message: id, part: 0 } as const;
  await tables.copies.add({ ...original, original: true, webhook: null });
  await tables.outbox.owe(lanes.marks(channel), { kind: 'mark', channel, message: id, emoji: '❤️' }, now);
  const lane = lanes.staff(ticket.id);
  await tables.outbox.owe(lane, { kind: 'show-late', ticket: ticket.id, entry: entry.id }, now);
  const log = { kind: 'log', ticket: ticket.id, event: 'thanked', entry: entry.id, at: message.sentAt } as const;
  await tables.outbox.owe(lane, log, now);
}
