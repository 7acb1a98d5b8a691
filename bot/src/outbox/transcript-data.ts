import { Refused } from '../refusal.ts';
import type { EntryId, PersonId } from '../ids.ts';
import { aliasPicture } from '../render/alias-picture.ts';
import type { DrawContext, DrawnPerson } from '../render/drawable.ts';
import { contentsOf, type Picture, type TranscriptData, type TranscriptEntry } from '../render/transcript/data.ts';
import type { Entry, Person } from '../store.ts';
import { filesOf } from './files-of.ts';
import type { SendParts } from './parts.ts';

const page = 200;
/**
 * A posted file may have 10 MiB: https://docs.discord.com/developers/reference#uploading-files. Pictures grow by a third when they
 * are written into a page, and the words need room too; what does not fit is named with its size.
 */
const roomForFiles = 6 * 1024 * 1024;
const largestAvatar = 256 * 1024;

/** Everything that a ticket's transcript is made from. `withPictures`: an avatar that cannot be had must not hold up closing. */
export async function transcriptOf(
  parts: SendParts,
  context: DrawContext,
  { withPictures }: { readonly withPictures: boolean },
): Promise<TranscriptData> {
  const { tables } = parts.store;
  const { ticket } = context;
  const people = new Map<PersonId, DrawnPerson>();
  const budget = { left: roomForFiles };
  const entries: TranscriptEntry[] = [];
  for await (const entry of entriesOf(parts, ticket.id)) entries.push(await one(parts, context, entry, people, budget));
  const named = async (id: PersonId | null): Promise<Person | null> => (id === null ? null : tables.people.get(id));
  return {
    ...context,
    reader: 'staff',
    madeAt: parts.clock.now(),
    entries,
    claimedBy: await named(ticket.claimedBy),
    closedBy: await named(ticket.closing?.by ?? null),
    ...(withPictures && { avatars: await avatarsOf(parts, context, [...people.values()]) }),
    feedback: await tables.feedback.of(ticket.id),
  };
}

async function* entriesOf({ store }: SendParts, ticket: Entry['ticket']): AsyncGenerator<Entry> {
  let last: EntryId | null = null;
  for (;;) {
    const entries: readonly Entry[] = await store.tables.entries.of(ticket, last, page);
    yield* entries;
    last = entries.at(-1)?.id ?? null;
    if (last === null || entries.length < page) return;
  }
}

async function one(
  parts: SendParts,
  context: DrawContext,
  entry: Entry,
  people: Map<PersonId, DrawnPerson>,
  budget: { left: number },
): Promise<TranscriptEntry> {
  const { tables } = parts.store;
  const known = async (id: PersonId): Promise<DrawnPerson | null> => {
    const person = people.get(id) ?? (await tables.people.get(id));
    if (person !== null) people.set(id, person);
    return person;
  };
  const files = [];
  const carriesFiles = contentsOf(entry.content).some((content) => content.files.length > 0);
  for (const file of carriesFiles ? await filesOf(parts, context.ticket, entry) : []) {
    const fits = file.hash !== null && file.size <= budget.left;
    if (fits) budget.left -= file.size;
    // Null as well where the disk has lost it, which must not hold up closing either.
    files.push({ ...file, bytes: fits ? await parts.files.get(file.hash) : null });
  }
  const named = new Map<string, DrawnPerson>();
  for (const value of Object.values(entry.notice?.with ?? {})) {
    const person = typeof value === 'string' ? await known(value as PersonId) : null;
    if (person !== null) named.set(person.id, person);
  }
  return {
    entry,
    author: entry.kind === 'member' ? entry.author && context.member : entry.author && (await known(entry.author)),
    topRole: null,
    files,
    versions: entry.editedAt === null ? [] : await tables.entries.versions(entry.id),
    people: named,
  };
}

async function avatarsOf(
  parts: SendParts,
  { ticket, member }: DrawContext,
  people: readonly DrawnPerson[],
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  if (ticket.anonymous) pictures.set(member.id, { type: 'image/png', bytes: aliasPicture(member.username) });
  for (const person of ticket.anonymous ? people : [member, ...people]) {
    if (pictures.has(person.id) || person.avatarUrl === null) continue;
    const picture = await pictureAt(parts, person.avatarUrl);
    if (picture !== null) pictures.set(person.id, picture);
  }
  return pictures;
}

async function pictureAt({ discord }: SendParts, url: string): Promise<Picture | null> {
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
