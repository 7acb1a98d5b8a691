import type { Exchange } from '../simulator/src/options.ts';

/** Hears of every request that the bot makes. */
export interface Watch {
  readonly observe: (exchange: Exchange) => void;
  /** Resolves with the instant (`performance.now()`) at which a request that carries this text arrives. */
  arrival(text: string): Promise<number>;
  /** The instant at which the next message is posted in a channel by the bot itself. */
  nextPost(): Promise<number>;
  /** How many requests the bot has made. */
  calls(): number;
  /** Calls `listener` with each request from now on, until the returned function is called. */
  hear(listener: (exchange: Exchange) => void): () => void;
}

export function createWatch(): Watch {
  const arrivals = new Map<string, (at: number) => void>();
  const listeners = new Set<(exchange: Exchange) => void>();
  let posts: ((at: number) => void)[] = [];
  let calls = 0;
  return {
    observe(exchange) {
      calls += 1;
      for (const listener of listeners) listener(exchange);
      if (exchange.method !== 'POST') return;
      const text = (exchange.request as { content?: string } | undefined)?.content ?? '';
      arrivals.get(text)?.(exchange.arrivedAt);
      arrivals.delete(text);
      if (exchange.route !== '/channels/{channel_id}/messages') return;
      for (const resolve of posts) resolve(exchange.arrivedAt);
      posts = [];
    },
    arrival: (text) => new Promise((resolve) => arrivals.set(text, resolve)),
    nextPost: () => new Promise((resolve) => posts.push(resolve)),
    calls: () => calls,
    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
