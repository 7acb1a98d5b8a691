import { Refused } from '../refusal.ts';
import { serverQuestionExpired } from '../render/ask-server.ts';
import type { Delivery } from './delivery.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** A question that nobody answered says so; what was written is still kept for the next one. */
export async function sendExpireQuestion(
  { clock, store, discord }: Pick<SendParts, 'clock' | 'store' | 'discord'>,
  { person, at }: Extract<Delivery, { kind: 'expire-question' }>,
): Promise<Sent> {
  if (at > clock.now()) return { notBefore: at };
  const prompt = await store.tables.intake.prompt(person);
  if (prompt === null || prompt.expiresAt !== at) return nothingToRecord;
  try {
    if (prompt.message !== null) await discord.editMessage(prompt.channel, prompt.message, serverQuestionExpired('en'));
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
  }
  return nothingToRecord;
}
