import { ApiError } from '../errors.ts';
import { findChannel } from '../lookup.ts';
import { may, missingPermissions, need } from '../permissions.ts';
import { memberObject } from '../objects/member.ts';
import type { Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { tellIn } from './tell.ts';
import { needUnarchived } from './writable.ts';
import { message as most } from '../rules/numbers.ts';

export type ReactionEmoji = Message['reactions'][number]['emoji'];

/** The flag is one that TypeScript does not yet take for our target, so no literal. */
const unicodeEmoji = new RegExp('^(?:\\p{RGI_Emoji}|\\p{Extended_Pictographic})\\uFE0F?$', 'v');

/** Reads `✅`, `name:id` or `<a:name:id>`, decoded. @throws 10014 for what is no emoji. */
export function readEmoji(world: World, text: string): ReactionEmoji {
  const custom = /^<?(?:a?:)?(\w{1,32}):(\d{17,20})>?$/.exec(text);
  if (custom) {
    const id = custom[2] ?? '';
    for (const guild of world.state.guilds.values()) {
      const emoji = guild.emojis.get(id);
      if (emoji) return { id, name: emoji.name, animated: emoji.animated };
    }
    throw unknownEmoji();
  }
  if (!unicodeEmoji.test(text)) throw unknownEmoji();
  return { id: null, name: text, animated: false };
}

/** Reacting twice is reacting once. @throws 10014, 30010, 50001, 50013, 50083, 90001 */
export function react(world: World, actor: string, message: Message, emoji: ReactionEmoji): void {
  const channel = placeFor(world, actor, message);
  const there = reactionOf(message, emoji);
  if (there?.userIds.includes(actor)) return;
  if (channel.recipients.some((id) => world.state.users.get(id)?.blocked.has(actor))) {
    throw new ApiError(403, 90001, 'Reaction was blocked');
  }
  if (!there) {
    if (!may(world, actor, channel, 'addReactions')) throw missingPermissions();
    if (message.reactions.length >= most.reactions)
      throw new ApiError(400, 30010, 'Maximum number of reactions reached (20)');
  }
  if (there) there.userIds.push(actor);
  else message.reactions.push({ emoji: { ...emoji }, userIds: [actor] });
  const guild = world.state.guilds.get(channel.guildId ?? '');
  const member = guild?.members.get(actor);
  tellIn(world, channel, 'MESSAGE_REACTION_ADD', () => ({
    ...shared(channel, message),
    user_id: actor,
    emoji: { id: emoji.id, name: emoji.name, animated: emoji.animated },
    message_author_id: message.authorId,
    burst: false,
    type: 0,
    ...(member ? { member: memberObject(world, member) } : {}),
  }));
}

/** Takes back one's own reaction, or another's with Manage Messages. @throws 10014, 50001, 50003, 50013, 50083 */
export function unreact(world: World, actor: string, message: Message, emoji: ReactionEmoji, userId: string): void {
  const channel = placeFor(world, actor, message);
  if (actor !== userId) needToModerate(world, actor, channel);
  const there = reactionOf(message, emoji);
  if (!there) throw unknownEmoji();
  if (!there.userIds.includes(userId)) return;
  there.userIds = there.userIds.filter((id) => id !== userId);
  message.reactions = message.reactions.filter(({ userIds }) => userIds.length > 0);
  tellIn(world, channel, 'MESSAGE_REACTION_REMOVE', () => ({
    ...shared(channel, message),
    user_id: userId,
    emoji: { id: emoji.id, name: emoji.name, animated: emoji.animated },
    burst: false,
    type: 0,
  }));
}

/** Removes all reactions, or all of one emoji; needs Manage Messages. @throws 10014, 50001, 50003, 50013, 50083 */
export function clearReactions(world: World, actor: string, message: Message, emoji?: ReactionEmoji): void {
  const channel = placeFor(world, actor, message);
  needToModerate(world, actor, channel);
  if (!emoji) {
    message.reactions = [];
    return tellIn(world, channel, 'MESSAGE_REACTION_REMOVE_ALL', () => shared(channel, message));
  }
  if (!reactionOf(message, emoji)) throw unknownEmoji();
  message.reactions = message.reactions.filter((reaction) => !isSame(reaction.emoji, emoji));
  tellIn(world, channel, 'MESSAGE_REACTION_REMOVE_EMOJI', () => ({
    ...shared(channel, message),
    emoji: { id: emoji.id, name: emoji.name },
  }));
}

function reactionOf(message: Message, emoji: ReactionEmoji): Message['reactions'][number] | undefined {
  return message.reactions.find((reaction) => isSame(reaction.emoji, emoji));
}

function isSame(one: ReactionEmoji, other: ReactionEmoji): boolean {
  if (one.id !== null || other.id !== null) return one.id === other.id;
  return plain(one.name) === plain(other.name);
}

/** Some clients leave out the mark that asks for the coloured form. */
function plain(name: string): string {
  return name.replaceAll('\uFE0F', '');
}

function placeFor(world: World, actor: string, message: Message): Channel {
  const channel = findChannel(world, message.channelId);
  need(world, actor, channel, 'readMessageHistory');
  needUnarchived(channel);
  return channel;
}

function needToModerate(world: World, actor: string, channel: Channel): void {
  if (channel.guildId === null) throw new ApiError(403, 50003, 'Cannot execute action on a DM channel');
  if (!may(world, actor, channel, 'manageMessages')) throw missingPermissions();
}

function shared(channel: Channel, message: Message): Record<string, unknown> {
  const place = { channel_id: channel.id, message_id: message.id };
  return channel.guildId === null ? place : { ...place, guild_id: channel.guildId };
}

function unknownEmoji(): ApiError {
  return new ApiError(400, 10014, 'Unknown Emoji');
}
