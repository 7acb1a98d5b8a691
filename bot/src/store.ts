import type { Content } from './discord.ts';
import type {
  BotId,
  ChannelId,
  DeliveryId,
  EntryId,
  FileHash,
  GuildId,
  MessageId,
  PersonId,
  TicketId,
  UserId,
  WebhookId,
} from './ids.ts';
import type { Delivery } from './outbox/delivery.ts';

/**
 * What we remember. Kept by the folder store/.
 * Instants are epoch milliseconds. A transaction hands out tables and nothing else, so that no network call can sit inside one.
 */
export interface Store {
  /**
   * All of `work` or nothing. Several transactions may share one commit; each resolves once that commit is on disk,
   * and one that throws is rolled back alone and rejects with what was thrown.
   */
  transaction<Result>(work: (tables: Tables) => Promise<Result>): Promise<Result>;
  /** For reading outside of transactions. */
  readonly tables: Tables;
  close(): Promise<void>;
}

export interface Tables {
  readonly people: People;
  readonly tickets: Tickets;
  readonly entries: Entries;
  readonly copies: Copies;
  readonly reading: Reading;
  readonly files: StoredFiles;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly settings: SettingsTable;
  readonly intake: Intake;
  readonly webhooks: Webhooks;
  readonly gateway: GatewaySessions;
  readonly problems: Problems;
}

export type Side = 'member' | 'staff';
export const otherSide = (side: Side): Side => (side === 'member' ? 'staff' : 'member');

// ---- people: the only table that knows Discord ids, names and avatars of people ----

export interface Person {
  readonly id: PersonId;
  readonly bot: BotId;
  readonly user: UserId;
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string;
  /** Their DM channel with this bot, once known. */
  readonly dm: ChannelId | null;
}

export interface People {
  /** Finds or makes the person and keeps name, avatar and DM channel (where given) up to date. */
  meet(who: Omit<Person, 'id' | 'dm'> & { readonly dm?: ChannelId }, now: number): Promise<Person>;
  get(id: PersonId): Promise<Person | null>;
  byUser(bot: BotId, user: UserId): Promise<Person | null>;
  byDm(bot: BotId, dm: ChannelId): Promise<Person | null>;
  /** Known DM channels, most recently used first, a page at a time by the last person of the page before. */
  dms(bot: BotId, after: PersonId | null, limit: number): Promise<readonly Person[]>;
}

// ---- tickets ----

export type ChannelKind = 'private-thread' | 'private-channel' | 'forum-post';
export type TicketState = 'opening' | 'open' | 'closing' | 'closed';

/** Why and how a ticket is closed; kept from the moment it is decided, since each step may be repeated. */
export interface Closing {
  readonly by: PersonId | null;
  readonly cause: 'manual' | 'auto' | 'channel-deleted' | 'bot-removed' | 'not-opened';
  readonly comment: string | null;
  /** Whether the member may read the comment. */
  readonly shareComment: boolean;
  /** Whether the member gets the closing message. */
  readonly notify: boolean;
}

export interface Ticket {
  readonly id: TicketId;
  /** Counts up per server. */
  readonly number: number;
  readonly bot: BotId;
  readonly guild: GuildId;
  readonly person: PersonId;
  readonly state: TicketState;
  readonly channelKind: ChannelKind;
  readonly parent: ChannelId;
  readonly channel: ChannelId | null;
  /** The message with the details and the buttons. */
  readonly card: MessageId | null;
  readonly claimedBy: PersonId | null;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly closing: Closing | null;
}

export interface Tickets {
  /** Null if the member has an opening or open ticket in this server already; the database decides. Numbers are given here. */
  open(
    ticket: Pick<Ticket, 'id' | 'bot' | 'guild' | 'person' | 'channelKind' | 'parent' | 'openedAt'>,
  ): Promise<Ticket | null>;
  get(id: TicketId): Promise<Ticket | null>;
  byChannel(bot: BotId, channel: ChannelId): Promise<Ticket | null>;
  /** Opening or open, not closing: whoever writes while a ticket closes begins a new one. The most recently opened first. */
  openOf(person: PersonId): Promise<readonly Ticket[]>;
  allOpen(bot: BotId, after: TicketId | null, limit: number): Promise<readonly Ticket[]>;
  lastOf(person: PersonId, guild: GuildId): Promise<Ticket | null>;
  countOf(person: PersonId, guild: GuildId): Promise<number>;
  /** Closed and open ones, newest first. */
  historyOf(person: PersonId, guild: GuildId, limit: number): Promise<readonly Ticket[]>;
  openIn(bot: BotId, guild: GuildId): Promise<readonly Ticket[]>;
  /** Changes fields; `from` refuses (false) unless the ticket is in one of those states. */
  change(
    id: TicketId,
    change: Partial<Pick<Ticket, 'state' | 'channel' | 'card' | 'claimedBy' | 'closedAt' | 'closing'>>,
    from?: readonly TicketState[],
  ): Promise<boolean>;
  /** Sets the claimer if nobody, or `instead`, has it; the database decides. */
  claim(id: TicketId, by: PersonId | null, instead: PersonId | null): Promise<boolean>;
}

