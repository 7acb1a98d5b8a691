/**
 * What the sandbox's HTTP API and its page say to each other. Types only: the page takes nothing else from here.
 * Ids are snowflakes as strings, instants epoch milliseconds, addresses of pictures and files relative to the page's origin.
 */

/** Someone whose Discord one can look into. */
export interface PersonCard {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly avatar: string | null;
  /** `staff` can delete other people's messages somewhere, as moderators do. */
  readonly part: 'member' | 'staff';
}

/** Whoever a message or a list shows. */
export interface AuthorView {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly avatar: string | null;
  readonly kind: 'person' | 'bot' | 'webhook';
  /** Of the name, like `#e67e22`, when a role gives one. */
  readonly colour: string | null;
}

/** What one person's client shows beside the messages. */
export interface ClientView {
  readonly self: PersonCard;
  /** The language of their client, by Discord's name for it. */
  readonly locale: string;
  readonly directMessages: readonly DirectMessageView[];
  readonly servers: readonly ServerView[];
  /** Servers that this person has left or never joined. */
  readonly elsewhere: readonly { readonly id: string; readonly name: string }[];
}

export interface DirectMessageView {
  readonly bot: AuthorView;
  readonly channelId: string;
  readonly lastMessageId: string | null;
  readonly blocked: boolean;
  /** The person accepts no DMs from anyone. */
  readonly closed: boolean;
}

export interface ServerView {
  readonly id: string;
  readonly name: string;
  readonly icon: string | null;
  readonly channels: readonly ChannelView[];
  readonly members: readonly (AuthorView & { readonly roles: readonly string[] })[];
  readonly roles: readonly { readonly id: string; readonly name: string; readonly colour: string | null }[];
  readonly emojis: readonly { readonly id: string; readonly name: string; readonly animated: boolean }[];
}

export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'voice' | 'category' | 'announcement' | 'forum' | 'thread';
  readonly parentId: string | null;
  readonly position: number;
  readonly topic: string | null;
  /** Not everyone in the server sees it. */
  readonly hidden: boolean;
  readonly mayWrite: boolean;
  readonly mayManage: boolean;
  readonly lastMessageId: string | null;
  readonly thread: ThreadView | null;
  /** Of a forum. */
  readonly tags: readonly TagView[];
}

export interface TagView {
  readonly id: string;
  readonly name: string;
  /** One of the server's has an id. */
  readonly emoji: { readonly id: string | null; readonly name: string } | null;
}

export interface ThreadView {
  readonly archived: boolean;
  readonly locked: boolean;
  readonly tags: readonly string[];
  readonly messageCount: number;
  readonly createdAt: number;
  readonly owner: AuthorView | null;
  /** The first words of a post. */
  readonly excerpt: string | null;
}

export interface MessageView {
  readonly id: string;
  readonly channelId: string;
  readonly author: AuthorView;
  readonly content: string;
  readonly createdAt: number;
  readonly editedAt: number | null;
  /** https://docs.discord.com/developers/resources/message#message-object-message-types */
  readonly type: number;
  readonly mine: boolean;
  readonly mayDelete: boolean;
  readonly mentionsMe: boolean;
  readonly pinned: boolean;
  /** Only this person sees it. */
  readonly onlyForYou: boolean;
  /** The bot has said that an answer will come. */
  readonly thinking: boolean;
  readonly attachments: readonly AttachmentView[];
  /** Discord's own form. */
  readonly embeds: readonly Record<string, unknown>[];
  /** Discord's own form. */
  readonly components: readonly Record<string, unknown>[];
  readonly reactions: readonly ReactionView[];
  readonly reply: ReplyView | null;
  readonly forwarded: ForwardedView | null;
  readonly stickers: readonly { readonly id: string; readonly name: string }[];
  readonly poll: Record<string, unknown> | null;
  /** The command that this message answers. */
  readonly command: { readonly name: string | null; readonly by: AuthorView } | null;
}

export interface AttachmentView {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly address: string;
  readonly picture: boolean;
  readonly width: number | null;
  readonly height: number | null;
  readonly spoiler: boolean;
  readonly description: string | null;
}

