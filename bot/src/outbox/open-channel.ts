import { ticketChannel } from '../channels/ticket-channel.ts';
import { mayPass, Refused } from '../refusal.ts';
import type { DrawnMessage } from '../discord.ts';
import type { TagKey } from '../forum.ts';
import type { ChannelId, MessageId, TicketId } from '../ids.ts';
import { card } from '../render/card.ts';
import type { DrawContext } from '../render/drawable.ts';
import { neutralChannelName, ticketChannelName } from '../render/names.ts';
import type { Tables, Ticket } from '../store.ts';
import { markOriginal } from '../tickets/mark-original.ts';
import { oweTags } from '../tickets/forum-tags.ts';
import { say } from '../tickets/notice.ts';
import { before } from '../tickets/states.ts';
import { foundRoom, nextTry, waitForRoom } from '../tickets/wait-for-room.ts';
import { cardFacts } from './card-facts.ts';
import { lanes, type Delivery } from './delivery.ts';
import { logsOf } from './log.ts';
import { contextOf } from './drawing.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';
import { firstTags } from './tags.ts';

/** Makes the ticket channel with its card and the one ping. The greeting and the log line are owed once it is there. */
export async function sendOpenChannel(
  parts: SendParts,
  delivery: Extract<Delivery, { kind: 'open-channel' }>,
  attempt: Attempt,
): Promise<Sent> {
  const context = await contextOf(parts, delivery.ticket);
  if (context === null || context.ticket.state !== 'opening') return nothingToRecord;
  try {
    const made = await open(parts, context, attempt);
    await parts.channelOpened(made.channel, attempt.unsure);
    return { record: (tables) => opened(tables, context, made, parts.clock.now()) };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    const now = parts.clock.now();
    const full = noRoom[error.reason];
    if (full !== undefined)
      return {
        record: (tables) => waitForRoom(tables, context.ticket, { text: full, with: {} }, now),
        notBefore: nextTry(context.ticket, now),
      };
    await takeBack(parts, context.ticket.id);
    return { record: (tables) => refused(tables, context, error, parts.clock.now()) };
  }
}

interface Made {
  readonly channel: ChannelId;
  readonly card: MessageId;
  /** What the tags of the post say; null where that is not known. */
  readonly tagged: readonly TagKey[] | null;
}

async function open(parts: SendParts, context: DrawContext, attempt: Attempt): Promise<Made> {
  const { ticket, settings } = context;
  // The channel is asked for first.
  const drawn = nextTurn().then(() => drawCard(parts, context));
  // Whoever waits for it hears of what went wrong; nobody does where the channel could not be made.
  drawn.catch(() => undefined);
  const kind = ticketChannel(ticket.channelKind);
  let webhook: Promise<unknown> = Promise.resolve();
  let tagged: readonly TagKey[] | null = null;
  try {
    const made = await kind.open(parts, {
      ticket,
      settings,
      name: ticketChannelName(ticket.channelKind, context),
      fallback: neutralChannelName(ticket),
      card: drawn,
      tags: async (how) => {
        const first = await firstTags(parts, context, how);
        tagged = first.keys;
        return first.ids;
      },
      nonce: nonceOf(ticket.id, 'card'),
      unsure: attempt.unsure,
      isTaken: async (channel) => (await parts.store.tables.tickets.byChannel(ticket.bot, channel)) !== null,
      made: async (channel) => {
        if (parts.readsContent() && kind.webhooksIn({ ...ticket, channel }) === channel)
          webhook = makeWebhook(parts, ticket, channel);
        // Whatever becomes of it is heard below, once the card is posted.
        webhook.catch(() => undefined);
        await parts.store.transaction(async (tables) => {
          await tables.tickets.change(ticket.id, { channel });
          await tables.reading.mark(ticket.bot, channel, channel as string as MessageId);
        });
      },
    });
    return { ...made, tagged };
  } finally {
    await webhook;
  }
}

