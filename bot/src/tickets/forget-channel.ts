import type { BotId, ChannelId, GuildId } from '../ids.ts';
import type { Tables } from '../store.ts';

/** The key of the problem that no webhook can be had in a channel. */
export const webhookProblem = (channel: ChannelId): string => `webhooks:${channel}`;

/** A thread with a member is gone: they are answered in their DM again. */
export async function forgetMemberThread(
  { tickets }: Pick<Tables, 'tickets'>,
  bot: BotId,
  thread: ChannelId,
): Promise<void> {
  const ticket = await tickets.byMemberThread(bot, thread);
  if (ticket !== null) await tickets.change(ticket.id, { memberThread: null, answersInThread: false });
}

/** A channel was deleted, and its webhooks with it: nobody can mend anything there any more. */
export async function forgetChannel(
  { webhooks, problems }: Pick<Tables, 'webhooks' | 'problems'>,
  where: { readonly bot: BotId; readonly guild: GuildId; readonly channel: ChannelId },
): Promise<void> {
  await webhooks.removeIn(where.bot, where.channel);
  await problems.solve(where.guild, webhookProblem(where.channel));
}
