import type { DrawnMessage } from '../discord.ts';
import type { Language } from '../language.ts';
import { Refused } from '../refusal.ts';
import { text } from '../render/notices.ts';
import type { Delivery } from './delivery.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { postOnce } from './post-once.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

/** Shorter gaps begin and end at what reads as the same time, since Discord shows no seconds. */
const minute = 60_000;

/** A line in the logs channel; where it cannot be posted, the checks of the server say so. */
export async function sendLogGap(
  parts: SendParts,
  { guild, from, to, at }: Extract<Delivery, { kind: 'log-gap' }>,
  attempt: Attempt,
): Promise<Sent> {
  if (at > parts.clock.now()) return { notBefore: at };
  const { logsChannel, language } = await parts.settingsOf(guild);
  if (logsChannel === null) return nothingToRecord;
  try {
    const said = to - from < minute ? 'notice.gap-short' : 'notice.gap';
    const draw = (locale: Language): DrawnMessage => ({ text: text(said, { from, to }, locale) });
    await postOnce(parts, logsChannel, { locale: language, draw }, nonceOf(guild, 'gap', to), to, attempt);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
  }
  return nothingToRecord;
}
