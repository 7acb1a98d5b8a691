import { createHash } from 'node:crypto';
import { createChannel } from '../acts/create-channel.ts';
import type { NewChannel } from '../acts/create-channel.ts';
import { joinGuild } from '../acts/members.ts';
import { createRole } from '../acts/roles.ts';
import type { RoleChanges } from '../acts/roles.ts';
import { tellGuild } from '../acts/tell.ts';
import { idAt } from '../ids.ts';
import { findApplication, findGuild, findUser } from '../lookup.ts';
import { emojiObject } from '../objects/emoji.ts';
import { allPermissions, permissionFlags } from '../permissions.ts';
import { randomText } from '../random.ts';
import { channelTypes } from '../state.ts';
import type { Application, Channel, Emoji, Guild, Member, Role, User } from '../state.ts';
import type { World } from '../world.ts';
import { drawAvatar } from './draw-avatar.ts';

/** Makes what no API makes: applications, people, servers. After the start, bots that are connected hear of it. */
export interface Seed {
  /** With its bot account of the same id. All privileged intents are on unless `intents` says otherwise. */
  application(draft: {
    readonly id?: string;
    readonly name: string;
    readonly ownerId?: string;
    readonly token?: string;
    readonly intents?: Partial<Application['intents']>;
  }): Application;
  /** Accounts are a year old unless `createdAt` (epoch milliseconds) says otherwise; everybody gets a drawn picture unless `avatar` is null. */
  user(draft: {
    readonly id?: string;
    readonly username: string;
    readonly displayName?: string;
    readonly avatar?: string | null;
    readonly createdAt?: number;
    readonly locale?: string;
  }): User;
  /**
   * With @everyone, the owner, and the bot with a managed role of `botPermissions` (all but Administrator by default) when
   * `bot` is given. Has no channels yet. A year old unless `createdAt` says otherwise.
   */
  guild(draft: {
    readonly id?: string;
    readonly name: string;
    readonly owner: string;
    readonly bot?: string;
    readonly botPermissions?: bigint;
    readonly everyonePermissions?: bigint;
    readonly createdAt?: number;
  }): Guild;
  /** Invites a bot into a server, with its managed role. */
  addBot(guildId: string, applicationId: string, permissions?: bigint): Member;
  role(guildId: string, draft: RoleChanges & { readonly name: string }): Role;
  channel(
    guildId: string,
    draft: Omit<NewChannel, 'type' | 'parentId'> & { readonly type?: number; readonly parent?: string },
  ): Channel;
  join(guildId: string, userId: string, roles?: readonly string[]): Member;
  emoji(guildId: string, draft: { readonly name: string; readonly animated?: boolean }): Emoji;
}

const year = 365 * 24 * 60 * 60 * 1000;

/** What @everyone may do in a new server, as Discord's client makes it. */
const everyonePermissions =
  permissionFlags.createInstantInvite |
  permissionFlags.addReactions |
  permissionFlags.stream |
  permissionFlags.viewChannel |
  permissionFlags.sendMessages |
  permissionFlags.embedLinks |
  permissionFlags.attachFiles |
  permissionFlags.readMessageHistory |
  permissionFlags.mentionEveryone |
  permissionFlags.useExternalEmojis |
  permissionFlags.connect |
  permissionFlags.speak |
  permissionFlags.useVad |
  permissionFlags.changeNickname |
  permissionFlags.useApplicationCommands |
  permissionFlags.requestToSpeak |
  permissionFlags.createPublicThreads |
  permissionFlags.createPrivateThreads |
  permissionFlags.useExternalStickers |
  permissionFlags.sendMessagesInThreads |
  permissionFlags.useEmbeddedActivities |
  permissionFlags.useSoundboard |
  permissionFlags.sendVoiceMessages |
  permissionFlags.sendPolls |
  permissionFlags.useExternalApps;

const botPermissions = allPermissions & ~permissionFlags.administrator;

