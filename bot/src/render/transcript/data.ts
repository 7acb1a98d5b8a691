import type { Feedback } from '../../closing.ts';
import type { Content } from '../../incoming.ts';
import type { EntryId } from '../../ids.ts';
import type { StoredFile } from '../../files.ts';
import type { Entry, EntryVersion, Person, Side } from '../../store.ts';
import type { DrawContext, DrawnPerson } from '../drawable.ts';
import { seenByMember, seenByStaff } from '../names.ts';
import type { Seen } from '../names.ts';

/** What a transcript is made from: everything is in here, nothing is looked up while it is written. */
export interface TranscriptData extends DrawContext {
  /** Staff read all of it; the member reads what reached them and what they wrote. */
  readonly reader: Side;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  /** Oldest first. */
  readonly entries: readonly TranscriptEntry[];
  readonly claimedBy: Person | null;
  readonly closedBy: Person | null;
  readonly feedback?: Feedback | null;
  /** It is read where it is made, with files beside it, and not posted. */
  readonly served?: boolean;
  /** Pictures of people by our id of them; who has none gets a letter. */
  readonly avatars?: ReadonlyMap<string, Picture>;
  /** Names and pictures for mentions, by Discord's ids; people of the ticket are known anyway. */
  readonly users?: ReadonlyMap<string, string>;
  readonly roles?: ReadonlyMap<string, string>;
  readonly channels?: ReadonlyMap<string, string>;
  readonly emoji?: ReadonlyMap<string, Picture>;
}

export interface Picture {
  /** A media type, like `image/png`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface TranscriptFile extends StoredFile {
  /** Null: it is named, but not part of the document. */
  readonly bytes: Uint8Array | null;
  /** Where it lies beside the document, when that is served and not posted. */
  readonly address?: string;
  readonly spoiler: boolean;
  readonly description: string | null;
}

export interface TranscriptEntry {
  readonly entry: Entry;
  readonly author: DrawnPerson | null;
  readonly topRole: string | null;
  readonly files: readonly TranscriptFile[];
  /** What it said before it was edited, oldest first. */
  readonly versions: readonly EntryVersion[];
  /** People whom a notice names. */
  readonly people?: ReadonlyMap<string, DrawnPerson>;
}

/**
 * The entries that the reader may see. Of a ticket's two sides, staff's internal messages, notices, replies that never arrived
 * and replies that were taken back are not for the member; nor is what a reply said before it was mended.
 */
export function readable({ reader, entries }: TranscriptData): readonly TranscriptEntry[] {
  if (reader === 'staff') return entries;
  return entries
    .filter(({ entry }) => entry.kind === 'member' || isSeenReply(entry))
    .map((one) => (one.entry.kind === 'reply' ? { ...one, versions: [] } : one));
}

function isSeenReply({ kind, state, deletedAt }: Entry): boolean {
  const isSent = state === 'accepted' || state === 'delivered';
  return kind === 'reply' && isSent && deletedAt === null;
}

/** The author of an entry, as the reader may know them. */
export function authorSeen(data: TranscriptData, { entry, author, topRole }: TranscriptEntry): Seen {
  if (data.reader === 'staff') return seenByStaff(author, data);
  return seenByMember(author, data, { anonymous: entry.anonymous, topRole });
}

/** Every content of an entry, for those who look for what it mentions or carries. */
export function contentsOf(content: Content): readonly Omit<Content, 'forwarded'>[] {
  return content.forwarded === null ? [content] : [content, content.forwarded];
}

/** The place of an entry in the document. */
export function anchorOf(entry: EntryId): string {
  return `entry-${entry}`;
}

/** The document's file name, which says nothing about the member. */
export function transcriptName(ticket: { readonly number: number }, ending: 'html' | 'txt'): string {
  return `ticket-${ticket.number}.${ending}`;
}
