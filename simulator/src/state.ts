/**
 * Everything the pretend Discord knows, as plain data: maps, sets and records that `v8.serialize` can write down.
 * What the wire shows is made from it by objects/. Ids are snowflakes as strings; instants are epoch milliseconds.
 */
export interface State {
  users: Map<string, User>;
  applications: Map<string, Application>;
  guilds: Map<string, Guild>;
  /** All channels, threads and DM channels. */
  channels: Map<string, Channel>;
  /** DM channels by their two accounts' ids, smaller first: `id id`. */
  dms: Map<string, string>;
  /** By channel, then by message id, oldest first. */
  messages: Map<string, Map<string, Message>>;
  webhooks: Map<string, Webhook>;
  interactions: Map<string, Interaction>;
  /** Uploaded bytes by attachment id. */
  uploads: Map<string, Upload>;
  /** Avatars and other pictures by their CDN path, like `/avatars/<user>/<hash>.png`. */
  pictures: Map<string, Upload>;
  /** Messages of the last minutes by `author nonce`, oldest first. */
  nonces: Map<string, { channelId: string; messageId: string; at: number }>;
  /** The last snowflake's counter, so that ids go on where they stopped. */
  lastId: bigint;
}

export interface User {
  id: string;
  username: string;
  globalName: string | null;
  /** Hash of a picture in `pictures`, or null for a default avatar. */
  avatar: string | null;
  bot: boolean;
  locale: string;
  /** Users that this one has blocked. */
  blocked: Set<string>;
  /** Servers in which this person does not accept DMs; '*' is everywhere. */
  dmsClosedIn: Set<string>;
}

export interface Application {
  id: string;
  name: string;
  /** The bot account; its id equals the application's. */
  userId: string;
  ownerId: string;
  token: string;
  clientSecret: string;
  /** Privileged intents that the portal has switched on. */
  intents: { presences: boolean; members: boolean; content: boolean };
  /** By command id; `guildId` null for global ones. */
  commands: Map<string, Command>;
}

export interface Command {
  id: string;
  version: string;
  guildId: string | null;
  /** As it was sent, completed with defaults: type, name, description, options, contexts, … */
  body: Record<string, unknown> & { type: number; name: string };
}

export interface Guild {
  id: string;
  name: string;
  icon: string | null;
  ownerId: string;
  roles: Map<string, Role>;
  members: Map<string, Member>;
  bans: Set<string>;
  emojis: Map<string, Emoji>;
  premiumTier: 0 | 1 | 2 | 3;
}

export interface Role {
  id: string;
  name: string;
  permissions: bigint;
  position: number;
  colour: number;
  hoist: boolean;
  mentionable: boolean;
  managed: boolean;
  /** Of a bot's own role. */
  botId?: string;
}

export interface Member {
  userId: string;
  nick: string | null;
  /** Without @everyone, whose id is the guild's. */
  roles: Set<string>;
  joinedAt: number;
  timedOutUntil: number | null;
}

export interface Emoji {
  id: string;
  name: string;
  animated: boolean;
}

export interface Overwrite {
  id: string;
  type: 'role' | 'member';
  allow: bigint;
  deny: bigint;
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
export const channelTypes = {
  text: 0,
  dm: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
} as const;

export interface Channel {
  id: string;
  type: number;
  guildId: string | null;
  name: string;
  topic: string | null;
  position: number;
  parentId: string | null;
  overwrites: Map<string, Overwrite>;
  nsfw: boolean;
  slowmode: number;
  lastMessageId: string | null;
  /** DMs: both accounts. */
  recipients: string[];
  thread: Thread | null;
  forum: Forum | null;
}

export interface Thread {
  ownerId: string;
  archived: boolean;
  locked: boolean;
  invitable: boolean;
  autoArchiveMinutes: 60 | 1440 | 4320 | 10080;
  archiveTimestamp: number;
  createdAt: number;
  members: Map<string, { joinedAt: number }>;
  messageCount: number;
  totalMessageSent: number;
  appliedTags: string[];
  pinned: boolean;
}

export interface Forum {
  tags: { id: string; name: string; moderated: boolean; emojiId: string | null; emojiName: string | null }[];
  requireTag: boolean;
}

export interface Message {
  id: string;
  channelId: string;
  /** A user's id, or the webhook's. */
  authorId: string;
  /** What a webhook showed as its author. */
  face: { name: string; avatarUrl: string | null } | null;
  webhookId: string | null;
  applicationId: string | null;
  /** https://docs.discord.com/developers/resources/message#message-object-message-types */
  type: number;
  content: string;
  createdAt: number;
  editedAt: number | null;
  tts: boolean;
  mentionEveryone: boolean;
  mentions: string[];
  mentionRoles: string[];
  attachments: Attachment[];
  /** Wire form, completed. */
  embeds: Record<string, unknown>[];
  /** Wire form, ids filled in. */
  components: Record<string, unknown>[];
  reactions: { emoji: { id: string | null; name: string; animated: boolean }; userIds: string[] }[];
  nonce: string | number | null;
  pinned: boolean;
  flags: number;
  reference: { type: 0 | 1; messageId: string; channelId: string; guildId: string | null } | null;
  /** Forwards: the wire form of the snapshot's `message`. */
  snapshot: Record<string, unknown> | null;
  stickers: { id: string; name: string; format: 1 | 2 | 3 | 4 }[];
  /** Wire form. */
  poll: Record<string, unknown> | null;
  /** Answers to interactions: which one, by whom. */
  interaction: { id: string; type: number; userId: string; name: string | null } | null;
  /** Ephemeral answers: the only person who sees it. */
  onlyFor: string | null;
  /** Fields of the wire form that the simulator does not know. */
  extra?: Record<string, unknown>;
}

export interface Attachment {
  id: string;
  filename: string;
  description: string | null;
  contentType: string | null;
  size: number;
  width: number | null;
  height: number | null;
  duration: number | null;
  waveform: string | null;
  spoiler: boolean;
  ephemeral: boolean;
}

export interface Upload {
  bytes: Uint8Array;
  contentType: string;
}

export interface Webhook {
  id: string;
  guildId: string;
  channelId: string;
  name: string;
  avatar: string | null;
  token: string;
  applicationId: string | null;
  creatorId: string;
}

export interface Interaction {
  id: string;
  token: string;
  applicationId: string;
  /** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
  type: number;
  userId: string;
  guildId: string | null;
  channelId: string;
  createdAt: number;
  /** The wire form of `data`. */
  data: Record<string, unknown>;
  /** The message whose button, select or modal it is. */
  messageId: string | null;
  /** The first answer's type, once there is one. */
  answered: number | null;
  /** The message that the first answer made; with type 5 it appears as "thinking" first. */
  answerId: string | null;
  /** What the person is shown: a modal to fill, or autocomplete choices. */
  modal: Record<string, unknown> | null;
  choices: { name: string; value: string | number }[] | null;
}

export function emptyState(): State {
  return {
    users: new Map(),
    applications: new Map(),
    guilds: new Map(),
    channels: new Map(),
    dms: new Map(),
    messages: new Map(),
    webhooks: new Map(),
    interactions: new Map(),
    uploads: new Map(),
    pictures: new Map(),
    nonces: new Map(),
    lastId: 0n,
  };
}
