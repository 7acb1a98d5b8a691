import { Refused } from '../refusal.ts';
import type { DrawContext } from '../render/drawable.ts';
import { nameOf } from '../settings/checks/lacking.ts';
import { has, type PermissionName, permissionLabels, permissionsIn } from '../settings/checks/permissions.ts';
import type { Entry, Tables } from '../store.ts';
import {
  type InChannel,
  raiseRefused,
  refusedSince,
  solveRefused,
  tellWaiting,
} from '../tickets/refused-in-channel.ts';
import { nextTry } from '../tickets/wait-for-room.ts';
import { lanes, type Delivery } from './delivery.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** Refusals that somebody in the server can mend. */
const mendable: ReadonlySet<Refused['reason']> = new Set(['no-permission', 'no-access', 'locked', 'archived']);

/** Whether to wait until the ticket channel takes messages again; once the ticket is over nobody waits for that. */
export function waitsForChannel({ ticket }: Pick<DrawContext, 'ticket'>, { reason }: Refused): boolean {
  return mendable.has(reason) && ticket.state === 'open';
}

type InTicketChannel = Extract<Delivery, { kind: 'copy' | 'update-copies' | 'delete-copies' | 'reflect' }>;

/**
 * The ticket channel refused something: whoever can mend it reads how, and it is tried again, at the latest when a permission was
 * changed. What people said waits in its order. Everything else steps aside, since their words may still get through a webhook.
 */
export async function waitForChannel(
  parts: SendParts,
  { ticket }: Pick<DrawContext, 'ticket'>,
  delivery: InTicketChannel,
  /** Of a copy that people wait for. */
  entry: Entry | null,
): Promise<Sent> {
  const problem = await lookForCause(parts, { ticket });
  const now = parts.clock.now();
  const isSaid = entry !== null && entry.kind !== 'notice';
  const stepsAside = !isSaid && delivery.aside !== true;
  const since = await refusedSince(parts.store.tables, ticket, now);
  return {
    async record(tables) {
      await raiseRefused(tables, ticket, problem, now);
      if (stepsAside) await stepAside(tables, delivery, now);
      else if (isSaid) await tellWaiting(tables, ticket, now);
    },
    ...(!stepsAside && { notBefore: nextTry({ openedAt: since }, now) }),
  };
}

/** So much waits there; what the bot says beyond it is only in the history. */
const mostAside = 100;

/** Once for each entry, and for the card: it is drawn when it is sent, so the one that waits shows what is new as well. */
async function stepAside({ outbox }: Pick<Tables, 'outbox'>, delivery: InTicketChannel, now: number): Promise<void> {
  const { kind, ticket } = delivery;
  const lane = lanes.aside(ticket);
  if ((await outbox.length(lane)) >= mostAside) return;
  const of = 'entry' in delivery ? delivery.entry : '';
  await outbox.owe(lane, { ...delivery, aside: true }, now, `aside:${kind}:${ticket}:${of}`);
}

/** Changes what stands in the ticket channel already; where that is refused, the change waits. */
export async function changeInChannel(
  parts: SendParts,
  delivery: Exclude<InTicketChannel, { kind: 'copy' }>,
  change: () => Promise<Sent>,
): Promise<Sent> {
  if ('side' in delivery && delivery.side === 'member') return change();
  try {
    const sent = await change();
    if (delivery.aside !== true) return sent;
    const ticket = await parts.store.tables.tickets.get(delivery.ticket);
    return {
      ...sent,
      async record(tables) {
        await sent.record?.(tables);
        if (ticket !== null) await solveRefused(tables, ticket);
      },
    };
  } catch (error) {
    const ticket = await parts.store.tables.tickets.get(delivery.ticket);
    if (!(error instanceof Refused) || ticket === null || !mendable.has(error.reason)) throw error;
    if (!waitsForChannel({ ticket }, error)) return nothingToRecord;
    return waitForChannel(parts, { ticket }, delivery, null);
  }
}

const inChannel = ['viewChannel', 'sendMessages', 'embedLinks', 'attachFiles', 'readMessageHistory'] as const;
const inThread = ['viewChannel', 'sendMessagesInThreads', 'embedLinks', 'attachFiles', 'readMessageHistory'] as const;

/** Which permission is missing where; Discord's refusal does not say. */
async function lookForCause({ discord }: SendParts, { ticket }: Pick<DrawContext, 'ticket'>): Promise<InChannel> {
  const { number } = ticket;
  const isThread = ticket.channelKind !== 'private-channel';
  try {
    const [guild, us, place, channel] = await Promise.all([
      discord.guild(ticket.guild),
      discord.member(ticket.guild, discord.me.user),
      discord.channel(isThread ? ticket.parent : (ticket.channel ?? ticket.parent)),
      discord.channel(ticket.channel ?? ticket.parent),
    ]);
    const held = permissionsIn(guild, place, { user: discord.me.user, roles: us?.roles ?? [] });
    const needs: readonly PermissionName[] = isThread ? inThread : inChannel;
    const lacked = needs.filter((name) => !has(held, name)).map((name) => permissionLabels[name]);
    const permissions = lacked.join(', ');
    if (permissions !== '' && isThread)
      return { text: 'problem.ticket-thread', with: { number, permissions, where: nameOf(place) } };
    if (permissions !== '') return { text: 'problem.ticket-channel', with: { number, permissions } };
    if (channel.locked || channel.archived)
      return { text: 'problem.ticket-locked', with: { number, where: nameOf(place) } };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
  }
  // A channel that the bot may not even look at.
  return { text: 'problem.ticket-channel', with: { number, permissions: permissionLabels.viewChannel } };
}
