import type { Generated } from 'kysely';
import type { LinkHash, PersonId, TicketId } from '../ids.ts';

export interface ShareLinkRow {
  source: string;
  ticket: TicketId;
  hash: LinkHash;
  made_by: PersonId | null;
  made_at: number;
  expires_at: number;
  revoked_at: number | null;
  opened: Generated<number>;
  last_opened_at: number | null;
}

export interface LinkOpeningRow {
  id: Generated<number>;
  link: ShareLinkRow['source'];
  at: number;
}
