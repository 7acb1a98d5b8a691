import type { Blocked } from '../bookkeeping.ts';
import type { GuildId } from '../ids.ts';
import type { Tables } from '../store.ts';
import { sayInTicket } from './say-in-ticket.ts';

/** A block that ends by itself, as its timer knows it. */
export interface EndingBlock {
  readonly guild: GuildId;
  readonly who: Blocked;
}

export function blockTimer({ guild, who }: EndingBlock): string {
  return `block:${guild}:${who.kind}:${who.id}`;
}

/** The time of a block is over. It ends by the clock in any case; this tells staff, and forgets it. */
export async function endBlock(tables: Tables, about: string, now: number): Promise<void> {
  const { guild, who } = JSON.parse(about) as EndingBlock;
  if (!(await tables.blocks.remove(guild, who))) return;
  const source = `${blockTimer({ guild, who })}:ended:${now}`;
  await sayInTicket(tables, { guild, who, source, now }, { text: 'notice.block-ended', with: {}, to: 'staff' });
}
