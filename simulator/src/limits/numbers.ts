/** So many requests in so many milliseconds. */
export interface Allowance {
  readonly limit: number;
  readonly per: number;
}

export interface Bucket extends Allowance {
  /** What the headers claim instead of `per`, where Discord's are wrong. */
  readonly shownPer?: number;
  /** Buckets of the same hash; its own name when absent. They share the hash, not the counter. */
  readonly hash?: string;
}

/**
 * The rate limits by route. Discord publishes none of these and says not to rely on any (topics/rate-limits);
 * they are what people have measured on it, and plain guesses where nobody has.
 */
export const buckets = {
  'message-create': { limit: 5, per: 5000, hash: 'message' },
  'message-edit': { limit: 5, per: 5000, hash: 'message' },
  /** Three buckets by the message's age. */
  'message-delete': { limit: 3, per: 333 },
  'message-delete-new': { limit: 5, per: 1000 },
  'message-delete-old': { limit: 30, per: 4000 },
  'message-list': { limit: 5, per: 1000 },
  'message-get': { limit: 5, per: 1000 },
  'bulk-delete': { limit: 1, per: 1000 },
  reaction: { limit: 1, per: 250, shownPer: 1000 },
  'reaction-list': { limit: 5, per: 1000 },
  typing: { limit: 5, per: 5000 },
  pin: { limit: 5, per: 4000 },
  'channel-get': { limit: 10, per: 10_000 },
  'channel-edit': { limit: 5, per: 15_000 },
  'channel-delete': { limit: 5, per: 15_000 },
  'channel-create': { limit: 10, per: 10_000 },
  'channel-list': { limit: 10, per: 10_000 },
  overwrite: { limit: 10, per: 15_000 },
  'thread-create': { limit: 10, per: 10_000 },
  'thread-list': { limit: 10, per: 10_000 },
  'thread-member': { limit: 10, per: 10_000 },
  'webhook-create': { limit: 10, per: 10_000 },
  'webhook-read': { limit: 10, per: 10_000 },
  'webhook-edit': { limit: 5, per: 5000 },
  'webhook-execute': { limit: 5, per: 2000 },
  'webhook-message': { limit: 5, per: 2000 },
  guild: { limit: 10, per: 10_000 },
  'member-get': { limit: 5, per: 1000 },
  'member-list': { limit: 10, per: 10_000 },
  'member-edit': { limit: 10, per: 10_000 },
  role: { limit: 10, per: 10_000 },
  user: { limit: 10, per: 10_000 },
  'dm-open': { limit: 10, per: 10_000 },
  application: { limit: 10, per: 10_000 },
  gateway: { limit: 10, per: 10_000 },
  commands: { limit: 5, per: 20_000 },
  'interaction-callback': { limit: 5, per: 1000 },
  'interaction-message': { limit: 5, per: 2000 },
} as const satisfies Record<string, Bucket>;

export type LimitName = keyof typeof buckets;

/** Limits that no header shows; one that is used up answers 429 while the headers still say that requests remain. */
export const hidden = {
  /** PATCH of a channel's name or topic, per channel. */
  rename: { limit: 2, per: 600_000 },
  /** All webhooks of a channel together; whether its threads count apart is not known, here they do not. */
  webhookChannel: { limit: 30, per: 60_000 },
  /** New threads and posts in a server, on everyone's account together; the real number moves. */
  threads: { limit: 50, per: 300_000 },
} as const satisfies Record<string, Allowance>;

/** For each bot, and for each address without a token: topics/rate-limits#global-rate-limit. */
export const global: Allowance = { limit: 50, per: 1000 };
