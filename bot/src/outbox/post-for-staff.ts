import { ticketChannel } from '../channels/ticket-channel.ts';
import { Refused, SlowDown } from '../refusal.ts';
import type { DrawnMessage, Face } from '../discord.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { ChannelId, MessageId, WebhookId } from '../ids.ts';
import type { DrawContext } from '../render/drawable.ts';
import { forStaff, forStaffByBot } from '../render/for-staff.ts';
import { neutralFace } from '../render/names.ts';
import type { Copy } from '../store.ts';
import type { StoredWebhook } from '../bookkeeping.ts';
import type { Post } from './copy.ts';
import { findPosted } from './find-posted.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';

/** Posts an entry in the ticket channel: under its author's name through a webhook, or by the bot where that is not possible. */
export const postForStaff: Post = async (parts, context, drawn, done, attempt, posted) => {
  const { ticket } = context;
  const channel = ticket.channel as ChannelId;
  const isOurs = attempt.unsure ? await ours(parts, context) : null;
  let last: Copy | null = null;

  async function keep(part: number, message: MessageId, webhook: WebhookId | null): Promise<void> {
    if (last !== null) await posted(last);
    const { id: entry } = drawn.entry;
    last = { entry, bot: ticket.bot, side: 'staff', channel, message, part, original: false, webhook };
  }

  async function byWebhook(face: Face, messages: readonly DrawnMessage[]): Promise<number> {
    for (const [part, message] of messages.entries()) {
      if (done.has(part)) continue;
      const found = isOurs && (await findPosted(parts, channel, message, drawn.entry.at, isOurs));
      if (found) {
        await keep(part, found.id, found.webhook);
        continue;
      }
      const sent = await sendAs(parts, context, face, message);
      if (sent === null) return part;
      await keep(part, sent.message, sent.webhook);
    }
    return messages.length;
  }

  async function byBot(messages: readonly DrawnMessage[], from: number): Promise<void> {
    for (const [part, message] of messages.entries()) {
      if (part < from || done.has(part)) continue;
      const found = isOurs && (await findPosted(parts, channel, message, drawn.entry.at, isOurs));
      await keep(part, found?.id ?? (await parts.discord.send(channel, message, nonce(part))), null);
    }
  }

  function nonce(part: number): string {
    return nonceOf(ticket.id, drawn.entry.id, 'staff', part);
  }

  const copy = forStaff(context, drawn);
  // Discord shows us replies to our own messages even where we may not read what is typed; replies to a webhook's it does not.
  if (copy.face !== null && !parts.readsContent()) {
    await byBot(forStaffByBot(context, drawn), 0);
    return last;
  }
  if (copy.face === null) {
    await byBot(copy.messages, 0);
    return last;
  }
  const stoppedAt = await byWebhook(copy.face, copy.messages);
  if (stoppedAt < copy.messages.length) await byBot(forStaffByBot(context, drawn), stoppedAt);
  return last;
};

/** Tells our own messages from everybody else's. */
async function ours(parts: SendParts, { ticket }: DrawContext): Promise<(message: IncomingMessage) => boolean> {
  const channel = ticketChannel(ticket.channelKind).webhooksIn(ticket);
  const webhooks = channel === null ? [] : await parts.store.tables.webhooks.in(ticket.bot, channel);
  const ids = new Set<string>(webhooks.map((webhook) => webhook.id));
  return (message) => message.author.id === parts.discord.me.user || ids.has(message.webhook ?? '');
}

/** Null: no webhook can be used now. */
async function sendAs(
  parts: SendParts,
  { ticket, locale }: DrawContext,
  face: Face,
  message: DrawnMessage,
): Promise<{ readonly message: MessageId; readonly webhook: WebhookId } | null> {
  const kind = ticketChannel(ticket.channelKind);
  const channel = kind.webhooksIn(ticket);
  const webhook = channel === null ? null : await parts.webhooks.pick(channel, ticket.number);
  if (channel === null || webhook === null) return null;
  const thread = kind.threadOf(ticket);
  const send = (shown: Face): Promise<MessageId> =>
    parts.webhooks.busy(webhook, () => parts.discord.sendAs(webhook, thread, shown, message));
  try {
    return { message: await send(face), webhook: webhook.id };
  } catch (error) {
    if (error instanceof SlowDown && error.scope === 'shared') {
      parts.webhooks.rest(channel, error.afterMs);
      return null;
    }
    if (!(error instanceof Refused)) throw error;
    if (error.reason === 'unknown-webhook') {
      await parts.webhooks.lost(webhook);
      return retry(parts, kind, ticket, channel, face, message);
    }
    if (error.reason !== 'name-refused') throw error;
    return { message: await send(neutralFace(face, locale)), webhook: webhook.id };
  }
}

/** Once more with the webhook that takes the lost one's place. */
async function retry(
  parts: SendParts,
  kind: ReturnType<typeof ticketChannel>,
  ticket: DrawContext['ticket'],
  channel: ChannelId,
  face: Face,
  message: DrawnMessage,
): Promise<{ readonly message: MessageId; readonly webhook: WebhookId } | null> {
  const webhook: StoredWebhook | null = await parts.webhooks.pick(channel, ticket.number);
  if (webhook === null) return null;
  return { message: await parts.discord.sendAs(webhook, kind.threadOf(ticket), face, message), webhook: webhook.id };
}
