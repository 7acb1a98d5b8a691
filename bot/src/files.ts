import type { EntryId, FileHash, PersonId } from './ids.ts';

/** Attachments by the hash of their bytes. Kept by the folder files/. */
export interface Files {
  /** Keeping the same bytes twice is keeping them once. They pass through, so that no file is in memory as a whole. */
  put(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<FileHash>;
  /** Null when it is not there (any more). */
  get(hash: FileHash): Promise<Uint8Array | null>;
  /** The same, piece by piece; null as well. */
  open(hash: FileHash): Promise<OpenFile | null>;
  /** How many more bytes there is room for; what has to stay free does not count. */
  room(): Promise<number>;
  /**
   * Removes what was kept before that moment (epoch milliseconds) and is not needed. What is put again meanwhile stays,
   * so whoever puts a file has until then to write down that it is needed.
   */
  clean(before: number, isNeeded: (hash: FileHash) => Promise<boolean>, signal?: AbortSignal): Promise<Cleaned>;
}

export interface OpenFile {
  readonly size: number;
  /** Its bytes from the first to the last of these, counted from 0. Fails where it is removed before it is read. */
  read(from: number, to: number): AsyncIterable<Uint8Array>;
}

export interface Cleaned {
  readonly files: number;
  readonly bytes: number;
}

/** A file of an entry, by its place in it. */
export interface StoredFile {
  readonly entry: EntryId;
  /** Discord's id of the attachment or sticker. */
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly size: number;
  /** Null when the bytes could not be kept; then `problem` says why. */
  readonly hash: FileHash | null;
  readonly problem: string | null;
}

export interface StoredFiles {
  put(file: StoredFile): Promise<void>;
  of(entry: EntryId): Promise<readonly StoredFile[]>;
  /** A link to a file that has not been fetched, where the entry may not hold it itself; `put` forgets it. */
  keepLink(entry: EntryId, id: string, url: string): Promise<void>;
  link(entry: EntryId, id: string): Promise<string | null>;
  /** Whether any entry has these bytes. */
  isNeeded(hash: FileHash): Promise<boolean>;
  /** Adds to what was stored of a person's files on a day (days since 1970); only the newest day is remembered. */
  count(person: PersonId, day: number, bytes: number): Promise<void>;
  counted(person: PersonId, day: number): Promise<number>;
}