export interface ReactionView {
  readonly emoji: string;
  readonly id: string | null;
  readonly count: number;
  readonly mine: boolean;
  readonly names: readonly string[];
}

/** The quoted line over a reply; `author` null when the message is gone. */
export interface ReplyView {
  readonly messageId: string;
  readonly author: AuthorView | null;
  readonly excerpt: string;
}

export interface ForwardedView {
  readonly content: string;
  readonly embeds: readonly Record<string, unknown>[];
  readonly attachments: readonly AttachmentView[];
}

export interface CommandView {
  readonly id: string;
  /** 1 slash command, 2 on a person, 3 on a message. */
  readonly type: number;
  /** With its group and subcommand, like `ticket note add`. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionView[];
}

export interface OptionView {
  readonly name: string;
  readonly description: string;
  /** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
  readonly type: number;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly ChoiceView[];
}

export interface ChoiceView {
  readonly name: string;
  readonly value: string | number;
}

/** Where a server's tickets are shown. */
export type ChannelKind = 'private-thread' | 'private-channel' | 'forum-post';

/** The four guided steps of a first visit. */
export type Step = 'write' | 'answer' | 'close' | 'read';

/** What the whole page shows, whoever one looks through. */
export interface Status {
  readonly people: readonly PersonCard[];
  readonly bot: BotStatus;
  readonly guilds: readonly GuildStatus[];
  /** The first steps that have happened; null where one is not guided. */
  readonly steps: readonly Step[] | null;
  readonly faults: readonly FaultStatus[];
  readonly flow: { readonly running: boolean; readonly perSecond: number };
  readonly counts: { readonly toStaff: Counts; readonly toMembers: Counts };
}

export interface BotStatus {
  readonly state: 'configuring' | 'starting' | 'running' | 'stopped' | 'restarting';
  readonly pid: number | null;
  readonly restarts: number;
  /** Why it last ended, like `signal SIGKILL` or `exit code 1`. */
  readonly ended: string | null;
  readonly online: boolean;
  /** The last lines it printed, oldest first. */
  readonly log: readonly string[];
}

export interface GuildStatus {
  readonly id: string;
  readonly name: string;
  /** Null when the server has no place prepared for another kind. */
  readonly channelKind: ChannelKind | null;
  /** Where transcripts are posted. */
  readonly logsChannel: string | null;
  /** Why the last change of the settings was refused. */
  readonly problem: string | null;
}

export interface FaultStatus {
  readonly kind: FaultKind;
  /** When it ends. */
  readonly until: number;
}

/** `refuse` answers 503 without acting, `act-then-fail` acts first, `delay` answers late, `no-gateway` lets nobody connect. */
export type FaultKind = 'refuse' | 'act-then-fail' | 'delay' | 'no-gateway' | 'no-server';

/** Numbered messages in one direction, counted in what the simulator has stored. */
export interface Counts {
  readonly sent: number;
  readonly arrived: number;
  readonly duplicates: number;
  readonly missing: number;
}

/** One line of the live stream. `as` says through whose eyes. */
export type LiveEvent =
  | { readonly type: 'client'; readonly as: string; readonly client: ClientView }
  | { readonly type: 'message'; readonly as: string; readonly message: MessageView }
  | { readonly type: 'gone'; readonly as: string; readonly channelId: string; readonly messageId: string }
  | { readonly type: 'typing'; readonly as: string; readonly channelId: string; readonly name: string }
  | { readonly type: 'status'; readonly status: Status }
  /** Everything is new: load again. */
  | { readonly type: 'reset' };

/** What an interaction ended in. */
export interface AnsweredView {
  readonly failed: boolean;
  /** Discord's own form. */
  readonly modal: Record<string, unknown> | null;
}

/** The answer to an act: done, or Discord's refusal in words. */
export type ActResult =
  | { readonly ok: true; readonly answered: AnsweredView | null; readonly choices: readonly ChoiceView[] | null }
  | { readonly ok: false; readonly code: number; readonly problem: string };
