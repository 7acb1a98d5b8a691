import { Refused } from '../refusal.ts';
import type { Delivery } from './delivery.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** A reaction is a courtesy: where Discord refuses it, nothing is lost and nothing has to be mended. */
export async function sendMark(
  { discord }: Pick<SendParts, 'discord'>,
  { channel, message, emoji, remove }: Extract<Delivery, { kind: 'mark' }>,
): Promise<Sent> {
  try {
    await (remove === true ? discord.unreact : discord.react)(channel, message, emoji);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
  }
  return nothingToRecord;
}
