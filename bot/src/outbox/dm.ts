import type { DrawnMessage } from '../discord.ts';
import type { Language } from '../language.ts';
import { Refused } from '../refusal.ts';
import { serverMessage } from '../render/for-member.ts';
import { text } from '../render/notices.ts';
import type { TextKey } from '../render/texts/keys.ts';
import type { Delivery } from './delivery.ts';
import { languageFor } from './language.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { sendDm } from './send-dm.ts';
import { answerTo } from './report.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

/** What staff write to somebody outside of any ticket. Whoever wrote it learns whether it arrived. */
export async function sendStaffDm(
  parts: SendParts,
  delivery: Extract<Delivery, { kind: 'dm' }>,
  attempt: Attempt,
): Promise<Sent> {
  const person = await parts.store.tables.people.get(delivery.person);
  const guildName = await parts.guildName(delivery.guild);
  if (person === null) return nothingToRecord;
  const locale = await languageFor(parts, person, [delivery.guild]);
  const reads = await languageFor(parts, delivery.answerTo, [delivery.guild]);
  const drawnIn = (language: Language): readonly DrawnMessage[] =>
    serverMessage(delivery.said, { guildName, locale: language });
  try {
    for (const [part, now] of drawnIn(locale).entries()) {
      const spoken = { locale, draw: (language: Language) => drawnIn(language)[part] ?? now };
      await sendDm(parts, person, spoken, nonceOf(delivery.answerTo.id, 'dm', part), attempt, delivery.at);
    }
    await answerTo(parts, delivery.answerTo, text('answer.sent', {}, reads));
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    await answerTo(parts, delivery.answerTo, text(whyNot[error.reason] ?? 'notice.not-delivered.other', {}, reads));
  }
  return nothingToRecord;
}

const whyNot: Partial<Record<Refused['reason'], Extract<TextKey, `notice.not-delivered.${string}`>>> = {
  'cannot-dm': 'notice.not-delivered.cannot-dm',
  'unknown-user': 'notice.not-delivered.gone',
  'text-blocked': 'notice.not-delivered.text-blocked',
  quarantined: 'notice.not-delivered.quarantined',
};
