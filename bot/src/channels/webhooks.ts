import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import { Refused, SlowDown } from '../refusal.ts';
import type { Discord } from '../discord.ts';
import type { BotId, ChannelId, WebhookId } from '../ids.ts';
import type { Store } from '../store.ts';
import type { StoredWebhook } from '../bookkeeping.ts';

/** The webhooks through which copies appear under people's own names. */
export interface WebhookPool {
  /** One for this channel; null while the bot has to post by itself. `key` spreads tickets over the pool. */
  pick(channel: ChannelId, key: number): Promise<StoredWebhook | null>;
  /** Somebody deleted it. */
  lost(webhook: StoredWebhook): Promise<void>;
  /** Others share the channel's budget and it is used up: the bot posts by itself for so long. */
  rest(channel: ChannelId, ms: number): void;
  /** Runs `work` while counting the webhook as busy; busy pools grow. */
  busy<Result>(webhook: StoredWebhook, work: () => Promise<Result>): Promise<Result>;
}

/** Discord allows 15 per channel; others want some too. */
const most = 8;
const webhookName = 'Backchannel';

export interface WebhookPoolParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly discord: Pick<Discord, 'webhooks' | 'createWebhook'>;
  readonly bot: BotId;
  /** Why no webhook can be had in a channel. */
  readonly onRefused: (channel: ChannelId, refusal: Refused) => Promise<void>;
}

export function createWebhookPool(parts: WebhookPoolParts): WebhookPool {
  const pools = new LRUCache<ChannelId, Promise<StoredWebhook[]>>({ max: 2000 });
  const resting = new LRUCache<ChannelId, number>({ max: 2000 });
  const uses = createUses();
  const growing = new Set<ChannelId>();

  function poolOf(channel: ChannelId): Promise<StoredWebhook[]> {
    const known = pools.get(channel);
    if (known !== undefined) return known;
    const loading = load(parts, channel);
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
    async pick(channel, key) {
      const until = resting.get(channel);
      if (until !== undefined && until > parts.clock.now()) return null;
      resting.delete(channel);
      try {
        const pool = await poolOf(channel);
        const webhook = pool[key % pool.length] ?? null;
        if (webhook !== null && uses.of(webhook.id) > 0) void grow(channel, pool);
        return webhook;
      } catch (error) {
        if (error instanceof SlowDown) resting.set(channel, parts.clock.now() + error.afterMs);
        else if (error instanceof Refused) {
          resting.set(channel, parts.clock.now() + 5 * 60_000);
          await parts.onRefused(channel, error);
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

/** Known ones first; else those that we made and forgot; else a new one. */
async function load(parts: WebhookPoolParts, channel: ChannelId): Promise<StoredWebhook[]> {
  const stored = await parts.store.tables.webhooks.in(parts.bot, channel);
  if (stored.length > 0) return [...stored];
  const ours = await parts.discord.webhooks(channel);
  const found = ours.length > 0 ? ours : [await parts.discord.createWebhook(channel, webhookName)];
  return keep(
    parts,
    found.map((webhook) => ({ bot: parts.bot, ...webhook })),
  );
}

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
