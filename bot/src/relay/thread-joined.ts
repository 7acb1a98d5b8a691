import type { Clock } from '../clock.ts';
import type { DiscordEvent } from '../incoming.ts';
import type { BotId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Store, Ticket } from '../store.ts';
import { isKeptOut, keepOut } from '../tickets/keep-out.ts';
import type { ReadStanding } from '../tickets/standing.ts';

export interface ThreadJoinedParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly bot: { readonly id: BotId };
  readonly standing: ReadStanding;
  readonly settingsOf: (ticket: Ticket) => Promise<Settings>;
}

/** People were added to a thread, by a mention or by somebody's hand: the member of the ticket in it must not be among them. */
export async function threadJoined(
  { clock, store, bot, standing, settingsOf }: ThreadJoinedParts,
  { channel, guild, who }: Extract<DiscordEvent, { is: 'thread-joined' }>,
): Promise<void> {
  const ticket = await store.tables.tickets.byChannel(bot.id, channel);
  if (ticket === null || !isKeptOut(ticket)) return;
  const member = await store.tables.people.get(ticket.person);
  const joined = who.find(({ account }) => account.id === member?.user);
  if (joined === undefined) return;
  const here = { user: joined.account.id, roles: joined.roles, permissions: null };
  if ((await standing(guild, await settingsOf(ticket), here, 'staff')) !== 'none') return;
  const now = clock.now();
  await store.transaction((tables) => keepOut(tables, ticket, `${channel}:${now}`, now));
}
