import type { FileHash } from './ids.ts';

/** Attachments by the hash of their bytes. Kept by the folder files/. */
export interface Files {
  /** Keeping the same bytes twice is keeping them once. They pass through, so that no file is in memory as a whole. */
  put(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<FileHash>;
  /** Null when it is not there (any more). */
  get(hash: FileHash): Promise<Uint8Array | null>;
  /** How many more bytes there is room for; what has to stay free does not count. */
  room(): Promise<number>;
  /**
   * Removes what was kept before that moment (epoch milliseconds) and is not needed. What is put again meanwhile stays,
   * so whoever puts a file has until then to write down that it is needed.
   */
  clean(before: number, isNeeded: (hash: FileHash) => Promise<boolean>): Promise<Cleaned>;
}

export interface Cleaned {
  readonly files: number;
  readonly bytes: number;
}
