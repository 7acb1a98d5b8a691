import { ticketChannel } from '../channels/ticket-channel.ts';
import { Refused } from '../refusal.ts';
import type { DrawnMessage } from '../discord.ts';
import type { DrawContext } from '../render/drawable.ts';
import { forMember } from '../render/for-member.ts';
import { forStaff, forStaffByBot } from '../render/for-staff.ts';
import type { Copy, Side } from '../store.ts';
import type { Delivery } from './delivery.ts';
import { contextOf, entryOf } from './drawing.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/**
 * Brings the copies of an entry up to date. Files stay as they are. A text that grew gets further messages, one that shrank loses
 * some. Copies that are gone, or whose webhook is gone, cannot be changed any more; the history has the new text.
 */
export async function sendUpdate(
  parts: SendParts,
  { ticket, entry: id, side }: Pick<Extract<Delivery, { kind: 'update-copies' }>, 'ticket' | 'entry' | 'side'>,
): Promise<Sent> {
  const { tables } = parts.store;
  const context = await contextOf(parts, ticket);
  const entry = await tables.entries.get(id);
  if (context === null || entry === null) return nothingToRecord;
  const copies = (await tables.copies.of(id, side)).filter((copy) => !copy.original);
  if (copies.length === 0) return nothingToRecord;
  const drawn = await entryOf(parts, context, entry, side);
  const byWebhook = copies.some((copy) => copy.webhook !== null);
  const messages =
    side === 'member'
      ? forMember(context, drawn)
      : byWebhook
        ? forStaff(context, drawn).messages
        : forStaffByBot(context, drawn);
  const added: Copy[] = [];
  for (const [part, message] of messages.entries()) {
    const copy = copies.find((one) => one.part === part);
    if (copy !== undefined) await change(parts, context, copy, message);
    else added.push(await addPart(parts, context, copies[0] as Copy, side, part, message));
  }
  const surplus = copies.filter((copy) => copy.part >= messages.length);
  for (const copy of surplus) await takeAway(parts, context, copy);
  return {
    record: async (inside) => {
      for (const copy of added) await inside.copies.add(copy);
      for (const copy of surplus) await inside.copies.remove(copy.bot, copy.message);
    },
  };
}

async function change(parts: SendParts, { ticket }: DrawContext, copy: Copy, message: DrawnMessage): Promise<void> {
  const { files: _, replyTo: __, ...withoutFiles } = message;
  await unlessGone(async () => {
    if (copy.webhook === null) return parts.discord.editMessage(copy.channel, copy.message, withoutFiles);
    const webhook = await parts.store.tables.webhooks.get(copy.webhook);
    if (webhook === null) return;
    const thread = ticketChannel(ticket.channelKind).threadOf(ticket);
    await parts.discord.editAs(webhook, thread, copy.message, withoutFiles);
  });
}

async function addPart(
  parts: SendParts,
  { ticket }: DrawContext,
  beside: Copy,
  side: Side,
  part: number,
  message: DrawnMessage,
): Promise<Copy> {
  const nonce = nonceOf(ticket.id, beside.entry, side, part, 'added');
  const id = await parts.discord.send(beside.channel, message, nonce);
  return { ...beside, message: id, part, webhook: null };
}

/** Deletes one of our copies. */
export async function takeAway(parts: SendParts, { ticket }: DrawContext, copy: Copy): Promise<void> {
  await unlessGone(async () => {
    const webhook = copy.webhook === null ? null : await parts.store.tables.webhooks.get(copy.webhook);
    if (webhook === null) return parts.discord.deleteMessage(copy.channel, copy.message);
    await parts.discord.deleteAs(webhook, ticketChannel(ticket.channelKind).threadOf(ticket), copy.message);
  });
}

/** What is gone already needs no change; what is archived and locked is closed and stays as it is. */
export async function unlessGone(work: () => Promise<void>): Promise<void> {
  const fine: readonly Refused['reason'][] = [
    'unknown-message',
    'unknown-channel',
    'unknown-webhook',
    'archived',
    'locked',
    'no-access',
    'cannot-dm',
  ];
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refused) || !fine.includes(error.reason)) throw error;
  }
}
