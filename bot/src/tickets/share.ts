import { createHash, createHmac } from 'node:crypto';
import type { LinkHash, PersonId, TicketId } from '../ids.ts';
import type { Tables } from '../store.ts';

/** Long enough for an appeal or a review, short enough that old messages in a logs channel open nothing. */
const linkLasts = 90 * 24 * 60 * 60_000;

/** How links to transcripts are made. */
export interface Sharing {
  /** Where this program's pages are reached, without a slash at the end; null where nobody but this machine reaches them. */
  readonly publicUrl: string | null;
  /** Always the same for one source, so that a link that is sent a second time is the same link; 256 bits. */
  readonly secretOf: (source: string) => string;
}

/** The key comes from the bot's token: it lies outside the data, and a copy of the database opens no link. */
export function createSharing(publicUrl: string | null, token: string): Sharing {
  return {
    publicUrl,
    secretOf: (source) => createHmac('sha256', token).update(`transcript link ${source}`).digest('base64url'),
  };
}

export interface Share {
  readonly ticket: TicketId;
  /** What asked for it, like `interaction:456`. */
  readonly source: string;
  readonly by: PersonId | null;
  readonly now: number;
}

/** Makes a link to a ticket's transcript, or the one that this source has made before. Null where no address is known. */
export async function shareTicket(
  { links }: Pick<Tables, 'links'>,
  { publicUrl, secretOf }: Sharing,
  { ticket, source, by, now }: Share,
): Promise<{ readonly url: string; readonly expiresAt: number } | null> {
  if (publicUrl === null) return null;
  const secret = secretOf(source);
  const expiresAt = now + linkLasts;
  const hash = hashOf(secret);
  // With another token it is another link, and the one before may have been posted.
  await links.put({ source: `${source}:${hash.slice(0, 8)}`, ticket, hash, madeBy: by, madeAt: now, expiresAt });
  return { url: `${publicUrl}/transcripts/${secret}`, expiresAt };
}

/** Looked up instead of the secret, so that how long a wrong one takes says nothing of the right ones. */
export function hashOf(secret: string): LinkHash {
  return createHash('sha256').update(secret).digest('hex') as LinkHash;
}
