import type { Forums } from './forum.ts';
import type { BotId, ChannelId, GuildId, MessageId, RoleId, UserId, WebhookId } from './ids.ts';
import type { Form } from './forms.ts';
import type { IncomingMessage, Interaction } from './incoming.ts';

/**
 * What we ask of Discord. What it tells us stands in incoming.ts, how it refuses in refusal.ts. Kept by the folder discord/; nobody else
 * speaks Discord's own types.
 */

// ---- who and where ----

export interface Account {
  readonly id: UserId;
  readonly username: string;
  /** The name people see: the server nickname where there is one, else the global name, else the username. */
  readonly displayName: string;
  /** Absolute URL, always set: Discord has default avatars. */
  readonly avatarUrl: string;
  readonly bot: boolean;
  /** Like `en-GB`; Discord tells it only of whoever uses something of ours. */
  readonly locale?: string;
}

export interface GuildMember {
  readonly account: Account;
  readonly roles: readonly RoleId[];
  /** Epoch milliseconds; null where Discord does not say. */
  readonly joinedAt: number | null;
}

/** channel types: https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
export type ChannelType = 'text' | 'category' | 'forum' | 'dm' | 'thread' | 'other';

export interface Overwrite {
  readonly id: string;
  readonly of: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Channel {
  readonly id: ChannelId;
  readonly guild: GuildId | null;
  readonly type: ChannelType;
  readonly name: string;
  readonly parent: ChannelId | null;
  readonly overwrites: readonly Overwrite[];
  /** Threads only. */
  readonly archived: boolean;
  readonly locked: boolean;
  /** Who made it. */
  readonly owner?: UserId;
  /** The bot may not see it, and of it only id and type are true. */
  readonly hidden?: boolean;
}

export interface Role {
  readonly id: RoleId;
  readonly name: string;
  readonly permissions: bigint;
  readonly position: number;
  readonly mentionable: boolean;
}

export interface Guild {
  readonly id: GuildId;
  readonly name: string;
  readonly owner: UserId;
  readonly roles: readonly Role[];
  /** Ids of its own emoji. */
  readonly emoji: ReadonlySet<string>;
}

export interface Webhook {
  readonly id: WebhookId;
  readonly token: string;
  /** The channel it posts into; threads and posts use their parent's. */
  readonly channel: ChannelId;
}

// ---- what we ask of Discord ----

export type ButtonStyle = 'primary' | 'secondary' | 'success' | 'danger';
export interface DrawnButton {
  /** Comes back as `Interaction.button`; at most 100 characters. */
  readonly id: string;
  readonly label: string;
  readonly style: ButtonStyle;
  /** The character itself, or `<:name:id>` for one of the server's own. */
  readonly emoji?: string;
  readonly disabled?: boolean;
}
export interface DrawnLink {
  readonly label: string;
  readonly url: string;
}
export interface DrawnSelect {
  readonly id: string;
  readonly placeholder: string;
  /** At most 25. */
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly description?: string;
    /** `👍`, or `<:name:id>` for a server's own. */
    readonly emoji?: string;
    readonly selected?: boolean;
  }[];
}
/** A select of what is there in the server, kept by Discord itself. */
export interface DrawnPicker {
  readonly id: string;
  readonly placeholder: string;
  readonly pick: Picked;
  /** The most that can be picked; none is always possible. */
  readonly most: number;
  /** Ids of what is picked already. */
  readonly selected: readonly string[];
}
/** What there is to pick. */
export type Picked = 'roles' | 'users' | 'text channels' | 'categories' | 'forums';
export interface DrawnEmbed {
  readonly title?: string;
  readonly text?: string;
  readonly colour?: number;
  readonly author?: { readonly name: string; readonly iconUrl?: string };
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
  readonly footer?: string;
  readonly imageUrl?: string;
  /** A small picture in the corner; like `imageUrl` it may be a file of the message, as `attachment://name`. */
  readonly thumbnailUrl?: string;
  readonly at?: number;
}
export interface DrawnFile {
  readonly name: string;
  readonly description?: string;
  readonly spoiler?: boolean;
  /** Called once for each try. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** A message as it is to be shown. Nothing in it pings unless `pings` says so. */
export interface DrawnMessage {
  /** At most 2000 characters. */
  readonly text: string;
  readonly embeds?: readonly DrawnEmbed[];
  /** At most 5 rows of 5 buttons, or a select in a row. */
  readonly rows?: readonly (readonly (DrawnButton | DrawnLink)[] | DrawnSelect | DrawnPicker)[];
  readonly files?: readonly DrawnFile[];
  readonly replyTo?: MessageId;
  readonly pings?: { readonly roles: readonly RoleId[]; readonly users: readonly UserId[] };
  /** Do not make previews of links. */
  readonly noPreviews?: boolean;
}

/** Under whose name and face a webhook posts. */
export interface Face {
  readonly name: string;
  readonly avatarUrl: string;
}

/** A text in languages other than English, by Discord's locales. */
export type InLocales = Readonly<Record<string, string>>;

export interface CommandOption {
  readonly name: string;
  readonly description: string;
  readonly descriptions?: InLocales;
  readonly type: 'text' | 'number' | 'boolean' | 'user' | 'role' | 'channel';
  readonly required?: boolean;
  readonly choices?: readonly { readonly name: string; readonly names?: InLocales; readonly value: string }[];
  readonly autocomplete?: boolean;
}
export interface CommandSpec {
  readonly type: 'chat' | 'message' | 'user';
  readonly name: string;
  /** For what stands in a menu: nobody types it. */
  readonly names?: InLocales;
  readonly description: string;
  readonly descriptions?: InLocales;
  readonly options?: readonly CommandOption[];
  readonly subcommands?: readonly Omit<CommandSpec, 'type' | 'subcommands'>[];
  /** Whether it can also be used in the DM with the bot. */
  readonly inDm?: boolean;
}

export interface NewChannel {
  readonly guild: GuildId;
  readonly name: string;
  readonly category: ChannelId | null;
  /** A text channel where it is left out. */
  readonly type?: 'text' | 'category' | 'forum';
  readonly topic?: string;
  readonly overwrites: readonly Overwrite[];
}

/** The application as Discord knows it. */
export interface BotAccount {
  readonly bot: BotId;
  readonly user: UserId;
  readonly name: string;
  /** Which privileged intents the portal has switched on. */
  readonly mayReadContent: boolean;
  readonly mayReadMembers: boolean;
}

/**
 * Requests are made once: no retries and no waiting inside. A refusal that is final throws `Refused`;
 * a pause that Discord demands throws `SlowDown`; anything else that goes wrong throws whatever it is, and may be tried again.
 */
export interface Discord extends Forums {
  readonly me: BotAccount;
  /** `nonce` makes the send repeatable: Discord answers a second one within minutes with the first message. */
  send(channel: ChannelId, message: DrawnMessage, nonce: string): Promise<MessageId>;
  /** `thread` is the thread or post inside the webhook's channel. Not repeatable: read back before a second try. */
  sendAs(webhook: Webhook, thread: ChannelId | null, face: Face, message: DrawnMessage): Promise<MessageId>;
  editMessage(channel: ChannelId, id: MessageId, message: DrawnMessage): Promise<void>;
  editAs(webhook: Webhook, thread: ChannelId | null, id: MessageId, message: DrawnMessage): Promise<void>;
  deleteMessage(channel: ChannelId, id: MessageId): Promise<void>;
  deleteAs(webhook: Webhook, thread: ChannelId | null, id: MessageId): Promise<void>;
  react(channel: ChannelId, id: MessageId, emoji: string): Promise<void>;
  unreact(channel: ChannelId, id: MessageId, emoji: string): Promise<void>;
  startTyping(channel: ChannelId): Promise<void>;

