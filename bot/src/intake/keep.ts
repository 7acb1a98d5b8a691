import type { IncomingMessage } from '../incoming.ts';
import type { ChannelId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Person, Tables } from '../store.ts';
import { askAtDoor, standQuestion } from './at-door.ts';
import { writeKept } from './kept-message.ts';

/** So many messages are kept for a member; what they write beyond them gets a ❌. */
const mostKept = 100;

/** Keeps a DM until the member has said where it goes, and asks them unless they were asked already. */
export async function keepAndAsk(
  tables: Tables,
  person: Person,
  message: IncomingMessage,
  among: 'servers' | 'tickets',
  now: number,
): Promise<void> {
  if (await keep(tables, person, message, now)) await askWhere(tables, person, message.channel, among, now);
}

/** Keeps a DM until the member has answered what is asked at the server's door. `isNew`: they have not been asked yet. */
export async function keepAtDoor(
  tables: Tables,
  person: Person,
  message: IncomingMessage,
  isNew: boolean,
  now: number,
): Promise<void> {
  if (await keep(tables, person, message, now)) await askAtDoor(tables, person, message.channel, isNew, now);
}

/** Keeps a DM until Discord says where it can go. */
export async function keepAndLook(
  tables: Tables,
  person: Person,
  message: IncomingMessage,
  now: number,
): Promise<void> {
  if (!(await keep(tables, person, message, now))) return;
  const look = { kind: 'route', person: person.id } as const;
  await tables.outbox.owe(lanes.route(person.id), look, now, `route:${person.id}`);
}

/** False for a message that is kept already. */
async function keep(tables: Tables, person: Person, message: IncomingMessage, now: number): Promise<boolean> {
  const { channel, id } = message;
  if ((await tables.intake.kept(person.id)).length < mostKept)
    return tables.intake.keep(person.id, `message:${id}`, writeKept(message), now);
  const mark = { kind: 'mark', channel, message: id, emoji: '❌' } as const;
  await tables.outbox.owe(lanes.marks(channel), mark, now);
  return true;
}

/** Asks a member which server or ticket what is kept is for, unless a question is open. */
export async function askWhere(
  tables: Tables,
  person: Person,
  channel: ChannelId,
  among: 'servers' | 'tickets',
  now: number,
): Promise<void> {
  const prompt = await tables.intake.prompt(person.id);
  if (prompt !== null && prompt.expiresAt > now) return;
  await standQuestion(tables, person, { channel, message: null }, now);
  const ask = { kind: 'ask-server', person: person.id, among, at: now } as const;
  await tables.outbox.owe(lanes.person(person.id), ask, now);
}
