import type { LinkHash, PersonId, TicketId } from './ids.ts';

/** Links by which staff read a ticket's transcript in the browser. Kept by the folder store/. */
export interface ShareLink {
  /** What made it and with which key, like `interaction:456:9f86d081`; unique. */
  readonly source: string;
  readonly ticket: TicketId;
  /** Its secret is kept nowhere. */
  readonly hash: LinkHash;
  /** Null for the one that closing posts. */
  readonly madeBy: PersonId | null;
  readonly madeAt: number;
  readonly expiresAt: number;
}

/** Instants are epoch milliseconds. */
export interface ShareLinks {
  /** Putting the same one again changes nothing. */
  put(link: ShareLink): Promise<void>;
  /** Null unless it works: neither expired nor revoked. */
  find(hash: LinkHash, now: number): Promise<Pick<ShareLink, 'source' | 'ticket'> | null>;
  noteOpened(source: string, now: number): Promise<void>;
  /** How often the links of a ticket were opened, and when last. */
  opened(ticket: TicketId): Promise<{ readonly times: number; readonly lastAt: number | null }>;
  /** All links of a ticket; how many of them worked. */
  revoke(ticket: TicketId, now: number): Promise<number>;
}
