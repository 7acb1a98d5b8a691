import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import { Refused, SlowDown } from '../refusal.ts';
import type { Discord } from '../discord.ts';
import type { BotId, ChannelId, GuildId, TicketId, WebhookId } from '../ids.ts';
import type { Store, Ticket } from '../store.ts';
import type { StoredWebhook } from '../bookkeeping.ts';

/** The webhooks through which copies appear under people's own names. */
export interface WebhookPool {
  /** One for this channel; null while the bot has to post by itself. Tickets are spread over the pool, and each keeps its own. */
  pick(channel: ChannelId, ticket: Pick<Ticket, 'id' | 'guild'>): Promise<StoredWebhook | null>;
  /** Somebody deleted it. */
  lost(webhook: StoredWebhook): Promise<void>;
  /** Others share the channel's budget and it is used up: the bot posts by itself for so long. */
  rest(channel: ChannelId, ms: number): void;
  /** Runs `work` while counting the webhook as busy; busy pools grow. */
  busy<Result>(webhook: StoredWebhook, work: () => Promise<Result>): Promise<Result>;
}

/** Discord allows 15 per channel; others want some too. */
const most = 8;
/** A webhook takes one message at a time; with more tickets than these for each, the pool grows. */
const ticketsForEach = 5;
const webhookName = 'Backchannel';

/** Asking again is left alone for so long where Discord refused. */
const refusedFor = 5 * 60_000;

export interface Place {
  readonly guild: GuildId;
  readonly channel: ChannelId;
}

export interface WebhookPoolParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly discord: Pick<Discord, 'webhooks' | 'createWebhook'>;
  readonly bot: BotId;
  /** Why no webhook can be had in a channel. */
  readonly onRefused: (place: Place, refusal: Refused) => Promise<void>;
  /** There is one. */
  readonly onHad: (place: Place) => Promise<void>;
}

export function createWebhookPool(parts: WebhookPoolParts): WebhookPool {
  const pools = new LRUCache<ChannelId, Promise<StoredWebhook[]>>({ max: 2000 });
  const resting = new LRUCache<ChannelId, number>({ max: 2000 });
  const uses = createUses();
  const keepers = createKeepers(parts.store);
  const growing = new Set<ChannelId>();

  function poolOf({ guild, channel }: Place): Promise<StoredWebhook[]> {
    const known = pools.get(channel);
    if (known !== undefined) return known;
    const loading = load(parts, { guild, channel });
    pools.set(channel, loading);
    loading.catch(() => pools.delete(channel));
    return loading;
  }

  async function grow(channel: ChannelId, pool: StoredWebhook[]): Promise<void> {
    if (growing.has(channel) || pool.length >= most) return;
    growing.add(channel);
    try {
      const webhook = await parts.discord.createWebhook(channel, webhookName);
      pool.push(...(await keep(parts, [{ bot: parts.bot, ...webhook }])));
      growing.delete(channel);
    } catch (error) {
      // A pool that cannot grow stays as it is: `growing` keeps the channel, so that it is not asked for again.
      if (!(error instanceof Refused || error instanceof SlowDown)) growing.delete(channel);
    }
  }

  return {
    async pick(channel, ticket) {
      const until = resting.get(channel);
      if (until !== undefined && until > parts.clock.now()) return null;
      resting.delete(channel);
      const place = { guild: ticket.guild, channel };
      try {
        const pool = await poolOf(place);
        const webhook = await keepers.ofTicket(ticket, pool);
        if (uses.of(webhook.id) > 0 || pool.every(({ id }) => keepers.tickets(id) > ticketsForEach))
          void grow(channel, pool);
        return webhook;
      } catch (error) {
        if (error instanceof SlowDown) resting.set(channel, parts.clock.now() + error.afterMs);
        else if (error instanceof Refused) {
          resting.set(channel, parts.clock.now() + refusedFor);
          await parts.onRefused(place, error);
        } else throw error;
        return null;
      }
    },
    async lost(webhook) {
      pools.delete(webhook.channel);
      await parts.store.transaction((tables) => tables.webhooks.remove(webhook.id));
    },
    rest: (channel, ms) => void resting.set(channel, parts.clock.now() + ms),
    busy: (webhook, work) => uses.during(webhook.id, work),
  };
}

/** Known ones first; else those that we made and forgot; else a new one. Never none. */
async function load(parts: WebhookPoolParts, place: Place): Promise<StoredWebhook[]> {
  const { channel } = place;
  const stored = await parts.store.tables.webhooks.in(parts.bot, channel);
  if (stored.length > 0) return [...stored];
  const ours = await parts.discord.webhooks(channel);
  const found = ours.length > 0 ? ours : [await parts.discord.createWebhook(channel, webhookName)];
  await parts.onHad(place);
  return keep(
    parts,
    found.map((webhook) => ({ bot: parts.bot, ...webhook })),
  );
}

/**
 * Which webhook a ticket uses: the one that it used before, else the one that the fewest use. Discord shows messages of different
 * webhooks apart even where their names are the same.
 */
function createKeepers(store: Store) {
  const counts = new Map<WebhookId, number>();
  const tickets = (id: WebhookId): number => counts.get(id) ?? 0;
  const kept = new LRUCache<TicketId, WebhookId>({
    max: 10_000,
    dispose: (id) => (tickets(id) > 1 ? counts.set(id, tickets(id) - 1) : counts.delete(id)),
  });

  async function before({ id }: Pick<Ticket, 'id'>): Promise<WebhookId | null> {
    for (const entry of await store.tables.entries.latest(id, lookedBack)) {
      const copy = (await store.tables.copies.of(entry.id, 'staff')).find((one) => one.webhook !== null);
      if (copy) return copy.webhook;
    }
    return null;
  }

  async function ofTicket(ticket: Pick<Ticket, 'id'>, pool: readonly StoredWebhook[]): Promise<StoredWebhook> {
    const id = kept.get(ticket.id) ?? (await before(ticket));
    const webhook = pool.find((one) => one.id === id) ?? pool.toSorted((a, b) => tickets(a.id) - tickets(b.id))[0];
    if (webhook === undefined) throw new Error('a pool of webhooks holds at least one');
    if (kept.get(ticket.id) === webhook.id) return webhook;
    kept.set(ticket.id, webhook.id);
    counts.set(webhook.id, tickets(webhook.id) + 1);
    return webhook;
  }

  return { ofTicket, tickets };
}

/** Entries in which a ticket's webhook is looked for after a start. */
const lookedBack = 20;

async function keep(parts: WebhookPoolParts, webhooks: StoredWebhook[]): Promise<StoredWebhook[]> {
  await parts.store.transaction(async (tables) => {
    for (const webhook of webhooks) await tables.webhooks.add(webhook);
  });
  return webhooks;
}

/** How many posts each webhook has under way. */
function createUses(): {
  of(id: WebhookId): number;
  during<Result>(id: WebhookId, work: () => Promise<Result>): Promise<Result>;
} {
  const uses = new Map<WebhookId, number>();
  return {
    of: (id) => uses.get(id) ?? 0,
    async during(id, work) {
      uses.set(id, (uses.get(id) ?? 0) + 1);
      try {
        return await work();
      } finally {
        const left = (uses.get(id) ?? 1) - 1;
        if (left === 0) uses.delete(id);
        else uses.set(id, left);
      }
    },
  };
}
