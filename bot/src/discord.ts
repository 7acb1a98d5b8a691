import type { BotId, ChannelId, GuildId, InteractionId, MessageId, RoleId, UserId, WebhookId } from './ids.ts';

/** What we ask of Discord, what it tells us, and how it refuses. Kept by the folder discord/; nobody else speaks Discord's own types. */

// ---- who and where ----

export interface Account {
  readonly id: UserId;
  readonly username: string;
  /** The name people see: the server nickname where there is one, else the global name, else the username. */
  readonly displayName: string;
  /** Absolute URL, always set: Discord has default avatars. */
  readonly avatarUrl: string;
  readonly bot: boolean;
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
}

export interface Webhook {
  readonly id: WebhookId;
  readonly token: string;
  /** The channel it posts into; threads and posts use their parent's. */
  readonly channel: ChannelId;
}

// ---- what Discord tells us ----

export interface IncomingFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string | null;
  /** Signed; stops working after about a day. */
  readonly url: string;
  readonly spoiler: boolean;
  readonly description: string | null;
  /** Seconds; voice messages only. */
  readonly duration: number | null;
}

export interface IncomingSticker {
  readonly id: string;
  readonly name: string;
  /** A picture of it; null for Lottie, which is not a picture. */
  readonly url: string | null;
}

export interface IncomingEmbed {
  readonly title: string | null;
  readonly text: string | null;
  readonly url: string | null;
  readonly image: string | null;
  readonly author: string | null;
  readonly footer: string | null;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** True for what Discord made of a link in the text. */
  readonly unfurled: boolean;
}

export interface IncomingPoll {
  readonly question: string;
  readonly answers: readonly string[];
}

/** What a message holds, whoever wrote it and wherever. */
export interface Content {
  readonly text: string;
  readonly files: readonly IncomingFile[];
  readonly stickers: readonly IncomingSticker[];
  readonly embeds: readonly IncomingEmbed[];
  readonly poll: IncomingPoll | null;
  /** A forwarded message's own content; Discord does not say who wrote it. */
  readonly forwarded: Omit<Content, 'forwarded'> | null;
  /** Kinds of content that we do not know, by Discord's name; they are named to the reader, never dropped. */
  readonly unknown: readonly string[];
}

export interface IncomingMessage extends Content {
  readonly id: MessageId;
  readonly channel: ChannelId;
  /** Null in a DM. */
  readonly guild: GuildId | null;
  readonly author: Account;
  /** The author's roles in the server; empty in a DM and for webhooks. */
  readonly roles: readonly RoleId[];
  readonly webhook: WebhookId | null;
  /** `text` is what people write (also replies and forwards); `system` is joins, pins, calls and the like. */
  readonly kind: 'text' | 'system';
  readonly ephemeral: boolean;
  /** The message this one replies to, by Discord's own reply. */
  readonly replyTo: MessageId | null;
  /** Whether this reply or mention notifies the bot. */
  readonly mentionsBot: boolean;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  readonly editedAt: number | null;
}

interface InteractionBase {
  readonly id: InteractionId;
  readonly token: string;
  readonly bot: BotId;
  readonly by: Account;
  readonly roles: readonly RoleId[];
  /** The person's permissions in the channel; 0n in a DM. */
  readonly permissions: bigint;
  readonly guild: GuildId | null;
  readonly channel: ChannelId;
  /** Discord's locale of the person, like `en-GB`. */
  readonly locale: string;
}

