import type { IncomingMessage } from '../incoming.ts';

/** A message without who wrote it: whose it is stands beside it, and nobody's name or picture outside of the identities. */
export type KeptMessage = Omit<IncomingMessage, 'author'>;

export function writeKept(message: KeptMessage): string {
  return JSON.stringify({ ...message, author: undefined });
}

/** Those of older versions still hold an author, which nothing looks at. */
export function readKept(written: string): KeptMessage {
  return JSON.parse(written) as KeptMessage;
}
