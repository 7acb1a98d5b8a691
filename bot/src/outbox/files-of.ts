import { Refused } from '../refusal.ts';
import type { Content, IncomingFile } from '../incoming.ts';
import type { KeptFile } from '../render/drawable.ts';
import type { Entry, StoredFile } from '../store.ts';
import type { SendParts } from './parts.ts';

/**
 * The files of an entry, fetched and stored the first time they are asked for, since Discord's links die after a day.
 * What cannot be kept is named with the reason, never dropped.
 */
export async function filesOf(
  parts: Pick<SendParts, 'store' | 'files' | 'discord' | 'largestFile'>,
  entry: Entry,
): Promise<readonly KeptFile[]> {
  const wanted = filesIn(entry.content);
  if (wanted.length === 0) return [];
  const known = new Map((await parts.store.tables.files.of(entry.id)).map((file) => [file.id, file]));
  const files: KeptFile[] = [];
  for (const file of wanted) {
    const stored = known.get(file.id) ?? (await keep(parts, entry, file));
    files.push({
      ...stored,
      url: file.url,
      spoiler: file.spoiler,
      description: file.description,
      bytes: () => read(parts, stored),
    });
  }
  return files;
}

function filesIn(content: Content): readonly IncomingFile[] {
  return [...content.files, ...(content.forwarded?.files ?? [])];
}

async function keep(
  parts: Pick<SendParts, 'store' | 'files' | 'discord' | 'largestFile'>,
  entry: Entry,
  file: IncomingFile,
): Promise<StoredFile> {
  const known = { entry: entry.id, id: file.id, name: file.name, type: file.type, size: file.size };
  const stored = await fetched(parts, known, file);
  await parts.store.transaction((tables) => tables.files.put(stored));
  return stored;
}

async function fetched(
  parts: Pick<SendParts, 'files' | 'discord' | 'largestFile'>,
  known: Omit<StoredFile, 'hash' | 'problem'>,
  file: IncomingFile,
): Promise<StoredFile> {
  if (file.size > parts.largestFile) return { ...known, hash: null, problem: 'too-large' };
  try {
    const bytes = await parts.discord.download(file.url, parts.largestFile);
    return { ...known, hash: await parts.files.put(bytes), problem: null };
  } catch (error) {
    if (error instanceof Refused) return { ...known, hash: null, problem: error.reason };
    throw error;
  }
}

async function read(parts: Pick<SendParts, 'files'>, file: StoredFile): Promise<Uint8Array> {
  const bytes = file.hash === null ? null : await parts.files.get(file.hash);
  if (bytes === null) throw new Error(`the bytes of file ${file.id} are not stored`);
  return bytes;
}