export type Interaction =
  | (InteractionBase & {
      readonly kind: 'command';
      /** The command with its groups, like `close-request create`. */
      readonly name: string;
      readonly options: Readonly<Record<string, string | number | boolean>>;
      /** People named in options, and the author of `target`, by id. */
      readonly accounts: Readonly<Record<string, Account>>;
      /** Message commands only. */
      readonly target: IncomingMessage | null;
    })
  | (InteractionBase & {
      readonly kind: 'autocomplete';
      readonly name: string;
      readonly focused: string;
      readonly typed: string;
      readonly options: Readonly<Record<string, string | number | boolean>>;
    })
  | (InteractionBase & { readonly kind: 'button'; readonly button: string; readonly message: MessageId })
  | (InteractionBase & {
      readonly kind: 'select';
      readonly select: string;
      readonly values: readonly string[];
      readonly message: MessageId;
    })
  | (InteractionBase & {
      readonly kind: 'form';
      readonly form: string;
      /** What was entered, by field id. */
      readonly values: Readonly<Record<string, string>>;
      readonly message: MessageId | null;
    });

export type DiscordEvent =
  | {
      readonly is: 'ready';
      /** True when nothing was missed; false when what happened in between has to be looked up. */
      readonly resumed: boolean;
      /** Every server that the bot is in; absent when resumed. */
      readonly guilds?: readonly GuildId[];
    }
  /** Also when the name or the owner of a server changes. */
  | { readonly is: 'guild-available'; readonly guild: GuildId; readonly name: string }
  | { readonly is: 'guild-gone'; readonly guild: GuildId }
  | { readonly is: 'message'; readonly message: IncomingMessage }
  | { readonly is: 'edit'; readonly message: IncomingMessage }
  | {
      readonly is: 'delete';
      readonly channel: ChannelId;
      readonly guild: GuildId | null;
      readonly messages: readonly MessageId[];
    }
  | {
      readonly is: 'reaction';
      readonly added: boolean;
      readonly channel: ChannelId;
      readonly message: MessageId;
      readonly by: UserId;
      readonly emoji: string;
    }
  | { readonly is: 'typing'; readonly channel: ChannelId; readonly guild: GuildId | null; readonly by: UserId }
  | { readonly is: 'channel-gone'; readonly channel: ChannelId; readonly guild: GuildId }
  | { readonly is: 'roles-changed'; readonly guild: GuildId }
  | { readonly is: 'member-gone'; readonly guild: GuildId; readonly user: UserId }
  | { readonly is: 'member-came'; readonly guild: GuildId; readonly user: UserId }
  | { readonly is: 'interaction'; readonly interaction: Interaction };

// ---- what we ask of Discord ----

export type ButtonStyle = 'primary' | 'secondary' | 'success' | 'danger';
export interface DrawnButton {
  /** Comes back as `Interaction.button`; at most 100 characters. */
  readonly id: string;
  readonly label: string;
  readonly style: ButtonStyle;
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
  readonly choices: readonly { readonly value: string; readonly label: string; readonly description?: string }[];
}
export interface DrawnEmbed {
  readonly title?: string;
  readonly text?: string;
  readonly colour?: number;
  readonly author?: { readonly name: string; readonly iconUrl?: string };
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
  readonly footer?: string;
  readonly imageUrl?: string;
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
  readonly rows?: readonly (readonly (DrawnButton | DrawnLink)[] | DrawnSelect)[];
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

export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly long: boolean;
  readonly required: boolean;
  readonly value?: string;
  readonly placeholder?: string;
  /** At most 4000. */
  readonly longest?: number;
}
/** A choice in a form, shown as a select. */
export interface FormChoice {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly selected?: boolean }[];
}
export interface Form {
  readonly id: string;
  readonly title: string;
  /** At most 5. */
  readonly fields: readonly (FormField | FormChoice)[];
}

export interface CommandOption {
  readonly name: string;
  readonly description: string;
  readonly type: 'text' | 'number' | 'boolean' | 'user' | 'role' | 'channel';
  readonly required?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly autocomplete?: boolean;
}
export interface CommandSpec {
  readonly type: 'chat' | 'message' | 'user';
  readonly name: string;
  readonly description: string;
  readonly options?: readonly CommandOption[];
  readonly subcommands?: readonly Omit<CommandSpec, 'type' | 'subcommands'>[];
  /** Whether it can also be used in the DM with the bot. */
  readonly inDm?: boolean;
}