  /**
   * Oldest first, at most 100; the oldest after `after`, or else the newest (before `before`).
   * Discord does not say in which server they stand nor what roles their authors have: `guild` is as given, `roles` empty.
   */
  messages(
    channel: ChannelId,
    range: {
      readonly after?: MessageId;
      readonly before?: MessageId;
      readonly limit: number;
      readonly guild?: GuildId | null;
    },
  ): Promise<readonly IncomingMessage[]>;
  /** As `messages`. */
  message(channel: ChannelId, id: MessageId, guild?: GuildId | null): Promise<IncomingMessage>;
  /** Downloads what a message carried; throws `Refused('expired')` once the link is dead. */
  download(url: string, limitBytes: number): Promise<Uint8Array>;
  /** The same piece by piece, for what may be large. */
  stream(url: string, limitBytes: number): AsyncIterable<Uint8Array>;

  openDm(user: UserId): Promise<ChannelId>;
  guild(guild: GuildId): Promise<Guild>;
  /** Every server that the bot is in. */
  guilds(): Promise<readonly Pick<Guild, 'id' | 'name'>[]>;
  /** Where a picture of a custom emoji lies, whichever server it belongs to. */
  emojiPicture(id: string, animated: boolean): string;
  channels(guild: GuildId): Promise<readonly Channel[]>;
  channel(channel: ChannelId): Promise<Channel>;
  /** Null when the user is not in the server. */
  member(guild: GuildId, user: UserId): Promise<GuildMember | null>;

  createChannel(channel: NewChannel): Promise<ChannelId>;
  createPrivateThread(parent: ChannelId, name: string): Promise<ChannelId>;
  changeThread(thread: ChannelId, change: Partial<Pick<Channel, 'archived' | 'locked' | 'name'>>): Promise<void>;
  /** Whoever is added must see the channel around the thread; for whoever is not in it, taking out throws `unknown-member`. */
  addToThread(thread: ChannelId, user: UserId): Promise<void>;
  removeFromThread(thread: ChannelId, user: UserId): Promise<void>;
  moveChannel(channel: ChannelId, category: ChannelId): Promise<void>;
  deleteChannel(channel: ChannelId): Promise<void>;
  /** Threads that are not archived. */
  activeThreads(guild: GuildId): Promise<readonly Channel[]>;
  webhooks(channel: ChannelId): Promise<readonly Webhook[]>;
  createWebhook(channel: ChannelId, name: string): Promise<Webhook>;

  /** Interaction answers must start within 3 seconds and may be edited for 15 minutes. */
  answer(to: Interaction, message: DrawnMessage, how: { readonly private: boolean }): Promise<void>;
  answerLater(to: Interaction, how: { readonly private: boolean }): Promise<void>;
  editAnswer(to: Pick<Interaction, 'bot' | 'token'>, message: DrawnMessage): Promise<void>;
  /** Changes the message that the button or select is on. */
  answerByEdit(to: Interaction, message: DrawnMessage): Promise<void>;
  answerByEditLater(to: Interaction): Promise<void>;
  answerWithForm(to: Interaction, form: Form): Promise<void>;
  answerWithChoices(
    to: Interaction,
    choices: readonly { readonly name: string; readonly value: string | number }[],
  ): Promise<void>;

  /** Replaces the registered commands, of all servers or of one, when they differ from `commands`; answers whether they did. */
  registerCommands(commands: readonly CommandSpec[], guild: GuildId | null): Promise<boolean>;
}
