import type { IncomingMessage } from '../incoming.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Person, Tables } from '../store.ts';

/** For so long a question to a member can be answered. */
const promptLasts = 15 * 60_000;

/** Keeps a DM until the member has said which server it is for, and asks them unless they were asked already. */
export async function keepForLater(
  tables: Tables,
  person: Person,
  message: IncomingMessage,
  now: number,
): Promise<void> {
  const isNew = await tables.intake.keep(person.id, `message:${message.id}`, JSON.stringify(message), now);
  if (!isNew) return;
  const prompt = await tables.intake.prompt(person.id);
  if (prompt !== null && prompt.expiresAt > now) return;
  await tables.intake.setPrompt({
    person: person.id,
    channel: message.channel,
    message: null,
    expiresAt: now + promptLasts,
  });
  await tables.outbox.owe(lanes.person(person.id), { kind: 'ask-server', person: person.id, at: now }, now);
}
