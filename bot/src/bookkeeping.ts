import type {
  Alias,
  BotId,
  ChannelId,
  DeliveryId,
  GuildId,
  InteractionId,
  MessageId,
  PersonId,
  RoleId,
  WebhookId,
} from './ids.ts';
import type { Delivery } from './outbox/delivery.ts';

/** What we remember for our own work: the part of store.ts that is not about conversations. */

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
  /** The same, without the lanes whose holder did not come back in time. */
  takeWaiting(now: number, leaseUntil: number, limit: number): Promise<readonly Claim[]>;
  /** Strikes off the head: the lane's next claim, or null when it is empty, not due or no longer ours. */
  done(claim: Claim, now: number, leaseUntil: number): Promise<Claim | null>;
  /** Holds a claimed lane for longer; nothing happens where it is no longer ours. */
  hold(claim: Pick<Claim, 'lane' | 'fence'>, leaseUntil: number): Promise<void>;
  /** Lets go of the lane until `at`; the head stays. `tried` counts an attempt. */
  later(
    claim: Claim,
    at: number,
    tried: { readonly firstTriedAt: number; readonly error: string } | null,
  ): Promise<void>;
  /** What waits in this lane for a later time is tried now; nothing happens where nothing waits. */
  hurry(lane: string, now: number): Promise<void>;
  /** When the next lane that nobody works on is due; null when nothing is owed. */
  nextAt(): Promise<number | null>;
  /** At start: lets go of every lane that the process before us held, marking it interrupted. */
  releaseAll(now: number): Promise<void>;
  count(): Promise<number>;
  /** How much waits in a lane, or is being sent. */
  length(lane: string): Promise<number>;
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
  /** Those that have gone off, oldest first. */
  due(now: number, limit: number): Promise<readonly Timer[]>;
  /** Takes a timer away if it has gone off; null when somebody else did, or it was set anew. */
  take(key: string, now: number): Promise<Timer | null>;
  /** Takes a timer away before it goes off; null when it is gone. */
  withdraw(key: string): Promise<Timer | null>;
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

/** The server that a member wrote to, or said to write to next. */
export interface LastServer {
  readonly guild: GuildId;
  /** The member's own message, click or command that said so. */
  readonly since: MessageId | InteractionId;
  /** They said so, and have not written since. */
  readonly chosen: boolean;
  /** Whether they are anonymous there; they may have a conversation of each kind. */
  readonly anonymous: boolean;
}

/** `was-member`: so it was when it was last looked at, too long ago to be believed. */
export type Membership = 'member' | 'stranger' | 'was-member';

export interface Intake {
  /** Keeps a DM until its server is known; false if it was kept already. `message` is JSON of ours. */
  keep(person: PersonId, source: string, message: string, now: number): Promise<boolean>;
  /** In the order in which they were written. */
  kept(person: PersonId): Promise<readonly { readonly source: string; readonly message: string }[]>;
  drop(person: PersonId): Promise<void>;
  /** False if it is not kept. */
  editKept(source: string, message: string): Promise<boolean>;
  forgetKept(source: string): Promise<void>;
  prompt(person: PersonId): Promise<Prompt | null>;
  setPrompt(prompt: Prompt): Promise<void>;
  clearPrompt(person: PersonId): Promise<void>;
  lastServer(person: PersonId): Promise<LastServer | null>;
  setLastServer(person: PersonId, last: LastServer): Promise<void>;
  /** What is known of a member; nothing of servers where it is not. */
  memberships(person: PersonId, now: number): Promise<ReadonlyMap<GuildId, Membership>>;
  /** Whether this may be said now; if so, not again before `until`. */
  mayTell(person: PersonId, what: string, now: number, until: number): Promise<boolean>;
  setMembership(person: PersonId, guild: GuildId, isMember: boolean, until: number): Promise<void>;
}

// ---- blocks: who may not open tickets ----

/** A person, an anonymous member whom nobody knows otherwise, or everybody with a role. */
export type Blocked =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'alias'; readonly id: Alias }
  | { readonly kind: 'role'; readonly id: RoleId };

export interface Block {
  readonly guild: GuildId;
  readonly who: Blocked;
  readonly by: PersonId;
  readonly reason: string | null;
  /** A link to where one can see why. */
  readonly evidence: string | null;
  readonly since: number;
  /** Null: until somebody takes it away. */
  readonly until: number | null;
}

export interface Blocks {
  /** Replaces the block of the same person or role. */
  put(block: Block): Promise<void>;
  /** False if there was none. */
  remove(guild: GuildId, who: Blocked): Promise<boolean>;
  /** Those of a person that hold at `now`, in every server; also by an alias of theirs, of which staff must not learn whose it is. */
  ofPerson(person: PersonId, now: number): Promise<readonly Block[]>;
  /** Those of roles that hold at `now`. */
  ofRoles(guild: GuildId, now: number): Promise<readonly Block[]>;
  /** Those of a server that hold at `now`, newest first; `after` the last one of the page before. */
  of(
    guild: GuildId,
    now: number,
    after: { readonly since: number; readonly id: Blocked['id'] } | null,
    limit: number,
  ): Promise<readonly Block[]>;
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
  /** Discord deletes those of a channel with it. */
  removeIn(bot: BotId, channel: ChannelId): Promise<void>;
}

// ---- gateway ----

export interface GatewaySession {
  readonly bot: BotId;
  readonly shard: number;
  readonly shardCount: number;
  readonly session: string;
  readonly resumeUrl: string;
  readonly sequence: number;
  /** What it was begun with, as Discord's bits; a session that is resumed hears of nothing else. */
  readonly intents: number;
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