export interface NewChannel {
  readonly guild: GuildId;
  readonly name: string;
  readonly category: ChannelId | null;
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
export interface Discord {
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

  openDm(user: UserId): Promise<ChannelId>;
  guild(guild: GuildId): Promise<Guild>;
  channels(guild: GuildId): Promise<readonly Channel[]>;
  channel(channel: ChannelId): Promise<Channel>;
  /** Null when the user is not in the server. */
  member(guild: GuildId, user: UserId): Promise<GuildMember | null>;

  createChannel(channel: NewChannel): Promise<ChannelId>;
  createPrivateThread(parent: ChannelId, name: string): Promise<ChannelId>;
  /** A post's first message has the post's id. */
  createPost(forum: ChannelId, name: string, first: DrawnMessage): Promise<ChannelId>;
  changeThread(
    thread: ChannelId,
    change: { readonly archived?: boolean; readonly locked?: boolean; readonly name?: string },
  ): Promise<void>;
  moveChannel(channel: ChannelId, category: ChannelId): Promise<void>;
  deleteChannel(channel: ChannelId): Promise<void>;
  /** Threads that are not archived. */
  activeThreads(guild: GuildId): Promise<readonly Channel[]>;

  webhooks(channel: ChannelId): Promise<readonly Webhook[]>;
  createWebhook(channel: ChannelId, name: string): Promise<Webhook>;

  /** Interaction answers must start within 3 seconds and may be edited for 15 minutes. */
  answer(to: Interaction, message: DrawnMessage, how: { readonly private: boolean }): Promise<void>;
  answerLater(to: Interaction, how: { readonly private: boolean }): Promise<void>;
  editAnswer(to: Interaction, message: DrawnMessage): Promise<void>;
  /** Changes the message that the button or select is on. */
  answerByEdit(to: Interaction, message: DrawnMessage): Promise<void>;
  answerByEditLater(to: Interaction): Promise<void>;
  answerWithForm(to: Interaction, form: Form): Promise<void>;
  answerWithChoices(
    to: Interaction,
    choices: readonly { readonly name: string; readonly value: string }[],
  ): Promise<void>;

  /** Replaces the registered commands when they differ from `commands`; answers whether they did. */
  registerCommands(commands: readonly CommandSpec[]): Promise<boolean>;
}

// ---- how it refuses ----

/** Discord's final refusals by what they mean for us; the numbers stand in discord/refusals.ts. */
export type RefusalReason =
  | 'cannot-dm'
  | 'quarantined'
  | 'unknown-channel'
  | 'unknown-message'
  | 'unknown-user'
  | 'unknown-member'
  | 'unknown-guild'
  | 'unknown-webhook'
  | 'interaction-expired'
  | 'already-answered'
  | 'no-access'
  | 'no-permission'
  | 'unauthorized'
  | 'too-large'
  | 'archived'
  | 'locked'
  | 'name-refused'
  | 'text-blocked'
  | 'too-many-threads'
  | 'too-many-channels'
  | 'parent-full'
  | 'too-many-webhooks'
  | 'expired'
  | 'invalid';

/** Final: the same request will be refused again. */
export class Refused extends Error {
  readonly reason: RefusalReason;
  /** Discord's own code, 0 where it gave none. */
  readonly code: number;
  constructor(reason: RefusalReason, code: number, message: string) {
    super(message);
    this.name = 'Refused';
    this.reason = reason;
    this.code = code;
  }
}

/** Discord wants a pause before this request is made again. */
export class SlowDown extends Error {
  readonly afterMs: number;
  /** `shared`: others used up this resource too; `global`: the whole bot must wait. */
  readonly scope: 'user' | 'global' | 'shared';
  constructor(afterMs: number, scope: SlowDown['scope']) {
    super(`Discord asks for a pause of ${afterMs} ms (${scope})`);
    this.name = 'SlowDown';
    this.afterMs = afterMs;
    this.scope = scope;
  }
}
