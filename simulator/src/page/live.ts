import { fetchClient, fetchMessages, fetchStatus } from './api.ts';
import { byId, without, withMessage } from './message-list.ts';
import type { ClientView, LiveEvent, MessageView, Status } from '../sandbox/wire.ts';

/** Everything the page shows, kept current by the live stream. Replaced, never changed in place. */
export interface Shown {
  readonly status: Status | null;
  readonly connected: boolean;
  readonly clients: Readonly<Record<string, ClientView>>;
  /** By `person/channel`, oldest first; only channels that were opened. */
  readonly messages: Readonly<Record<string, readonly MessageView[]>>;
  /** Channels whose beginning is not loaded yet, by `person/channel`. */
  readonly older: Readonly<Record<string, boolean>>;
  readonly typing: readonly Typing[];
  /** Others' messages since the channel was last looked at, by `person/channel`. */
  readonly unread: Readonly<Record<string, number>>;
}

export interface Typing {
  readonly as: string;
  readonly channelId: string;
  readonly name: string;
}

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

export const keyOf = (person: string, channel: string) => `${person}/${channel}`;

const nothing: Shown = {
  status: null,
  connected: false,
  clients: {},
  messages: {},
  older: {},
  typing: [],
  unread: {},
};

export function createLive(): Live {
  let shown = nothing;
  let stream: EventSource | null = null;
  let watched: readonly string[] = [];
  /** The newest message that came in each channel: what is older is a change, not news. */
  const newest = new Map<string, string>();
  const listeners = new Set<() => void>();

  const set = (change: Partial<Shown>) => {
    shown = { ...shown, ...change };
    for (const listener of listeners) listener();
  };

  const fill = async (person: string, channel: string) => {
    const page = await fetchMessages(person, channel);
    if (!page) return;
    const key = keyOf(person, channel);
    set({
      messages: { ...shown.messages, [key]: page.messages },
      older: { ...shown.older, [key]: page.older },
    });
  };

  const reload = async () => {
    const status = await fetchStatus();
    if (status) set({ status });
    for (const person of watched) {
      const client = await fetchClient(person);
      if (client) set({ clients: { ...shown.clients, [person]: client } });
    }
    const open = Object.keys(shown.messages).filter((key) => watched.some((person) => key.startsWith(`${person}/`)));
    await Promise.all(open.map((key) => fill(...(key.split('/') as [string, string]))));
  };

  const connect = () => {
    stream?.close();
    stream = new EventSource(`/sandbox/api/live?${watched.map((person) => `as=${person}`).join('&')}`);
    stream.addEventListener('open', () => {
      set({ connected: true });
      void reload();
    });
    stream.addEventListener('error', () => set({ connected: false }));
    stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as LiveEvent;
      if (event.type === 'reset') set({ ...nothing, connected: true, status: shown.status });
      else set({ ...after(shown, event), ...(event.type === 'message' ? news(event) : {}) });
      if (event.type === 'reset') void reload();
      if (event.type === 'typing')
        setTimeout(() => set({ typing: shown.typing.filter((one) => one !== event) }), typingShown);
    });
  };

  const news = ({ as, message }: Extract<LiveEvent, { type: 'message' }>): Partial<Shown> => {
    const key = keyOf(as, message.channelId);
    const before = newest.get(key);
    if (before !== undefined && byId({ id: before }, message) >= 0) return {};
    newest.set(key, message.id);
    if (message.mine || message.editedAt !== null) return {};
    return { unread: { ...shown.unread, [key]: (shown.unread[key] ?? 0) + 1 } };
  };

  return {
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(people) {
      const next = [...new Set(people)].sort();
      if (stream && next.join() === watched.join()) return;
      watched = next;
      connect();
    },
    openChannel(person, channel) {
      if (shown.messages[keyOf(person, channel)] === undefined) void fill(person, channel);
    },
    async loadOlder(person, channel) {
      const key = keyOf(person, channel);
      const known = shown.messages[key] ?? [];
      const page = await fetchMessages(person, channel, known[0]?.id);
      if (!page) return;
      const messages = [...page.messages, ...(shown.messages[key] ?? [])].sort(byId);
      set({ messages: { ...shown.messages, [key]: messages }, older: { ...shown.older, [key]: page.older } });
    },
    seen(person, channel) {
      const key = keyOf(person, channel);
      if (shown.unread[key]) set({ unread: { ...shown.unread, [key]: 0 } });
    },
  };
}

/** What the page shows once something has happened. */
function after(shown: Shown, event: Exclude<LiveEvent, { type: 'reset' }>): Partial<Shown> {
  switch (event.type) {
    case 'status':
      return { status: event.status };
    case 'client':
      return { clients: { ...shown.clients, [event.as]: event.client } };
    case 'typing':
      return { typing: [...shown.typing.filter((one) => !sameTyping(one, event)), event] };
    case 'gone': {
      const key = keyOf(event.as, event.channelId);
      const list = shown.messages[key];
      return list ? { messages: { ...shown.messages, [key]: without(list, event.messageId) } } : {};
    }
    case 'message': {
      const { message } = event;
      const key = keyOf(event.as, message.channelId);
      const list = shown.messages[key];
      const typing = shown.typing.filter(
        (one) => !sameTyping(one, { as: event.as, channelId: message.channelId, name: message.author.name }),
      );
      return {
        typing,
        ...(list ? { messages: { ...shown.messages, [key]: withMessage(list, message) } } : {}),
      };
    }
  }
}

function sameTyping(one: Typing, other: Typing): boolean {
  return one.as === other.as && one.channelId === other.channelId && one.name === other.name;
}
