import { Refused } from '../refusal.ts';
import type { Content, IncomingFile } from '../incoming.ts';
import type { KeptFile } from '../render/drawable.ts';
import type { StoredFile } from '../files.ts';
import type { Entry, Tables, Ticket } from '../store.ts';
import { freshLink } from './fresh-link.ts';
import { say } from '../tickets/notice.ts';
import { bare } from './metadata/bare.ts';
import type { SendParts } from './parts.ts';

type Keeping = Pick<SendParts, 'clock' | 'store' | 'files' | 'discord' | 'largestFile' | 'filesPerDay'>;

/**
 * The files of an entry, fetched and stored the first time they are asked for, since Discord's links die after a day.
 * What cannot be kept is named with the reason, never dropped.
 */
export async function filesOf(
  parts: Keeping,
  ticket: Pick<Ticket, 'id' | 'anonymous'>,
  entry: Entry,
): Promise<readonly KeptFile[]> {
  const wanted = filesIn(entry.content);
  if (wanted.length === 0) return [];
  const known = new Map((await parts.store.tables.files.of(entry.id)).map((file) => [file.id, file]));
  const files: KeptFile[] = [];
  for (const file of wanted) {
    const stored = known.get(file.id) ?? (await keep(parts, ticket, entry, file));
    files.push({
      ...stored,
      // A dead link helps nobody.
      url: stored.problem === 'expired' ? '' : file.url,
      spoiler: file.spoiler,
      description: file.description,
      bytes: () => read(parts, stored),
    });
  }
  return files;
}

/** The same as far as they are stored: whoever only looks makes nothing happen. */
export async function filesKept(
  { store }: Pick<SendParts, 'store'>,
  { id, content }: Entry,
): Promise<readonly (StoredFile & Pick<IncomingFile, 'spoiler' | 'description'>)[]> {
  const wanted = filesIn(content);
  if (wanted.length === 0) return [];
  const known = new Map((await store.tables.files.of(id)).map((file) => [file.id, file]));
  return wanted.map(({ id: file, name, type, size, spoiler, description }) => {
    const stored = known.get(file) ?? { entry: id, id: file, name, type, size, hash: null, problem: null };
    return { ...stored, spoiler, description };
  });
}

function filesIn(content: Content): readonly IncomingFile[] {
  return [...content.files, ...(content.forwarded?.files ?? [])];
}

async function keep(
  parts: Keeping,
  ticket: Pick<Ticket, 'id' | 'anonymous'>,
  entry: Entry,
  file: IncomingFile,
): Promise<StoredFile> {
  const hidden = ticket.anonymous && entry.kind === 'member';
  const known = { entry: entry.id, id: file.id, name: file.name, type: file.type, size: file.size };
  const { isAsItWas, ...stored } = await fetched(parts, entry, known, file, hidden);
  await parts.store.transaction(async (tables) => {
    await tables.files.put(stored);
    await noteRoom(tables, stored, entry.at);
    if (isAsItWas) await warnMember(tables, ticket, parts.clock.now());
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
  hidden: boolean,
): Promise<StoredFile & { readonly isAsItWas?: boolean }> {
  const problem = await whyNot(parts, entry, file);
  if (problem !== null) return { ...known, hash: null, problem };
  const url = hidden ? await parts.store.tables.files.link(entry.id, file.id) : file.url;
  if (url === null) return { ...known, hash: null, problem: 'expired' };
  const first = await download(parts, url, file, hidden);
  if (first.problem !== 'expired') return { ...known, ...first };
  const fresh = await freshLink(parts, entry, file);
  return { ...known, ...(fresh === null ? first : await download(parts, fresh, file, hidden)) };
}

async function download(
  parts: Keeping,
  url: string,
  file: IncomingFile,
  hidden: boolean,
): Promise<Pick<StoredFile, 'hash' | 'problem'> & { readonly isAsItWas?: boolean }> {
  try {
    const source = parts.discord.stream(url, parts.largestFile);
    if (!hidden) return { hash: await parts.files.put(source), problem: null };
    const { bytes, isBare } = bare(source);
    const hash = await parts.files.put(bytes);
    // Discord's own recordings say nothing of whoever speaks.
    return { hash, problem: null, isAsItWas: !isBare() && file.duration === null };
  } catch (error) {
    if (error instanceof Refused) return { hash: null, problem: error.reason };
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

/** An anonymous member hears once what can still betray them. */
async function warnMember(tables: Tables, ticket: Pick<Ticket, 'id'>, now: number): Promise<void> {
  const notice = { text: 'member.file-as-it-was', with: {}, to: 'member' } as const;
  await say(tables, ticket, notice, `file-as-it-was:${ticket.id}`, now);
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
