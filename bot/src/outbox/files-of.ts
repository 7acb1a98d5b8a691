import { Refused } from '../refusal.ts';
import type { Content, IncomingFile } from '../incoming.ts';
import type { KeptFile } from '../render/drawable.ts';
import type { StoredFile } from '../files.ts';
import type { Entry, Tables } from '../store.ts';
import type { SendParts } from './parts.ts';

type Keeping = Pick<SendParts, 'store' | 'files' | 'discord' | 'largestFile' | 'filesPerDay'>;

/**
 * The files of an entry, fetched and stored the first time they are asked for, since Discord's links die after a day.
 * What cannot be kept is named with the reason, never dropped.
 */
export async function filesOf(parts: Keeping, entry: Entry): Promise<readonly KeptFile[]> {
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

async function keep(parts: Keeping, entry: Entry, file: IncomingFile): Promise<StoredFile> {
  const known = { entry: entry.id, id: file.id, name: file.name, type: file.type, size: file.size };
  const stored = await fetched(parts, entry, known, file);
  await parts.store.transaction(async (tables) => {
    await tables.files.put(stored);
    await noteRoom(tables, stored, entry.at);
    if (stored.hash !== null && entry.author !== null && entry.kind === 'member')
      await tables.files.count(entry.author, today(entry), stored.size);
  });
  return stored;
}

async function fetched(
  parts: Keeping,
  entry: Entry,
  known: Omit<StoredFile, 'hash' | 'problem'>,
  file: IncomingFile,
): Promise<StoredFile> {
  const problem = await whyNot(parts, entry, file);
  if (problem !== null) return { ...known, hash: null, problem };
  try {
    const hash = await parts.files.put(parts.discord.stream(file.url, parts.largestFile));
    return { ...known, hash, problem: null };
  } catch (error) {
    if (error instanceof Refused) return { ...known, hash: null, problem: error.reason };
    throw error;
  }
}

/** The operator's limits; what is over them is named with its link. */
async function whyNot(parts: Keeping, entry: Entry, { size }: IncomingFile): Promise<string | null> {
  if (size > parts.largestFile) return 'too-large';
  if (entry.author !== null && entry.kind === 'member') {
    const used = await parts.store.tables.files.counted(entry.author, today(entry));
    if (used + size > parts.filesPerDay) return 'enough-today';
  }
  return size > (await parts.files.room()) ? 'no-room' : null;
}

/** A full disk is a matter for whoever runs the program. */
async function noteRoom(tables: Tables, { hash, problem }: StoredFile, since: number): Promise<void> {
  if (hash !== null) return tables.problems.solve(null, 'disk');
  if (problem !== 'no-room') return;
  await tables.problems.raise({ guild: null, key: 'disk', text: 'problem.disk-full', with: {}, since });
}

/** Days since 1970, by Discord's clock. */
function today({ at }: Entry): number {
  return Math.floor(at / (24 * 60 * 60_000));
}

/** Bytes that the disk has lost come back no more than a link that has expired. */
async function read(parts: Pick<SendParts, 'files'>, file: StoredFile): Promise<Uint8Array> {
  const bytes = file.hash === null ? null : await parts.files.get(file.hash);
  if (bytes === null) throw new Refused('expired', 0, `the bytes of file ${file.id} are not stored any more`);
  return bytes;
}
