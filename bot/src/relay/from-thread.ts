import type { Clock } from '../clock.ts';
import type { IncomingMessage } from '../incoming.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Settings } from '../settings/schema.ts';
import type { Store, Tables, Ticket } from '../store.ts';
import { say } from '../tickets/notice.ts';
import { isStillOpen } from '../tickets/open.ts';
import { contentOf, isEmpty } from './content.ts';
import { recordFromMember } from './record-from-member.ts';
import { isUnseen, textToBot, type Reader } from './staff-text.ts';

export interface FromThreadParts {
  readonly clock: Clock;
  readonly store: Pick<Store, 'transaction'>;
  readonly settingsOf: (ticket: Ticket) => Promise<Settings>;
  readonly bot: Reader;
}

/** Somebody wrote in the private thread that a member has instead of their DM. Only what the member writes there is theirs. */
export async function fromThread(parts: FromThreadParts, ticket: Ticket, message: IncomingMessage): Promise<void> {
  const settings = await parts.settingsOf(ticket);
  const now = parts.clock.now();
  await parts.store.transaction(async (tables) => {
    await tables.reading.mark(ticket.bot, message.channel, message.id);
    const person = await tables.people.get(ticket.person);
    if (person === null || person.user !== message.author.id) return;
    if ((await tables.entries.bySource(`message:${message.id}`)) !== null) return;
    if (!(await isStillOpen(tables, ticket))) return tooLate(tables, message, now);
    const said = { ...message, text: textToBot(message.text, parts.bot) };
    if (isUnseen(message, parts.bot) || isEmpty(contentOf(said))) return sayHowToWrite(tables, ticket, parts.bot, now);
    const hasWaited = message.fetched === true;
    await recordFromMember(tables, { ticket, settings, person, message: said, hasWaited, now });
  });
}

/** The ticket is being closed, and the thread with it, or the thread could not be. */
function tooLate(tables: Tables, { channel, id: message }: IncomingMessage, now: number): Promise<void> {
  return tables.outbox.owe(lanes.marks(channel), { kind: 'mark', channel, message, emoji: '❌' }, now);
}

/** Without the Message Content intent nothing is seen of what does not speak to the bot; a ticket says so once. */
async function sayHowToWrite(tables: Tables, ticket: Ticket, bot: Reader, now: number): Promise<void> {
  const notice = { text: 'member.thread-unseen', with: { bot: `<@${bot.user}>` }, to: 'member' } as const;
  await say(tables, ticket, notice, `thread-unseen:${ticket.id}`, now);
}
