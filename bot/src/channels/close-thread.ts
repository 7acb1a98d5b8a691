import type { ChannelId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { ChannelParts } from './ticket-channel.ts';

/** Locking and archiving go together, as the last thing: an archived thread refuses everything else. */
export async function closeThread({ discord }: ChannelParts, channel: ChannelId, settings: Settings): Promise<void> {
  if (settings.onClose === 'delete') return discord.deleteChannel(channel);
  if (settings.onClose === 'keep') return;
  await discord.changeThread(channel, { archived: true, locked: true });
}
