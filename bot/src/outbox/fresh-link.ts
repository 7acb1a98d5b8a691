import type { IncomingFile } from '../incoming.ts';
import { Refused } from '../refusal.ts';
import type { Entry } from '../store.ts';
import type { SendParts } from './parts.ts';

/**
 * Discord signs the links of a message anew whenever it is read: https://docs.discord.com/developers/reference#signed-attachment-cdn-urls.
 * Null where the message or the file is gone.
 */
export async function freshLink(
  { store, discord }: Pick<SendParts, 'store' | 'discord'>,
  entry: Entry,
  { id }: IncomingFile,
): Promise<string | null> {
  const copies = await store.tables.copies.of(entry.id, entry.kind === 'member' ? 'member' : 'staff');
  const original = copies.find((copy) => copy.original);
  if (original === undefined) return null;
  try {
    const { files, forwarded } = await discord.message(original.channel, original.message);
    return [...files, ...(forwarded?.files ?? [])].find((file) => file.id === id)?.url ?? null;
  } catch (error) {
    if (error instanceof Refused && error.reason !== 'unauthorized') return null;
    throw error;
  }
}
