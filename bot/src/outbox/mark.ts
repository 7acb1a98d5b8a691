import type { ChannelId } from '../ids.ts';
import { Refused } from '../refusal.ts';
import type { Ticket } from '../store.ts';
import type { Delivery } from './delivery.ts';
import { inOpenThread } from './in-open-thread.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** A reaction is a courtesy: where Discord refuses it, nothing is lost and nothing has to be mended. */
export async function sendMark(
  parts: Pick<SendParts, 'clock' | 'discord' | 'store'>,
  { channel, message, emoji, remove }: Extract<Delivery, { kind: 'mark' }>,
): Promise<Sent> {
  const { discord } = parts;
  const react = (): Promise<void> => (remove === true ? discord.unreact : discord.react)(channel, message, emoji);
  try {
    await inOpenThread(parts, () => ticketIn(parts, channel), channel, react);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
  }
  return nothingToRecord;
}

async function ticketIn(
  { discord, store }: Pick<SendParts, 'discord' | 'store'>,
  channel: ChannelId,
): Promise<Ticket | null> {
  const { bot } = discord.me;
  const { tickets } = store.tables;
  return (await tickets.byChannel(bot, channel)) ?? tickets.byMemberThread(bot, channel);
}
