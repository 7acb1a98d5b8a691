import { type Language, languageOf } from '../language.ts';
import { Refused } from '../refusal.ts';
import { serverQuestionExpired } from '../render/ask-server.ts';
import type { Delivery } from './delivery.ts';
import type { SendParts } from './parts.ts';
import { languageFor } from './language.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** A question that nobody answered says so; what was written is still kept for the next one. */
export async function sendExpireQuestion(
  parts: Pick<SendParts, 'clock' | 'store' | 'discord' | 'settingsOf' | 'choicesOf'>,
  { person, at }: Extract<Delivery, { kind: 'expire-question' }>,
): Promise<Sent> {
  const { clock, store, discord } = parts;
  if (at > clock.now()) return { notBefore: at };
  const prompt = await store.tables.intake.prompt(person);
  if (prompt === null || prompt.expiresAt !== at) return nothingToRecord;
  try {
    if (prompt.message !== null)
      await discord.editMessage(prompt.channel, prompt.message, serverQuestionExpired(await languageTo(parts, person)));
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
  }
  return nothingToRecord;
}

/** As the question was, which was about one door or about all that the member could choose from. */
async function languageTo(
  parts: Pick<SendParts, 'store' | 'settingsOf' | 'choicesOf'>,
  id: Extract<Delivery, { kind: 'expire-question' }>['person'],
): Promise<Language> {
  const { people, doors } = parts.store.tables;
  const person = await people.get(id);
  if (person === null || languageOf(person.locale) !== null) return languageFor(parts, person ?? {}, []);
  const door = await doors.get(id);
  return languageFor(parts, person, door === null ? (await parts.choicesOf(person)).guilds : [door.guild]);
}