// ---- entries ----

export type EntryKind = 'member' | 'reply' | 'internal' | 'notice';

/** What the bot itself says, by the key of its text and what fills it. */
export interface Notice {
  readonly text: string;
  readonly with: Readonly<Record<string, string | number>>;
  /** Who reads it. */
  readonly to: Side | 'both';
}

export interface Entry {
  readonly id: EntryId;
  readonly ticket: TicketId;
  readonly kind: EntryKind;
  /** Null for notices. */
  readonly author: PersonId | null;
  /** When it was written, by Discord's clock. */
  readonly at: number;
  /** What made it, like `message:123` or `interaction:456`; unique. */
  readonly source: string;
  readonly content: Content;
  readonly notice: Notice | null;
  readonly replyTo: EntryId | null;
  /** Replies only: the member sees the server instead of the person. */
  readonly anonymous: boolean;
  readonly state: 'accepted' | 'delivered' | 'undelivered';
  readonly editedAt: number | null;
  readonly deletedAt: number | null;
}

export interface EntryVersion {
  readonly content: Content;
  /** When this version was replaced. */
  readonly until: number;
}

export interface Entries {
  /** Null if there is an entry of this source already. */
  add(entry: Omit<Entry, 'id' | 'state' | 'editedAt' | 'deletedAt'>): Promise<Entry | null>;
  get(id: EntryId): Promise<Entry | null>;
  bySource(source: string): Promise<Entry | null>;
  /** Oldest first, after the entry `after`. */
  of(ticket: TicketId, after: EntryId | null, limit: number): Promise<readonly Entry[]>;
  /** Newest first. */
  latest(ticket: TicketId, limit: number): Promise<readonly Entry[]>;
  /** Keeps the old content as a version. */
  edit(id: EntryId, content: Content, now: number): Promise<void>;
  markDeleted(id: EntryId, now: number): Promise<void>;
  setState(id: EntryId, state: Entry['state']): Promise<void>;
  versions(id: EntryId): Promise<readonly EntryVersion[]>;
}

// ---- copies: where an entry can be seen in Discord ----

export interface Copy {
  readonly entry: EntryId;
  readonly bot: BotId;
  readonly side: Side;
  readonly channel: ChannelId;
  readonly message: MessageId;
  /** Copies of one entry on one side, from 0; long texts need several. */
  readonly part: number;
  /** True for the message that a person wrote; false for those that we made. */
  readonly original: boolean;
  /** The webhook that posted it; only that webhook can edit it. */
  readonly webhook: WebhookId | null;
}

export interface Copies {
  /** Adding the same message again changes nothing. */
  add(copy: Copy): Promise<void>;
  byMessage(bot: BotId, message: MessageId): Promise<Copy | null>;
  of(entry: EntryId, side: Side): Promise<readonly Copy[]>;
  remove(bot: BotId, message: MessageId): Promise<void>;
}

// ---- reading: how far each channel was read, for catching up after downtime ----

export interface Reading {
  /** The newest message of the channel that was handled; null for a channel never read. */
  upTo(bot: BotId, channel: ChannelId): Promise<MessageId | null>;
  /** Never goes back: an older message than the stored one changes nothing. */
  mark(bot: BotId, channel: ChannelId, message: MessageId): Promise<void>;
  /** Whether messages may have been missed and not all channels were looked at since. */
  isBehind(bot: BotId): Promise<boolean>;
  setBehind(bot: BotId, behind: boolean): Promise<void>;
}

// ---- files ----

/** A file of an entry, by its place in it. */
export interface StoredFile {
  readonly entry: EntryId;
  /** Discord's id of the attachment or sticker. */
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly size: number;
  /** Null when the bytes could not be kept; then `problem` says why. */
  readonly hash: FileHash | null;
  readonly problem: string | null;
}

export interface StoredFiles {
  put(file: StoredFile): Promise<void>;
  of(entry: EntryId): Promise<readonly StoredFile[]>;
}

// ---- outbox ----

export interface Owed {
  readonly id: DeliveryId;
  readonly lane: string;
  readonly delivery: Delivery;
  /** How often it was tried and failed. */
  readonly attempts: number;
  /** When it was tried first; null if it was not tried. */
  readonly firstTriedAt: number | null;
}

/** The right to work on a lane, with the delivery at its head. */
export interface Claim {
  readonly lane: string;
  /** Grows with each claim; whoever holds an older one has lost the lane. */
  readonly fence: number;
  /** Grows when something is added to the lane. */
  readonly version: number;
  readonly head: Owed;
  /** Somebody held the lane and did not come back: the head may have been carried out. */
  readonly interrupted: boolean;
}

