import type { Tables } from '../store.ts';
import { blockTimer } from './block-ended.ts';
import type { BlockRequest, BlockTerms } from './block.ts';
import { may } from './permissions.ts';
import { sayInTicket } from './say-in-ticket.ts';

/** They can open tickets again. */
export async function unblock(
  tables: Tables,
  request: Omit<BlockRequest, keyof BlockTerms>,
): Promise<{ readonly is: 'unblocked' | 'not-blocked' | 'not-staff' }> {
  const { guild, settings, who, by } = request;
  if (!may('block', by, { claimedBy: null }, settings).ok) return { is: 'not-staff' };
  if (!(await tables.blocks.remove(guild, who))) return { is: 'not-blocked' };
  await tables.timers.clear(blockTimer(request));
  await sayInTicket(tables, request, { text: 'notice.unblocked', with: { by: by.person }, to: 'staff' });
  return { is: 'unblocked' };
}
