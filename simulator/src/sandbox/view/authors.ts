import { guildPermissions, permissionFlags } from '../../permissions.ts';
import type { Guild, Message, State, User } from '../../state.ts';
import type { World } from '../../world.ts';
import type { AuthorView, PersonCard } from '../wire.ts';

export function personCard(world: World, user: User): PersonCard {
  return {
    id: user.id,
    username: user.username,
    displayName: user.globalName ?? user.username,
    avatar: avatarOf(user),
    part: isStaff(world, user.id) ? 'staff' : 'member',
  };
}

/** Everybody that is not a bot, in the order in which they came. */
export function people(world: World): readonly PersonCard[] {
  return [...world.state.users.values()].filter(({ bot }) => !bot).map((user) => personCard(world, user));
}

function isStaff(world: World, userId: string): boolean {
  return [...world.state.guilds.values()].some(
    (guild) =>
      guild.members.has(userId) &&
      (guildPermissions(guild, userId, world.clock.now()) & permissionFlags.manageMessages) !== 0n,
  );
}

/** An account as it is called in a server, or outside of any. */
export function accountView(state: State, userId: string, guild: Guild | null): AuthorView {
  const user = state.users.get(userId);
  if (!user) return unknownAuthor(userId);
  return {
    id: user.id,
    name: guild?.members.get(userId)?.nick ?? user.globalName ?? user.username,
    username: user.username,
    avatar: avatarOf(user),
    kind: user.bot ? 'bot' : 'person',
    colour: guild ? colourIn(guild, userId) : null,
  };
}

export function messageAuthor(state: State, message: Message, guild: Guild | null): AuthorView {
  // Answers to interactions carry their application as the webhook, and its bot as the author.
  if (message.webhookId === null || state.users.has(message.authorId)) {
    return accountView(state, message.authorId, guild);
  }
  const name = message.face?.name ?? state.webhooks.get(message.authorId)?.name ?? 'Deleted Webhook';
  return {
    id: message.authorId,
    name,
    username: name,
    avatar: localAddress(message.face?.avatarUrl ?? null),
    kind: 'webhook',
    colour: null,
  };
}

export function guildOf(state: State, channelId: string): Guild | null {
  return state.guilds.get(state.channels.get(channelId)?.guildId ?? '') ?? null;
}

/** Pictures are taken from the page's own origin; the page shows nothing from elsewhere. */
export function localAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { pathname, search } = new URL(address);
  return pathname.startsWith('/cdn/') ? pathname + search : null;
}

export function hexColour(colour: number): string | null {
  return colour === 0 ? null : `#${colour.toString(16).padStart(6, '0')}`;
}

/** https://docs.discord.com/developers/reference#image-formatting-cdn-endpoints */
function avatarOf({ id, avatar }: User): string {
  return avatar === null ? `/cdn/embed/avatars/${(BigInt(id) >> 22n) % 6n}.png` : `/cdn/avatars/${id}/${avatar}.png`;
}

/** Of the highest role that has one. */
function colourIn(guild: Guild, userId: string): string | null {
  const roles = [...(guild.members.get(userId)?.roles ?? [])]
    .map((id) => guild.roles.get(id))
    .filter((role) => role !== undefined && role.colour !== 0)
    .sort((one, other) => (other?.position ?? 0) - (one?.position ?? 0));
  return hexColour(roles[0]?.colour ?? 0);
}

function unknownAuthor(id: string): AuthorView {
  return { id, name: 'Deleted User', username: 'deleted', avatar: null, kind: 'person', colour: null };
}
