import { fetchMessages } from './api.ts';
import { byId } from './message-list.ts';
import { after, keyOf, nothing, type Shown } from './shown.ts';
import type { LiveEvent } from '../sandbox/wire.ts';

/** Keeps what the page shows current, by the live stream. */
export interface Live {
  get(): Shown;
  subscribe(listener: () => void): () => void;
  /** Through whose eyes the page looks now. */
  watch(people: readonly string[]): void;
  openChannel(person: string, channel: string): void;
  loadOlder(person: string, channel: string): Promise<void>;
  /** The channel is being looked at. */
  seen(person: string, channel: string): void;
}

/** How long Discord shows that somebody types: https://docs.discord.com/developers/resources/channel#trigger-typing-indicator */
const typingShown = 10_000;

interface Store {
  get(): Shown;
  set(change: (shown: Shown) => Shown): void;
  subscribe(listener: () => void): () => void;
}

export function createLive(): Live {
  const store = createStore();
  let watched: readonly string[] = [];
  let stream: EventSource | null = null;
  return {
    get: store.get,
    subscribe: store.subscribe,
    watch(people) {
      const next = [...new Set(people)].sort();
      if (stream && next.join() === watched.join()) return;
      watched = next;
      stream?.close();
      stream = listen(store, watched);
    },
    openChannel(person, channel) {
      const key = keyOf(person, channel);
      if (store.get().messages[key] !== undefined) return;
      store.set((shown) => ({ ...shown, messages: { ...shown.messages, [key]: [] } }));
      void fill(store, person, channel);
    },
    async loadOlder(person, channel) {
      const key = keyOf(person, channel);
      const page = await fetchMessages(person, channel, store.get().messages[key]?.[0]?.id);
      if (!page) return;
      store.set((shown) => ({
        ...shown,
        messages: {
          ...shown.messages,
          [key]: [...page.messages, ...(shown.messages[key] ?? [])].sort(byId),
        },
        older: { ...shown.older, [key]: page.older },
      }));
    },
    seen(person, channel) {
      store.set((shown) => ({ ...shown, unread: { ...shown.unread, [keyOf(person, channel)]: 0 } }));
    },
  };
}

/** Milliseconds: changes within are drawn at once. */
const together = 16;

function createStore(): Store {
  let shown = nothing;
  let drawing = false;
  const listeners = new Set<() => void>();
  const draw = () => {
    drawing = false;
    for (const listener of listeners) listener();
  };
  return {
    get: () => shown,
    set(change) {
      shown = change(shown);
      if (!drawing) setTimeout(draw, together);
      drawing = true;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Opens the stream; it comes back by itself when it is cut, and then everything is loaded again, since events were missed. */
function listen(store: Store, people: readonly string[]): EventSource {
  const stream = new EventSource(`/sandbox/api/live?${people.map((person) => `as=${person}`).join('&')}`);
  stream.addEventListener('open', () => {
    store.set((shown) => ({ ...shown, connected: true }));
    void reload(store, people);
  });
  stream.addEventListener('error', () => store.set((shown) => ({ ...shown, connected: false })));
  stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as LiveEvent;
    store.set((shown) => after(shown, event));
    if (event.type !== 'typing') return;
    const forget = () =>
      store.set((shown) => ({ ...shown, typing: shown.typing.filter((typing) => typing !== event) }));
    setTimeout(forget, typingShown);
  });
  return stream;
}

/** What is open is loaded again; servers, channels and status come with the stream. */
async function reload(store: Store, people: readonly string[]): Promise<void> {
  const open = Object.keys(store.get().messages).map((key) => key.split('/'));
  const ours = open.filter(([person = '']) => people.includes(person));
  await Promise.all(ours.map(([person = '', channel = '']) => fill(store, person, channel)));
}

async function fill(store: Store, person: string, channel: string): Promise<void> {
  const page = await fetchMessages(person, channel);
  if (!page) return;
  const key = keyOf(person, channel);
  const last = page.messages.at(-1);
  store.set((shown) => {
    // What came by the stream while the answer was under way.
    const since = (shown.messages[key] ?? []).filter((message) => last === undefined || byId(last, message) < 0);
    return {
      ...shown,
      messages: { ...shown.messages, [key]: [...page.messages, ...since] },
      older: { ...shown.older, [key]: page.older },
    };
  });
}
