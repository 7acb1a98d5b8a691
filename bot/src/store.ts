import type { Aliases } from './alias.ts';
import type {
  Blocks,
  Outbox,
  Timers,
  SettingsTable,
  Intake,
  Webhooks,
  GatewaySessions,
  Problems,
} from './bookkeeping.ts';
import type { StoredFiles } from './files.ts';
import type { Activity, Closing, Feedbacks } from './closing.ts';
import type { Answer, Doors, TicketTopic } from './door.ts';
import type { BotId, ChannelId, EntryId, GuildId, MessageId, PersonId, TicketId, UserId, WebhookId } from './ids.ts';
import type { Content } from './incoming.ts';
import type { Reactions } from './reactions.ts';
import type { Reading } from './reading.ts';
import type { Panels } from './panels.ts';
import type { ShareLinks } from './links.ts';
import type { ForumTagTable } from './forum.ts';
import type { Upkeep } from './upkeep.ts';

/**
 * What we remember: tickets and all that was said here, our own work in bookkeeping.ts. Kept by the folder store/.
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
  readonly listed: ListedTickets;
  readonly entries: Entries;
  readonly feedback: Feedbacks;
  readonly activity: Activity;
  readonly copies: Copies;
  readonly reading: Reading;
  readonly files: StoredFiles;
  readonly links: ShareLinks;
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly settings: SettingsTable;
  readonly intake: Intake;
  readonly blocks: Blocks;
  readonly aliases: Aliases;
  readonly doors: Doors;
  readonly panels: Panels;
  readonly reactions: Reactions;
  readonly webhooks: Webhooks;
  readonly gateway: GatewaySessions;
  readonly problems: Problems;
  readonly upkeep: Upkeep;
  readonly forumTags: ForumTagTable;
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
  /** Discord's, like `en-GB`, once they have used something of ours. */
  readonly locale: string | null;
}

export interface People {
  /** Finds or makes the person and keeps name, avatar, DM channel and locale (where given) up to date. `id`: what somebody new gets. */
  meet(
    who: Omit<Person, 'id' | 'dm' | 'locale'> & Partial<Pick<Person, 'id' | 'locale'>> & { readonly dm?: ChannelId },
    now: number,
  ): Promise<Person>;
  get(id: PersonId): Promise<Person | null>;
  byUser(bot: BotId, user: UserId): Promise<Person | null>;
  byDm(bot: BotId, dm: ChannelId): Promise<Person | null>;
  /** Known DM channels, most recently used first, a page at a time by the last person of the page before. */
  dms(bot: BotId, after: PersonId | null, limit: number): Promise<readonly Person[]>;
}

// ---- tickets ----

export type ChannelKind = 'private-thread' | 'private-channel' | 'forum-post';
export type TicketState = 'opening' | 'open' | 'closing' | 'closed';

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
  /** Staff never learn who its member is: they read an alias. */
  readonly anonymous: boolean;
  /** A private thread in the server that the member reads and writes instead of their DM. */
  readonly memberThread: ChannelId | null;
  /** The member is answered there, not in their DM. */
  readonly answersInThread: boolean;
  readonly topic: TicketTopic | null;
  /** To the topic's form. */
  readonly answers: readonly Answer[];
}

export interface Tickets {
  /** Null if the member has such a ticket opening or open in this server already, anonymous or not; the database decides. Numbers are given here. */
  open(
    ticket: Pick<Ticket, 'id' | 'bot' | 'guild' | 'person' | 'channelKind' | 'parent' | 'openedAt' | 'anonymous'> &
      Partial<Pick<Ticket, 'topic' | 'answers'>>,
  ): Promise<Ticket | null>;
  get(id: TicketId): Promise<Ticket | null>;
  byNumber(bot: BotId, guild: GuildId, number: number): Promise<Ticket | null>;
  byChannel(bot: BotId, channel: ChannelId): Promise<Ticket | null>;
  byMemberThread(bot: BotId, thread: ChannelId): Promise<Ticket | null>;
  /** Opening or open, not closing: whoever writes while a ticket closes begins a new one. The most recently opened first. */
  openOf(person: PersonId): Promise<readonly Ticket[]>;
  allOpen(bot: BotId, after: TicketId | null, limit: number): Promise<readonly Ticket[]>;
  /**
   * Closed and open ones, newest first, anonymous or not: nobody may read in one ticket that there is one of the other kind. Staff
   * are shown `beside`.
   */
  historyOf(person: PersonId, guild: GuildId, limit: number): Promise<readonly Ticket[]>;
  /** The other tickets of the same member there that may be spoken of in this one: anonymous beside anonymous, named beside named; newest first. */
  beside(ticket: Ticket, limit: number): Promise<readonly Ticket[]>;
  countBeside(ticket: Ticket): Promise<number>;
  openIn(bot: BotId, guild: GuildId): Promise<readonly Ticket[]>;
  /** Of these, those that have no channel yet. */
  waitingIn(bot: BotId, guild: GuildId): Promise<readonly Ticket[]>;
  /** Changes fields; `from` refuses (false) unless the ticket is in one of those states. */
  change(
    id: TicketId,
    change: Partial<
      Pick<
        Ticket,
        'state' | 'channel' | 'card' | 'claimedBy' | 'closedAt' | 'closing' | 'memberThread' | 'answersInThread'
      >
    >,
    from?: readonly TicketState[],
  ): Promise<boolean>;
  /** Sets the claimer if nobody, or `instead`, has it; the database decides. */
  claim(id: TicketId, by: PersonId | null, instead: PersonId | null): Promise<boolean>;
}