export interface Outbox {
  /**
   * Puts a delivery at the end of a lane. With `key`, nothing is added while one of the same key waits; one that somebody
   * has begun to carry out does not count, since it may have looked before what makes this one owed.
   */
  owe(lane: string, delivery: Delivery, now: number, key?: string): Promise<void>;
  /** Claims up to `limit` lanes whose head is due and that nobody holds past `now`. */
  take(now: number, leaseUntil: number, limit: number): Promise<readonly Claim[]>;
  /** Strikes off the head: the lane's next claim, or null when it is empty, not due or no longer ours. */
  done(claim: Claim, now: number, leaseUntil: number): Promise<Claim | null>;
  /** Lets go of the lane until `at`; the head stays. `tried` counts an attempt. */
  later(
    claim: Claim,
    at: number,
    tried: { readonly firstTriedAt: number; readonly error: string } | null,
  ): Promise<void>;
  /** When the next lane that nobody works on is due; null when nothing is owed. */
  nextAt(): Promise<number | null>;
  /** At start: lets go of every lane that the process before us held, marking it interrupted. */
  releaseAll(now: number): Promise<void>;
  count(): Promise<number>;
}

// ---- timers ----

export interface Timer {
  readonly key: string;
  readonly at: number;
  readonly what: string;
  readonly about: string;
}

export interface Timers {
  /** Replaces the timer of the same key. */
  set(timer: Timer): Promise<void>;
  clear(key: string): Promise<void>;
  due(now: number, limit: number): Promise<readonly Timer[]>;
  nextAt(): Promise<number | null>;
}

// ---- settings ----

export interface StoredSettings {
  readonly guild: GuildId;
  /** Only what was set; defaults are filled in by settings/. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly version: number;
  /** Whether the ids in it were checked against Discord. */
  readonly checked: boolean;
}

export interface SettingsTable {
  get(guild: GuildId): Promise<StoredSettings | null>;
  /** Refuses (false) when `version` is not the stored one (0 for a server without settings). */
  put(
    guild: GuildId,
    values: StoredSettings['values'],
    version: number,
    checked: boolean,
    by: string,
    now: number,
  ): Promise<boolean>;
  all(): Promise<readonly StoredSettings[]>;
  /** Grows with every change; cheap, asked several times a second. */
  revision(): Promise<number>;
}

// ---- intake: messages of members that have no ticket yet ----

export interface Prompt {
  readonly person: PersonId;
  readonly channel: ChannelId;
  readonly message: MessageId | null;
  readonly expiresAt: number;
}

export interface Intake {
  /** Keeps a DM until its server is known; false if it was kept already. `message` is JSON of ours. */
  keep(person: PersonId, source: string, message: string, now: number): Promise<boolean>;
  /** In the order in which they were written. */
  kept(person: PersonId): Promise<readonly { readonly source: string; readonly message: string }[]>;
  drop(person: PersonId): Promise<void>;
  prompt(person: PersonId): Promise<Prompt | null>;
  setPrompt(prompt: Prompt): Promise<void>;
  clearPrompt(person: PersonId): Promise<void>;
  /** The server that the member used last. */
  lastServer(person: PersonId): Promise<GuildId | null>;
  setLastServer(person: PersonId, guild: GuildId): Promise<void>;
  memberships(person: PersonId, now: number): Promise<ReadonlyMap<GuildId, boolean>>;
  /** Whether this may be said now; if so, not again before `until`. */
  mayTell(person: PersonId, what: string, now: number, until: number): Promise<boolean>;
  setMembership(person: PersonId, guild: GuildId, isMember: boolean, until: number): Promise<void>;
}

// ---- webhooks ----

export interface StoredWebhook {
  readonly bot: BotId;
  readonly id: WebhookId;
  readonly token: string;
  readonly channel: ChannelId;
}

export interface Webhooks {
  in(bot: BotId, channel: ChannelId): Promise<readonly StoredWebhook[]>;
  get(id: WebhookId): Promise<StoredWebhook | null>;
  add(webhook: StoredWebhook): Promise<void>;
  remove(id: WebhookId): Promise<void>;
}

// ---- gateway ----

export interface GatewaySession {
  readonly bot: BotId;
  readonly shard: number;
  readonly shardCount: number;
  readonly session: string;
  readonly resumeUrl: string;
  readonly sequence: number;
}

export interface GatewaySessions {
  get(bot: BotId, shard: number): Promise<GatewaySession | null>;
  put(session: GatewaySession): Promise<void>;
  remove(bot: BotId, shard: number): Promise<void>;
}

// ---- problems: what somebody has to mend ----

export interface Problem {
  readonly guild: GuildId | null;
  /** One per server and key, like `no-permission:123`. */
  readonly key: string;
  readonly text: string;
  readonly with: Readonly<Record<string, string | number>>;
  readonly since: number;
}

export interface Problems {
  raise(problem: Problem): Promise<void>;
  solve(guild: GuildId | null, key: string): Promise<void>;
  all(guild?: GuildId): Promise<readonly Problem[]>;
}

/**
 * The data was written by a newer version of this program, or is not ours, is damaged, cannot be reached, or another
 * program serves it. The message is one line that says what and how to mend it.
 */
export class DataUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DataUnusable';
  }
}
