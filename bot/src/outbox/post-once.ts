import type { DrawnMessage } from '../discord.ts';
import type { ChannelId, MessageId } from '../ids.ts';
import { languages, type Language } from '../language.ts';
import { findPosted } from './find-posted.ts';
import type { SendParts } from './parts.ts';
import type { Attempt } from './sent.ts';

/** Discord knows a nonce for some minutes; only the first is relied on. */
const nonceGuards = 60_000;

/** What is to be posted: in the language of whoever reads it now, which may be another one than at an earlier try. */
export interface Spoken {
  readonly locale: Language;
  readonly draw: (locale: Language) => DrawnMessage;
}

/** Posts a message of the bot's; the nonce guards tries of the last minutes, for older ones the channel is read. */
export async function postOnce(
  parts: SendParts,
  channel: ChannelId,
  { locale, draw }: Spoken,
  nonce: string,
  since: number,
  attempt: Attempt,
): Promise<MessageId> {
  // Where the first try seems to be of the future, somebody has set the clock back, and nobody knows how old it is.
  const age = parts.clock.now() - attempt.firstTriedAt;
  if (attempt.unsure && (attempt.unknownStart || age < 0 || age > nonceGuards)) {
    const drawings = languages.map(draw);
    const found = await findPosted(parts, channel, drawings, since, (one) => one.author.id === parts.discord.me.user);
    if (found !== null) return found.id;
  }
  return parts.discord.send(channel, draw(locale), nonce);
}