/** What is shown of a ticket where there are many of them. */
export type ListedTicket = Pick<
  Ticket,
  'number' | 'person' | 'state' | 'openedAt' | 'closedAt' | 'anonymous' | 'topic'
>;

export interface ListedTickets {
  newest(bot: BotId, guild: GuildId, limit: number): Promise<readonly ListedTicket[]>;
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
  /** `held`: over the limit of its side; it goes on as soon as there is room. `pending`: whoever wrote it can still take it back. */
  readonly state: 'accepted' | 'held' | 'pending' | 'delivered' | 'undelivered' | 'withdrawn';
  readonly editedAt: number | null;
  readonly deletedAt: number | null;
}

export interface EntryVersion {
  readonly content: Content;
  /** When this version was replaced. */
  readonly until: number;
}

/** What an entry that counts towards its side's limit is recorded with. */
export interface Paced {
  readonly state: 'accepted' | 'held' | 'pending' | 'undelivered';
  /** When it may go to the other side: its place in the limit's window. Null: it does not count. */
  readonly dueAt: number | null;
}

export interface Entries {
  /** Null if there is an entry of this source already. */
  add(entry: Omit<Entry, 'id' | 'state' | 'editedAt' | 'deletedAt'> & Partial<Paced>): Promise<Entry | null>;
  get(id: EntryId): Promise<Entry | null>;
  bySource(source: string): Promise<Entry | null>;
  /** Oldest first, after the entry `after`. */
  of(ticket: TicketId, after: EntryId | null, limit: number): Promise<readonly Entry[]>;
  /** Newest first. */
  latest(ticket: TicketId, limit: number): Promise<readonly Entry[]>;
  /** Who wrote the newest of what has arrived on the other side, null for nothing, and whether anything of staff's has. */
  arrived(ticket: TicketId): Promise<{ readonly newest: 'member' | 'reply' | null; readonly answered: boolean }>;
  /** Keeps the old content as a version. */
  edit(id: EntryId, content: Content, now: number): Promise<void>;
  markDeleted(id: EntryId, now: number): Promise<void>;
  setState(id: EntryId, state: Entry['state']): Promise<void>;
  /** It was not delivered, since the member takes no direct messages. */
  markDmClosed(id: EntryId): Promise<void>;
  /** Replies of which that is still true, oldest first; not those that were deleted. */
  dmClosed(ticket: TicketId): Promise<readonly EntryId[]>;
  /** What the member wrote and staff have not got counts as not delivered for now; those of which this is news, oldest first. */
  markUnseen(ticket: TicketId): Promise<readonly EntryId[]>;
  /** Nothing that the member wrote and staff have not got is delivered any more. */
  giveUp(ticket: TicketId): Promise<void>;
  /** What a member wrote and staff have not got goes into another ticket of theirs; which entries these are, oldest first. */
  moveUnseen(from: TicketId, to: TicketId): Promise<readonly EntryId[]>;
  /** The `nth` latest due time of what counts in a ticket on the side of this kind, from 1; null when there are fewer. */
  dueAt(ticket: TicketId, kind: 'member' | 'reply', nth: number): Promise<number | null>;
  /** What waits for room, oldest first. */
  held(ticket: TicketId): Promise<readonly Pick<Entry, 'id' | 'kind'>[]>;
  /** A held entry goes on; false if it is not held any more. */
  release(id: EntryId): Promise<boolean>;
  /** What could be taken back, this one or all of a ticket, goes on; false if nothing could. */
  settle(ticket: TicketId, id: EntryId | null): Promise<boolean>;
  /** Takes it back; false if that is not possible any more. */
  withdraw(id: EntryId): Promise<boolean>;
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
  /** What people wrote in this channel among the newest `entries` of a ticket, unless it is deleted. */
  originals(
    ticket: TicketId,
    channel: ChannelId,
    entries: number,
  ): Promise<readonly { readonly message: MessageId; readonly editedAt: number | null }[]>;
  /** The newest message that shows the member what staff answered in this ticket. */
  newestReply(ticket: TicketId): Promise<MessageId | null>;
  remove(bot: BotId, message: MessageId): Promise<void>;
}
