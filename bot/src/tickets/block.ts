import type { Blocked } from '../bookkeeping.ts';
import type { GuildId, PersonId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Notice, Tables } from '../store.ts';
import { blockTimer } from './block-ended.ts';
import { may } from './permissions.ts';
import { sayInTicket } from './say-in-ticket.ts';
import type { Standing } from './standing.ts';

export interface BlockRequest {
  readonly guild: GuildId;
  readonly settings: Settings;
  readonly who: Blocked;
  readonly by: { readonly person: PersonId; readonly standing: Standing };
  readonly reason: string | null;
  /** Epoch milliseconds; null: until somebody unblocks. */
  readonly until: number | null;
  /** Unique, like `interaction:123`. */
  readonly source: string;
  readonly now: number;
}

/** From now on they open no tickets; one that is open goes on, and says who blocked its member. */
export async function block(tables: Tables, request: BlockRequest): Promise<{ readonly is: 'blocked' | 'not-staff' }> {
  const { guild, settings, who, by, reason, until, now } = request;
  if (!may('block', by, { claimedBy: null }, settings).ok) return { is: 'not-staff' };
  await tables.blocks.put({ guild, who, by: by.person, reason, since: now, until });
  const key = blockTimer(request);
  if (until === null) await tables.timers.clear(key);
  else await tables.timers.set({ key, at: until, what: 'block-ended', about: JSON.stringify({ guild, who }) });
  await sayInTicket(tables, request, blockNotice(request));
  return { is: 'blocked' };
}

function blockNotice({ by, reason, until }: BlockRequest): Notice {
  const text = ['notice.blocked', ...(until === null ? [] : ['until']), ...(reason === null ? [] : ['because'])].join(
    '-',
  );
  const filling = { by: by.person, ...(until !== null && { until }), ...(reason !== null && { reason }) };
  return { text, with: filling, to: 'staff' };
}
