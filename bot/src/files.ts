import type { FileHash } from './ids.ts';

/** Attachments by the hash of their bytes. Kept by the folder files/. */
export interface Files {
  /** Keeping the same bytes twice is keeping them once. */
  put(bytes: Uint8Array): Promise<FileHash>;
  /** Null when it is not there (any more). */
  get(hash: FileHash): Promise<Uint8Array | null>;
}