/** A channel with webhooks of its own gets one while its card is posted. What does not work now, the first copy tries again. */
async function makeWebhook({ webhooks }: SendParts, ticket: Ticket, channel: ChannelId): Promise<void> {
  try {
    await webhooks.pick(channel, ticket);
  } catch (error) {
    if (!mayPass(error)) throw error;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function drawCard(parts: SendParts, context: DrawContext): Promise<DrawnMessage> {
  const facts = await cardFacts(parts, context, parts.memberAgain);
  return card({ ...context, ticket: { ...context.ticket, state: 'open' } }, facts, { opening: true });
}

async function opened(
  tables: Tables,
  { ticket, settings, member }: DrawContext,
  made: Made,
  now: number,
): Promise<void> {
  await tables.tickets.change(ticket.id, { state: 'open', channel: made.channel, card: made.card }, ['opening']);
  await tables.activity.note(ticket.id, now);
  await tables.problems.solve(ticket.guild, 'opening');
  if (made.tagged !== null) await tables.forumTags.show(ticket.id, { keys: made.tagged, at: now });
  else if (settings.forumTags) await oweTags(tables, ticket, now);
  await foundRoom(tables, ticket);
  const hidden = { text: 'member.anonymous', with: { alias: member.username }, to: 'member' } as const;
  if (ticket.anonymous) await say(tables, ticket, hidden, `anonymous:${ticket.id}`, now);
  const [first] = await tables.entries.of(ticket.id, null, 1);
  // Whoever was written to by staff has not asked for anything yet.
  if (settings.greeting !== null && (first?.kind === 'member' || ticket.answers.length > 0))
    await say(tables, ticket, { text: 'member.greeting', with: {}, to: 'member' }, `greeting:${ticket.id}`, now);
  if (logsOf({ settings, ticket }, 'opened') !== null)
    await tables.outbox.owe(lanes.logs(ticket.guild), { kind: 'log', ticket: ticket.id, event: 'opened' }, now);
}

const toMember: Partial<Record<Refused['reason'], string>> = {
  'no-permission': 'member.cannot-open.permission',
  'no-access': 'member.cannot-open.permission',
  'unknown-channel': 'member.cannot-open.parent-gone',
};

const toStaff: Partial<Record<Refused['reason'], string>> = {
  'no-permission': 'problem.cannot-open',
  'no-access': 'problem.cannot-open',
  'unknown-channel': 'problem.parent-gone',
  'tag-required': 'problem.tag-required',
};

/** Refusals that pass by themselves, once others are closed: the ticket waits. */
const noRoom: Partial<Record<Refused['reason'], string>> = {
  'parent-full': 'problem.parent-full',
  'too-many-channels': 'problem.too-many-channels',
  'too-many-threads': 'problem.too-many-threads',
};

/** A channel that was made and then refused its card is nobody's: it goes again, as far as Discord lets us. */
async function takeBack({ store, discord }: SendParts, id: TicketId): Promise<void> {
  const channel = (await store.tables.tickets.get(id))?.channel ?? null;
  if (channel === null) return;
  try {
    await discord.deleteChannel(channel);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
  }
  await store.transaction((tables) => tables.tickets.change(id, { channel: null }));
}

/** Nothing is left half-made: the ticket is over before it began, the member is told, and staff get a problem with its fix. */
async function refused(
  tables: Tables,
  { ticket, settings }: DrawContext,
  refusal: Refused,
  now: number,
): Promise<void> {
  const closing = { by: null, cause: 'not-opened', comment: null, shareComment: false, notify: false } as const;
  await tables.tickets.change(ticket.id, { state: 'closed', closing, closedAt: now }, before('closed'));
  for (const entry of await tables.entries.held(ticket.id)) await markOriginal(tables, entry, '⏱️', now, true);
  await tables.entries.giveUp(ticket.id);
  await tables.problems.raise({
    guild: ticket.guild,
    key: 'opening',
    text: toStaff[refusal.reason] ?? 'problem.cannot-open',
    with: { where: settings.parentChannel ?? '', kind: ticket.channelKind, reason: refusal.message },
    since: now,
  });
  await tables.outbox.owe(
    lanes.person(ticket.person),
    {
      kind: 'tell',
      person: ticket.person,
      guild: ticket.guild,
      text: toMember[refusal.reason] ?? 'member.cannot-open.other',
      with: {},
      at: now,
    },
    now,
  );
}
