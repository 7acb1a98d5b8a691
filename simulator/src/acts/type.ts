import { findChannel, isThread } from '../lookup.ts';
import { memberObject } from '../objects/member.ts';
import { need } from '../permissions.ts';
import type { World } from '../world.ts';
import { tellIn } from './tell.ts';
import { needUnarchived, needUnlocked } from './writable.ts';

/** TYPING_START, which clients show for 10 seconds. @throws 10003, 50001, 50013, 50083, 160005 */
export function startTyping(world: World, actor: string, channelId: string): void {
  const channel = findChannel(world, channelId);
  need(world, actor, channel, isThread(channel) ? 'sendMessagesInThreads' : 'sendMessages');
  needUnarchived(channel);
  needUnlocked(world, actor, channel);
  const member = world.state.guilds.get(channel.guildId ?? '')?.members.get(actor);
  tellIn(world, channel, 'TYPING_START', () => ({
    channel_id: channel.id,
    ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
    user_id: actor,
    timestamp: Math.floor(world.clock.now() / 1000),
    ...(member ? { member: memberObject(world, member) } : {}),
  }));
}
