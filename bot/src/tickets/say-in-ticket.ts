import type { Blocked } from '../bookkeeping.ts';
import type { GuildId } from '../ids.ts';
import type { Notice, Tables } from '../store.ts';
import { say } from './notice.ts';

/** Staff read it in the open ticket of the member it is about, where there is one: under the name by which it is about them. */
export async function sayInTicket(
  tables: Tables,
  about: { readonly guild: GuildId; readonly who: Blocked; readonly source: string; readonly now: number },
  notice: Notice,
): Promise<void> {
  const { who, guild } = about;
  if (who.kind === 'role') return;
  const anonymous = who.kind === 'alias';
  const person = anonymous ? (await tables.aliases.whose(guild, who.id))?.person : who.id;
  const open = person === undefined ? [] : await tables.tickets.openOf(person);
  const ticket = open.find((one) => one.guild === guild && one.anonymous === anonymous);
  if (ticket !== undefined) await say(tables, ticket, notice, about.source, about.now);
}
