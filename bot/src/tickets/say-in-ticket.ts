import type { Blocked } from '../bookkeeping.ts';
import type { GuildId } from '../ids.ts';
import type { Notice, Tables } from '../store.ts';
import { say } from './notice.ts';

/** Staff read it in the open ticket of the member it is about, where there is one. */
export async function sayInTicket(
  tables: Tables,
  about: { readonly guild: GuildId; readonly who: Blocked; readonly source: string; readonly now: number },
  notice: Notice,
): Promise<void> {
  if (about.who.kind !== 'person') return;
  const ticket = (await tables.tickets.openOf(about.who.id)).find(({ guild }) => guild === about.guild);
  if (ticket !== undefined) await say(tables, ticket, notice, about.source, about.now);
}
