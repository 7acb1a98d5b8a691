import { randomBytes } from 'node:crypto';

/**
 * One type per kind of id, so that a channel id cannot stand where a message id belongs.
 * Discord's ids are snowflakes: decimal strings of 17 to 20 digits that grow with time.
 */
declare const brand: unique symbol;
type Id<Kind extends string, Of = string> = Of & { readonly [brand]: Kind };

/** The bot's application id. Everything that touches Discord carries it. */
export type BotId = Id<'bot'>;
export type GuildId = Id<'guild'>;
/** A channel, thread, forum post, category or DM channel. */
export type ChannelId = Id<'channel'>;
export type MessageId = Id<'message'>;
export type UserId = Id<'user'>;
export type RoleId = Id<'role'>;
export type WebhookId = Id<'webhook'>;
export type InteractionId = Id<'interaction'>;

/** Our own id of someone, member or staff; only the identities table connects it to a Discord user. */
export type PersonId = Id<'person'>;
export type TicketId = Id<'ticket'>;
/** What an anonymous member is called in a server, and nobody else there. */
export type Alias = Id<'alias'>;
/** Counts up over all tickets; the order of entries is the order of these. */
export type EntryId = Id<'entry', number>;
export type DeliveryId = Id<'delivery', number>;
/** The SHA-256 of a file's bytes, in hex. */
export type FileHash = Id<'file'>;
/** The SHA-256 of a share link's secret, in hex. */
export type LinkHash = Id<'link'>;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id of ours: 26 characters, sorting by time, 80 random bits. `now` is in epoch milliseconds. */
export function newId<Of extends PersonId | TicketId>(now: number): Of {
  let time = '';
  for (let rest = now, digit = 0; digit < 10; digit += 1, rest = Math.floor(rest / 32))
    time = alphabet[rest % 32] + time;
  const noise = Array.from(randomBytes(16), (byte) => alphabet[byte % 32]).join('');
  return (time + noise) as Of;
}

/** Whether a text has the form of an id of ours. */
export function isOurId(text: string): boolean {
  return /^[0-9a-hjkmnp-tv-z]{26}$/.test(text);
}

/** Whether a text has the form of a Discord id. */
export function isSnowflake(text: string): boolean {
  return /^\d{17,20}$/.test(text);
}

/** When a snowflake was made, in epoch milliseconds (Discord's epoch is the first second of 2015). */
export function madeAt(snowflake: string): number {
  return Number((BigInt(snowflake) >> 22n) + 1420070400000n);
}

/** The smallest snowflake of an instant. */
export function firstIdAt(at: number): MessageId {
  return String((BigInt(Math.max(at, 1420070400000)) - 1420070400000n) << 22n) as MessageId;
}
