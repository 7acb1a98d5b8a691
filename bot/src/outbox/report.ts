import { Refused } from '../refusal.ts';
import { text } from '../render/notices.ts';
import type { AnswerTo, Delivery } from './delivery.ts';
import { languageFor } from './language.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** Whoever used a command reads whether what they said has arrived. */
export async function sendReport(
  parts: SendParts,
  { entry: id, answerTo: to }: Extract<Delivery, { kind: 'report' }>,
): Promise<Sent> {
  const entry = await parts.store.tables.entries.get(id);
  // Whoever took it back knows.
  if (entry?.state === 'withdrawn') return nothingToRecord;
  const arrived = entry?.state === 'delivered';
  const ticket = entry && (await parts.store.tables.tickets.get(entry.ticket));
  const language = await languageFor(parts, to, ticket === null ? [] : [ticket.guild]);
  await answerTo(parts, to, text(arrived ? 'answer.sent' : 'answer.not-delivered', {}, language));
  return nothingToRecord;
}

/** Answers can be given for a quarter of an hour; after that nobody waits for them. */
export async function answerTo({ discord }: Pick<SendParts, 'discord'>, to: AnswerTo, said: string): Promise<void> {
  try {
    await discord.editAnswer(to, { text: said });
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
  }
}
