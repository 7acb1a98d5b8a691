import type { BotId, ChannelId, GuildId } from '../ids.ts';
import type { Tables } from '../store.ts';

/** The key of the problem that no webhook can be had in a channel. */
export const webhookProblem = (channel: ChannelId): string => `webhooks:${channel}`;

/** A channel was deleted, and its webhooks with it: nobody can mend anything there any more. */
export async function forgetChannel(
  { webhooks, problems }: Pick<Tables, 'webhooks' | 'problems'>,
  where: { readonly bot: BotId; readonly guild: GuildId; readonly channel: ChannelId },
): Promise<void> {
  await webhooks.removeIn(where.bot, where.channel);
  await problems.solve(where.guild, webhookProblem(where.channel));
}
