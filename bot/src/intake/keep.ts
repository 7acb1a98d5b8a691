import type { IncomingMessage } from '../incoming.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Person, Tables } from '../store.ts';

/** For so long a question to a member can be answered. */
const promptLasts = 15 * 60_000;
/** So many messages are kept for a member; what they write beyond them gets a ❌. */
const mostKept = 100;

/** Keeps a DM until the member has said which server it is for, and asks them unless they were asked already. */
export async function keepForLater(
  tables: Tables,
  person: Person,
  message: IncomingMessage,
  among: 'servers' | 'tickets',
  now: number,
): Promise<void> {
  const { channel, id } = message;
  if ((await tables.intake.kept(person.id)).length >= mostKept) {
    const mark = { kind: 'mark', channel, message: id, emoji: '❌' } as const;
    await tables.outbox.owe(lanes.marks(channel), mark, now);
  } else if (!(await tables.intake.keep(person.id, `message:${id}`, JSON.stringify(message), now))) return;
  const prompt = await tables.intake.prompt(person.id);
  if (prompt !== null && prompt.expiresAt > now) return;
  const expiresAt = now + promptLasts;
  await tables.intake.setPrompt({ person: person.id, channel, message: null, expiresAt });
  const ask = { kind: 'ask-server', person: person.id, among, at: now } as const;
  await tables.outbox.owe(lanes.person(person.id), ask, now);
  const expire = { kind: 'expire-question', person: person.id, at: expiresAt } as const;
  await tables.outbox.owe(lanes.question(person.id), expire, now);
}
