import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

import type { Content } from '../src/incoming.ts';
import { newId } from '../src/ids.ts';
import type { BotId, ChannelId, GuildId, MessageId, PersonId, TicketId, UserId } from '../src/ids.ts';
import type { Entry, Person, Store, Tables, Ticket } from '../src/store.ts';
import { openStore } from '../src/store/open.ts';
import { handClock } from './hand-clock.ts';

export const bot = '100000000000000001' as BotId;
export const guild = '200000000000000001' as GuildId;

/** An empty folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store in a folder of its own, closed after the test. */
export async function newStore(clock = handClock()): Promise<Store> {
  const store = await openStore({ dataDir: newFolder(), clock, exclusive: true });
  onTestFinished(() => store.close());
  return store;
}

let last = 1_100_000_000_000_000_000n;
/** An id as Discord gives them, newer than the one before. */
export function snowflake<Of extends ChannelId | MessageId | UserId | GuildId>(): Of {
  last += 4_194_304n;
  return String(last) as Of;
}

export function says(text: string): Content {
  return { text, files: [], stickers: [], embeds: [], poll: null, forwarded: null, unknown: [] };
}

export function meet(tables: Tables, name: string, dm?: ChannelId): Promise<Person> {
  const who = { bot, user: snowflake<UserId>(), username: name, displayName: name, avatarUrl: `https://cdn/${name}` };
  return tables.people.meet(dm === undefined ? who : { ...who, dm }, 1);
}

export function openTicket(tables: Tables, person: PersonId, where = guild, anonymous = false): Promise<Ticket | null> {
  const id = newId<TicketId>(1);
  const parent = snowflake<ChannelId>();
  const how = { channelKind: 'private-thread', parent, openedAt: 1, anonymous } as const;
  return tables.tickets.open({ id, bot, guild: where, person, ...how });
}

export function write(tables: Tables, ticket: TicketId, text: string, source?: string): Promise<Entry | null> {
  return tables.entries.add({
    ticket,
    kind: 'member',
    author: null,
    at: 1,
    source: source ?? `message:${snowflake<MessageId>()}`,
    content: says(text),
    notice: null,
    replyTo: null,
    anonymous: false,
  });
}

/** A person with an open ticket. */
export async function aTicket(store: Store): Promise<Ticket> {
  return store.transaction(async (tables) => {
    const person = await meet(tables, 'ada');
    const ticket = await openTicket(tables, person.id);
    if (!ticket) throw new Error('The first ticket of a person was refused.');
    return ticket;
  });
}

export async function textsOf(store: Store, ticket: TicketId): Promise<readonly string[]> {
  return (await store.tables.entries.of(ticket, null, 1000)).map((entry: Entry) => entry.content.text);
}
