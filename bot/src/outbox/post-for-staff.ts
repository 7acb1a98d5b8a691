import { ticketChannel } from '../channels/ticket-channel.ts';
import { Refused, SlowDown } from '../refusal.ts';
import type { DrawnMessage, Face } from '../discord.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { ChannelId, MessageId, WebhookId } from '../ids.ts';
import { languages } from '../language.ts';
import type { DrawContext, DrawnEntry } from '../render/drawable.ts';
import { forStaff, forStaffByBot } from '../render/for-staff.ts';
import { neutralFace } from '../render/names.ts';
import type { Copy } from '../store.ts';
import type { Post } from './copy.ts';
import { findPosted } from './find-posted.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';

interface Posted {
  readonly message: MessageId;
  /** Null: the bot's own. */
  readonly webhook: WebhookId | null;
}

/**
 * Posts an entry in the ticket channel: under its author's name through a webhook, or by the bot where that is not possible.
 * Both ways have the same parts, so that the bot can go on where the webhook had to stop.
 */
export const postForStaff: Post = async (parts, context, drawn, done, attempt, posted) => {
  const { ticket } = context;
  const { entry } = drawn;
  const channel = ticket.channel as ChannelId;
  const isOurs = attempt.unsure ? await ours(parts, context) : null;
  const { face, messages } = forStaff(context, drawn);
  const byBot = forStaffByBot(context, drawn);
  // Discord shows us replies to our own messages even where we may not read what is typed; replies to a webhook's it does not.
  let shownFace = parts.readsContent() ? face : null;
  let last: Copy | null = null;

  async function post(part: number, message: DrawnMessage, own: DrawnMessage): Promise<Posted> {
    const found = isOurs && (await findPosted(parts, channel, everyDrawing(context, drawn, part), entry.at, isOurs));
    if (found) return { message: found.id, webhook: found.webhook };
    const sent = shownFace && (await sendAs(parts, context, shownFace, message));
    if (sent) return sent;
    shownFace = null;
    const nonce = nonceOf(ticket.id, entry.id, 'staff', part);
    return { message: await parts.discord.send(channel, own, nonce), webhook: null };
  }

  for (const [part, message] of messages.entries()) {
    if (done.has(part)) continue;
    if (last !== null) await posted(last);
    const sent = await post(part, message, byBot[part] ?? message);
    last = { entry: entry.id, bot: ticket.bot, side: 'staff', channel, part, original: false, ...sent };
  }
  return last;
};

/** As an earlier try may have posted it, before the server chose another language. */
function everyDrawing(context: DrawContext, drawn: DrawnEntry, part: number): readonly DrawnMessage[] {
  return languages.flatMap((locale) => {
    const inLocale = { ...context, locale };
    return [forStaff(inLocale, drawn).messages[part], forStaffByBot(inLocale, drawn)[part]].filter(
      (one) => one !== undefined,
    );
  });
}

/** Tells our own messages from everybody else's. */
async function ours(parts: SendParts, { ticket }: DrawContext): Promise<(message: IncomingMessage) => boolean> {
  const channel = ticketChannel(ticket.channelKind).webhooksIn(ticket);
  const webhooks = channel === null ? [] : await parts.store.tables.webhooks.in(ticket.bot, channel);
  const ids = new Set<string>(webhooks.map((webhook) => webhook.id));
  return (message) => message.author.id === parts.discord.me.user || ids.has(message.webhook ?? '');
}

/** Other ways to try, after a webhook was gone or a name was refused. */
const mostTurns = 3;

/** Null: no webhook can be used now. */
async function sendAs(
  parts: SendParts,
  context: DrawContext,
  face: Face,
  message: DrawnMessage,
  turn = 1,
): Promise<Posted | null> {
  const { ticket, locale } = context;
  const kind = ticketChannel(ticket.channelKind);
  const channel = kind.webhooksIn(ticket);
  const webhook = channel === null ? null : await parts.webhooks.pick(channel, ticket);
  if (channel === null || webhook === null || turn > mostTurns) return null;
  try {
    const send = () => parts.discord.sendAs(webhook, kind.threadOf(ticket), face, message);
    return { message: await parts.webhooks.busy(webhook, send), webhook: webhook.id };
  } catch (error) {
    if (error instanceof SlowDown && error.scope === 'shared') {
      parts.webhooks.rest(channel, error.afterMs);
      return null;
    }
    if (!(error instanceof Refused)) throw error;
    if (error.reason === 'unknown-webhook') {
      await parts.webhooks.lost(webhook);
      return sendAs(parts, context, face, message, turn + 1);
    }
    if (error.reason !== 'name-refused') throw error;
    return sendAs(parts, context, neutralFace(face, locale), message, turn + 1);
  }
}
