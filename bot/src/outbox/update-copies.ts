import { ticketChannel } from '../channels/ticket-channel.ts';
import { Refused } from '../refusal.ts';
import type { DrawnMessage } from '../discord.ts';
import type { Language } from '../language.ts';
import type { DrawContext, DrawnEntry } from '../render/drawable.ts';
import { forMember } from '../render/for-member.ts';
import { forStaff, forStaffByBot } from '../render/for-staff.ts';
import type { Copy, Side } from '../store.ts';
import type { Delivery } from './delivery.ts';
import { contextOf, entryOf } from './drawing.ts';
import { inOpenThread } from './in-open-thread.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { postOnce } from './post-once.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

/** How an entry's parts look now: as a webhook's messages and as the bot's own. */
interface Drawings {
  readonly byWebhook: readonly DrawnMessage[];
  readonly byBot: readonly DrawnMessage[];
}

/**
 * Brings the copies of an entry up to date. Files stay where they are. A text that grew gets further messages, one that shrank loses
 * some. Where a copy's webhook is gone, nobody can change it any more: the bot answers it with what it should say.
 */
export async function sendUpdate(
  parts: SendParts,
  { ticket, entry: id, side }: Pick<Extract<Delivery, { kind: 'update-copies' }>, 'ticket' | 'entry' | 'side'>,
  attempt: Attempt,
): Promise<Sent> {
  const { tables } = parts.store;
  const context = await contextOf(parts, ticket, side);
  const entry = await tables.entries.get(id);
  if (context === null || entry === null) return nothingToRecord;
  const copies = (await tables.copies.of(id, side)).filter((copy) => !copy.original);
  const [first] = copies;
  if (first === undefined) return nothingToRecord;
  const drawn = await entryOf(parts, context, entry, side);
  const { byWebhook, byBot } = draw(context, drawn, side);
  const since = Math.max(entry.at, entry.editedAt ?? 0, entry.deletedAt ?? 0);
  const once: PostOnce = { attempt, since, botsIn: (locale) => draw({ ...context, locale }, drawn, side).byBot };
  for (let part = 0; part < Math.max(byBot.length, ...copies.map((copy) => copy.part + 1)); part += 1) {
    const own = byBot[part];
    const copy = copies.find((one) => one.part === part);
    if (own === undefined) {
      if (copy !== undefined) await record(parts, await takeAway(parts, context, copy), null);
    } else if (copy === undefined) await record(parts, null, await addPart(parts, context, first, part, own, once));
    else {
      const shown = copy.webhook === null ? own : (byWebhook[part] ?? own);
      const instead = await change(parts, context, copy, shown, own, once);
      if (instead !== null) await record(parts, copy, instead);
    }
  }
  return nothingToRecord;
}

/** How to post something that an earlier try may have posted already. */
interface PostOnce {
  readonly attempt: Attempt;
  /** It cannot be there since before; epoch milliseconds. */
  readonly since: number;
  /** The bot's own messages in that language. */
  readonly botsIn: (locale: Language) => readonly DrawnMessage[];
}

/** At once, so that a later try goes on from here, and takes what it finds in the channel for what is still missing. */
async function record({ store }: SendParts, removed: Copy | null, added: Copy | null): Promise<void> {
  await store.transaction(async ({ copies }) => {
    if (removed !== null) await copies.remove(removed.bot, removed.message);
    if (added !== null) await copies.add(added);
  });
}

function draw(context: DrawContext, drawn: DrawnEntry, side: Side): Drawings {
  if (side === 'member') {
    const messages = forMember(context, drawn).map(withoutFiles);
    return { byWebhook: messages, byBot: messages };
  }
  return {
    byWebhook: forStaff(context, drawn).messages.map(withoutFiles),
    byBot: forStaffByBot(context, drawn).map(withoutFiles),
  };
}

function withoutFiles(message: DrawnMessage): DrawnMessage {
  const { files: _, replyTo: __, ...rest } = message;
  return rest;
}

/** `shown` by whoever posted the copy; where that webhook is gone, `own` by the bot, and that copy is returned. */
async function change(
  parts: SendParts,
  context: DrawContext,
  copy: Copy,
  shown: DrawnMessage,
  own: DrawnMessage,
  once: PostOnce,
): Promise<Copy | null> {
  const { ticket } = context;
  const write = async (): Promise<Copy | null> => {
    const webhook = copy.webhook === null ? null : await parts.store.tables.webhooks.get(copy.webhook);
    if (copy.webhook === null) await parts.discord.editMessage(copy.channel, copy.message, shown);
    else if (webhook === null) return replace(parts, context, copy, own, once);
    else await parts.discord.editAs(webhook, ticketChannel(ticket.channelKind).threadOf(ticket), copy.message, shown);
    return null;
  };
  try {
    return await inOpenThread(parts, async () => ticket, copy.channel, write);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.reason === 'unknown-webhook') return replace(parts, context, copy, own, once);
    ignore(error);
    return null;
  }
}

async function replace(
  parts: SendParts,
  context: DrawContext,
  copy: Copy,
  own: DrawnMessage,
  { attempt, since, botsIn }: PostOnce,
): Promise<Copy | null> {
  const nonce = nonceOf(context.ticket.id, copy.entry, copy.side, copy.part, 'instead of', copy.message);
  const draw = (locale: Language): DrawnMessage => ({ ...(botsIn(locale)[copy.part] ?? own), replyTo: copy.message });
  try {
    const message = await postOnce(parts, copy.channel, { locale: context.locale, draw }, nonce, since, attempt);
    return { ...copy, message, webhook: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    ignore(error);
    return null;
  }
}

async function addPart(
  parts: SendParts,
  { ticket, locale }: DrawContext,
  beside: Copy,
  part: number,
  message: DrawnMessage,
  { attempt, since, botsIn }: PostOnce,
): Promise<Copy> {
  const nonce = nonceOf(ticket.id, beside.entry, beside.side, part, 'added');
  const draw = (reads: Language): DrawnMessage => botsIn(reads)[part] ?? message;
  const id = await postOnce(parts, beside.channel, { locale, draw }, nonce, since, attempt);
  return { ...beside, message: id, part, webhook: null };
}

/** Deletes one of our copies. */
export async function takeAway(parts: SendParts, { ticket }: DrawContext, copy: Copy): Promise<Copy> {
  await unlessGone(async () => {
    const webhook = copy.webhook === null ? null : await parts.store.tables.webhooks.get(copy.webhook);
    if (webhook === null) return parts.discord.deleteMessage(copy.channel, copy.message);
    await parts.discord.deleteAs(webhook, ticketChannel(ticket.channelKind).threadOf(ticket), copy.message);
  });
  return copy;
}

const fine: readonly Refused['reason'][] = [
  'unknown-message',
  'unknown-channel',
  'unknown-webhook',
  'archived',
  'locked',
  'no-access',
  'cannot-dm',
];

/** What is gone already needs no change; what is archived and locked is closed and stays as it is. */
function ignore(refusal: Refused): void {
  if (!fine.includes(refusal.reason)) throw refusal;
}

/** As `ignore`, for work without an outcome. */
export async function unlessGone(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    ignore(error);
  }
}