export function createSeed(world: World): Seed {
  const seed: Seed = {
    application: (draft) => makeApplication(world, seed, draft),
    user: (draft) => makeUser(world, draft),
    guild: (draft) => makeGuild(world, seed, draft),
    addBot(guildId, applicationId, permissions = botPermissions) {
      const { name, userId } = findApplication(world, applicationId);
      const role = createRole(world, null, guildId, { name, permissions, botId: userId });
      return joinGuild(world, guildId, userId, [role.id]);
    },
    role: (guildId, draft) => createRole(world, null, guildId, draft),
    channel: (guildId, { type = channelTypes.text, parent, ...draft }) =>
      createChannel(world, null, guildId, { ...draft, type, ...(parent === undefined ? {} : { parentId: parent }) }),
    join: (guildId, userId, roles) => joinGuild(world, guildId, userId, roles),
    emoji: (guildId, draft) => makeEmoji(world, guildId, draft),
  };
  return seed;
}

function makeApplication(world: World, seed: Seed, draft: Parameters<Seed['application']>[0]): Application {
  const id = draft.id ?? freeId(world, world.clock.now() - year);
  const ownerId = draft.ownerId ?? seed.user({ username: `${draft.name.toLowerCase()}.developer` }).id;
  makeUser(world, { id, username: draft.name }, true);
  const application: Application = {
    id,
    name: draft.name,
    userId: id,
    ownerId,
    token: draft.token ?? botToken(world, id),
    clientSecret: randomText(world.random, 32),
    intents: { presences: true, members: true, content: true, ...draft.intents },
    commands: new Map(),
  };
  world.state.applications.set(id, application);
  return application;
}

function makeUser(world: World, draft: Parameters<Seed['user']>[0], bot = false): User {
  const id = draft.id ?? freeId(world, draft.createdAt ?? world.clock.now() - year);
  const user: User = {
    id,
    username: draft.username,
    globalName: draft.displayName ?? null,
    avatar: draft.avatar === undefined ? storeAvatar(world, id) : draft.avatar,
    bot,
    locale: draft.locale ?? 'en-US',
    blocked: new Set(),
    dmsClosedIn: new Set(),
  };
  world.state.users.set(id, user);
  return user;
}

function makeGuild(world: World, seed: Seed, draft: Parameters<Seed['guild']>[0]): Guild {
  findUser(world, draft.owner);
  const id = draft.id ?? freeId(world, draft.createdAt ?? world.clock.now() - year);
  const everyone: Role = {
    id,
    name: '@everyone',
    permissions: draft.everyonePermissions ?? everyonePermissions,
    position: 0,
    colour: 0,
    hoist: false,
    mentionable: false,
    managed: false,
  };
  const guild: Guild = {
    id,
    name: draft.name,
    icon: null,
    ownerId: draft.owner,
    roles: new Map([[id, everyone]]),
    members: new Map(),
    bans: new Set(),
    emojis: new Map(),
    premiumTier: 0,
  };
  world.state.guilds.set(id, guild);
  joinGuild(world, id, draft.owner);
  if (draft.bot !== undefined) seed.addBot(id, draft.bot, draft.botPermissions);
  return guild;
}

function makeEmoji(world: World, guildId: string, draft: Parameters<Seed['emoji']>[1]): Emoji {
  const guild = findGuild(world, guildId);
  const emoji: Emoji = { id: world.newId(), name: draft.name, animated: draft.animated ?? false };
  guild.emojis.set(emoji.id, emoji);
  world.state.pictures.set(`/emojis/${emoji.id}.png`, {
    bytes: drawAvatar(world.random, guild.emojis.size),
    contentType: 'image/png',
  });
  tellGuild(world, guildId, 'GUILD_EMOJIS_UPDATE', () => ({
    guild_id: guildId,
    emojis: [...guild.emojis.values()].map(emojiObject),
  }));
  return emoji;
}

/** An id of the given age, in an instant of its own: shards are told apart by the instant. */
function freeId(world: World, instant: number): string {
  const { users, guilds } = world.state;
  let id = idAt(instant + Math.floor(world.random() * 1000));
  while (users.has(id.toString()) || guilds.has(id.toString())) id += 1n << 22n;
  return id.toString();
}

function storeAvatar(world: World, userId: string): string {
  const bytes = drawAvatar(world.random, world.state.users.size);
  const hash = createHash('md5').update(bytes).digest('hex');
  world.state.pictures.set(`/avatars/${userId}/${hash}.png`, { bytes, contentType: 'image/png' });
  return hash;
}

/** Three parts, the first of which is the id, as real ones have it. */
function botToken(world: World, id: string): string {
  const name = Buffer.from(id).toString('base64url');
  return `${name}.${randomText(world.random, 6)}.${randomText(world.random, 38)}`;
}
