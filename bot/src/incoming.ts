import type { Account } from './discord.ts';
import type { BotId, ChannelId, GuildId, InteractionId, MessageId, RoleId, UserId, WebhookId } from './ids.ts';

/** What Discord tells us, in our own words. */

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

/** Something that cannot be carried over, and is named with words of its own. */
export interface IncomingThing {
  readonly is: 'activity' | 'sound' | 'theme';
  /** What it is called, where it has a name. */
  readonly name: string | null;
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
  readonly things?: readonly IncomingThing[];
  /** Names of files that the server does not take. */
  readonly refused?: readonly string[];
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
  /** This is Discord's own reply to a message of the bot's, with the ping on. */
  readonly repliesToBot: boolean;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  readonly editedAt: number | null;
  /** It did not come as it was written, but was read from the channel's history after an absence. */
  readonly fetched?: boolean;
}

interface InteractionBase {
  readonly id: InteractionId;
  readonly token: string;
  readonly bot: BotId;
  readonly by: Account;
  readonly roles: readonly RoleId[];
  /** Since when they are in the server, epoch milliseconds; null in a DM, and where Discord does not say. */
  readonly joinedAt: number | null;
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
      /** The same as lists, which choices with commas in them need; without files. */
      readonly lists: Readonly<Record<string, readonly string[]>>;
      /** What was uploaded, by field id. Discord keeps it for a while only. */
      readonly files: Readonly<Record<string, readonly IncomingFile[]>>;
      readonly message: MessageId | null;
    });

/** Who did something in a server. */
export interface InServer {
  readonly account: Account;
  readonly roles: readonly RoleId[];
}

export type DiscordEvent =
  | {
      readonly is: 'ready';
      /** True when nothing was missed; false when what happened in between has to be looked up. */
      readonly resumed: boolean;
      /** Every server that the bot is in; absent when resumed. */
      readonly guilds?: readonly GuildId[];
    }
  | {
      readonly is: 'guild-available';
      readonly guild: GuildId;
      readonly name: string;
      /** Nothing was heard of it before: a new session, an outage, an invitation. False when its name or owner changes. */
      readonly anew: boolean;
      /** Channels that the bot may not view; only said of those that come anew. */
      readonly hidden: readonly ChannelId[];
    }
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
      /** Said only when somebody reacts in a server. */
      readonly member: InServer | null;
      readonly emoji: string;
    }
  | {
      readonly is: 'reactions-cleared';
      readonly channel: ChannelId;
      readonly message: MessageId;
      /** Null: all of them. */
      readonly emoji: string | null;
    }
  | {
      readonly is: 'typing';
      readonly channel: ChannelId;
      readonly guild: GuildId | null;
      readonly by: UserId;
      /** Null in a DM. */
      readonly member: InServer | null;
    }
  /** Told only with the Server Members intent. */
  | {
      readonly is: 'thread-joined';
      readonly channel: ChannelId;
      readonly guild: GuildId;
      readonly who: readonly InServer[];
    }
  | { readonly is: 'channel-gone'; readonly channel: ChannelId; readonly guild: GuildId }
  | { readonly is: 'roles-changed'; readonly guild: GuildId }
  /** Told only with the Server Members intent. */
  | { readonly is: 'member-changed'; readonly guild: GuildId; readonly who: InServer }
  /** A channel was made, changed, hidden or shown; deletions are `channel-gone`. */
  | {
      readonly is: 'channels-changed';
      readonly guild: GuildId;
      readonly channel: ChannelId;
      /** The bot may not view it. */
      readonly isHidden: boolean;
    }
  /** Threads of channels that the bot may view from now on. */
  | { readonly is: 'threads-shown'; readonly guild: GuildId; readonly threads: readonly ChannelId[] }
  | { readonly is: 'member-gone'; readonly guild: GuildId; readonly user: UserId }
  | { readonly is: 'member-came'; readonly guild: GuildId; readonly user: UserId }
  | { readonly is: 'interaction'; readonly interaction: Interaction };
