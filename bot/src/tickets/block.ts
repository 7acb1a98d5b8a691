import type { Blocked } from '../bookkeeping.ts';
import type { GuildId, PersonId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Notice, Tables } from '../store.ts';
import { blockTimer } from './block-ended.ts';
import { may } from './permissions.ts';
import { sayInTicket } from './say-in-ticket.ts';
import type { Standing } from './standing.ts';

/** How and why somebody is blocked. */
export interface BlockTerms {
  readonly reason: string | null;
  /** As `readEvidence` gives it. */
  readonly evidence: string | null;
  /** Epoch milliseconds; null: until somebody unblocks. */
  readonly until: number | null;
}

export interface BlockRequest extends BlockTerms {
  readonly guild: GuildId;
  readonly settings: Settings;
  readonly who: Blocked;
  readonly by: { readonly person: PersonId; readonly standing: Standing };
  /** Unique, like `interaction:123`. */
  readonly source: string;
  readonly now: number;
}

/** From now on they open no tickets; one that is open goes on, and says who blocked its member. */
export async function block(tables: Tables, request: BlockRequest): Promise<{ readonly is: 'blocked' | 'not-staff' }> {
  const { guild, settings, who, by, reason, evidence, until, now } = request;
  if (!may('block', by, { claimedBy: null }, settings).ok) return { is: 'not-staff' };
  await tables.blocks.put({ guild, who, by: by.person, reason, evidence, since: now, until });
  const key = blockTimer(request);
  if (until === null) await tables.timers.clear(key);
  else await tables.timers.set({ key, at: until, what: 'block-ended', about: JSON.stringify({ guild, who }) });
  await sayInTicket(tables, request, blockNotice(request));
  return { is: 'blocked' };
}

function blockNotice({ by, reason, evidence, until }: BlockRequest): Notice {
  const parts = [until !== null && 'until', reason !== null && 'because', evidence !== null && 'shown'];
  const text = ['notice.blocked', ...parts.filter((part) => part !== false)].join('-');
  const filling = {
    by: by.person,
    ...(until !== null && { until }),
    ...(reason !== null && { reason }),
    ...(evidence !== null && { evidence }),
  };
  return { text, with: filling, to: 'staff' };
}
