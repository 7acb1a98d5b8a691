import type { DrawnMessage } from '../discord.ts';
import type { IncomingMessage } from '../incoming.ts';
import { firstIdAt, type ChannelId } from '../ids.ts';
import type { SendParts } from './parts.ts';

/** Discord's clock and ours may differ by so much. */
const skew = 60_000;
const page = 100;
const mostPages = 10;

/**
 * The message that an earlier try may have posted without our learning of it: by us, with the text, files and embeds
 * of one of these drawings, and not known as a copy of anything. Null when there is none.
 */
export async function findPosted(
  { discord, store }: Pick<SendParts, 'discord' | 'store'>,
  channel: ChannelId,
  drawings: readonly DrawnMessage[],
  since: number,
  isOurs: (found: IncomingMessage) => boolean,
): Promise<IncomingMessage | null> {
  let after = firstIdAt(since - skew);
  for (let turn = 0; turn < mostPages; turn += 1) {
    const found = await discord.messages(channel, { after, limit: page });
    for (const one of found) {
      if (!isOurs(one) || !drawings.some((drawn) => looksLike(one, drawn))) continue;
      if ((await store.tables.copies.byMessage(discord.me.bot, one.id)) === null) return one;
    }
    const last = found.at(-1);
    if (last === undefined || found.length < page) return null;
    after = last.id;
  }
  return null;
}

function looksLike(found: IncomingMessage, message: DrawnMessage): boolean {
  const embeds = found.embeds.filter((embed) => !embed.unfurled);
  const drawn = message.embeds ?? [];
  return (
    found.text === message.text.trim() &&
    found.files.length === (message.files?.length ?? 0) &&
    embeds.length === drawn.length &&
    embeds.every((embed, index) => (embed.text ?? '') === (drawn[index]?.text ?? '').trim())
  );
}
