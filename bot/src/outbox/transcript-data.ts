import { Refused } from '../refusal.ts';
import type { StoredFile } from '../files.ts';
import type { EntryId, PersonId } from '../ids.ts';
import { aliasPicture } from '../render/alias-picture.ts';
import type { DrawContext, DrawnPerson } from '../render/drawable.ts';
import {
  contentsOf,
  type Picture,
  type TranscriptData,
  type TranscriptEntry,
  type TranscriptFile,
} from '../render/transcript/data.ts';
import type { Entry, Person } from '../store.ts';
import { othersFirst } from './draw-transcript.ts';
import { filesKept, filesOf } from './files-of.ts';
import type { SendParts } from './parts.ts';

const page = 200;
/**
 * A posted file may have 10 MiB: https://docs.discord.com/developers/reference#uploading-files. Pictures grow by a third when they
 * are written into a page, and the words need room too; what does not fit is named with its size.
 */
const roomForFiles = 6 * 1024 * 1024;
const largestAvatar = 256 * 1024;
/** For all faces of a page that somebody waits for; milliseconds. */
const patience = 3000;

/** Everything that a posted transcript is made from. `withPictures`: an avatar that cannot be had must not hold up closing. */
export function transcriptOf(
  parts: Keeping,
  context: DrawContext,
  { withPictures }: { readonly withPictures: boolean },
): Promise<TranscriptData> {
  const budget = { left: roomForFiles };
  return gather(parts, context, {
    avatarOf: withPictures ? (url) => pictureAt(parts, url) : null,
    filesIn: (entry) => filesInside(parts, context, entry, budget),
  });
}

/** The same for a page of ours: files lie beside it, and nothing is fetched that is not stored. */
export async function servedTranscriptOf(
  parts: Looking,
  context: DrawContext,
  addressOf: (file: StoredFile) => string,
): Promise<TranscriptData> {
  const filesIn = async (entry: Entry): Promise<readonly TranscriptFile[]> =>
    (await filesKept(parts, entry)).map((file) => ({
      ...file,
      bytes: null,
      ...(file.hash !== null && { address: addressOf(file) }),
    }));
  let isTooLate = false;
  let giveUp = (): void => undefined;
  const tooLate = new Promise<void>((resolve) => (giveUp = parts.clock.after(patience, resolve))).then(() => {
    isTooLate = true;
    return null;
  });
  const avatarOf = async (url: string): Promise<Picture | null> =>
    isTooLate ? null : Promise.race([pictureAt(parts, url).catch(() => null), tooLate]);
  const data = await gather(parts, context, { avatarOf, filesIn });
  giveUp();
  return { ...data, served: true };
}

/** Before a ticket is only linked to: its files are fetched while Discord still has them. */
export async function keepFiles(parts: Keeping, { ticket }: DrawContext): Promise<void> {
  for await (const entry of entriesOf(parts, ticket.id)) if (carriesFiles(entry)) await filesOf(parts, ticket, entry);
}

type Looking = Pick<SendParts, 'clock' | 'store' | 'discord'>;
type Keeping = Looking & Pick<SendParts, 'files' | 'largestFile' | 'filesPerDay'>;

interface How {
  /** Null: everybody is shown by a letter. */
  readonly avatarOf: ((url: string) => Promise<Picture | null>) | null;
  readonly filesIn: (entry: Entry) => Promise<readonly TranscriptFile[]>;
}

async function gather(parts: Looking, context: DrawContext, how: How): Promise<TranscriptData> {
  const { tables } = parts.store;
  const { ticket } = context;
  const people = new Map<PersonId, DrawnPerson>();
  const entries: TranscriptEntry[] = [];
  for await (const entry of entriesOf(parts, ticket.id)) entries.push(await one(parts, context, entry, people, how));
  const named = async (id: PersonId | null): Promise<Person | null> => (id === null ? null : tables.people.get(id));
  return {
    ...context,
    reader: 'staff',
    madeAt: parts.clock.now(),
    entries,
    claimedBy: await named(ticket.claimedBy),
    closedBy: await named(ticket.closing?.by ?? null),
    ...(how.avatarOf && { avatars: await avatarsOf(how.avatarOf, context, [...people.values()]) }),
    feedback: await tables.feedback.of(ticket.id),
  };
}

async function* entriesOf({ store }: Pick<SendParts, 'store'>, ticket: Entry['ticket']): AsyncGenerator<Entry> {
  let last: EntryId | null = null;
  for (;;) {
    const entries: readonly Entry[] = await store.tables.entries.of(ticket, last, page);
    yield* entries;
    last = entries.at(-1)?.id ?? null;
    if (last === null || entries.length < page) return;
    await othersFirst();
  }
}

function carriesFiles({ content }: Entry): boolean {
  return contentsOf(content).some(({ files }) => files.length > 0);
}

async function filesInside(
  parts: Keeping,
  { ticket }: DrawContext,
  entry: Entry,
  budget: { left: number },
): Promise<readonly TranscriptFile[]> {
  const files: TranscriptFile[] = [];
  for (const file of await filesOf(parts, ticket, entry)) {
    const fits = file.hash !== null && file.size <= budget.left;
    if (fits) budget.left -= file.size;
    // Null as well where the disk has lost it, which must not hold up closing either.
    files.push({ ...file, bytes: fits ? await parts.files.get(file.hash) : null });
  }
  return files;
}

async function one(
  { store: { tables } }: Looking,
  context: DrawContext,
  entry: Entry,
  people: Map<PersonId, DrawnPerson>,
  { filesIn }: How,
): Promise<TranscriptEntry> {
  const known = async (id: PersonId): Promise<DrawnPerson | null> => {
    const person = people.get(id) ?? (await tables.people.get(id));
    if (person !== null) people.set(id, person);
    return person;
  };
  const named = new Map<string, DrawnPerson>();
  for (const value of Object.values(entry.notice?.with ?? {})) {
    const person = typeof value === 'string' ? await known(value as PersonId) : null;
    if (person !== null) named.set(person.id, person);
  }
  return {
    entry,
    author: entry.kind === 'member' ? entry.author && context.member : entry.author && (await known(entry.author)),
    topRole: null,
    files: carriesFiles(entry) ? await filesIn(entry) : [],
    versions: entry.editedAt === null ? [] : await tables.entries.versions(entry.id),
    people: named,
  };
}

async function avatarsOf(
  avatarOf: NonNullable<How['avatarOf']>,
  { ticket, member }: DrawContext,
  people: readonly DrawnPerson[],
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  if (ticket.anonymous) pictures.set(member.id, { type: 'image/png', bytes: aliasPicture(member.username) });
  for (const person of ticket.anonymous ? people : [member, ...people]) {
    if (pictures.has(person.id) || person.avatarUrl === null) continue;
    const picture = await avatarOf(person.avatarUrl);
    if (picture !== null) pictures.set(person.id, picture);
  }
  return pictures;
}

async function pictureAt({ discord }: Pick<SendParts, 'discord'>, url: string): Promise<Picture | null> {
  try {
    const bytes = await discord.download(url, largestAvatar);
    const type = mediaTypeOf(bytes);
    return type === null ? null : { type, bytes };
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** By the first bytes, which do not lie. */
function mediaTypeOf(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (start.startsWith('\x89PNG')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('GIF8')) return 'image/gif';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'image/webp';
  return null;
}
