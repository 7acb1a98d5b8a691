import { byId, without, withMessage } from './message-list.ts';
import type { ClientView, LiveEvent, MessageView, Status } from '../sandbox/wire.ts';

/** Everything the page shows. Replaced, never changed in place. */
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
  /** The newest message that came in each channel, by `person/channel`: what is older is a change, not news. */
  readonly newest: Readonly<Record<string, string>>;
}

export interface Typing {
  readonly as: string;
  readonly channelId: string;
  readonly name: string;
}

export const keyOf = (person: string, channel: string) => `${person}/${channel}`;

export const nothing: Shown = {
  status: null,
  connected: false,
  clients: {},
  messages: {},
  older: {},
  typing: [],
  unread: {},
  newest: {},
};

/** What the page shows once something has happened. */
export function after(shown: Shown, event: LiveEvent): Shown {
  switch (event.type) {
    case 'status':
      return { ...shown, status: event.status };
    case 'client':
      return { ...shown, clients: { ...shown.clients, [event.as]: event.client } };
    case 'typing':
      return { ...shown, typing: [...withoutTyping(shown.typing, event), event] };
    case 'gone': {
      const key = keyOf(event.as, event.channelId);
      const list = shown.messages[key];
      return list ? { ...shown, messages: { ...shown.messages, [key]: without(list, event.messageId) } } : shown;
    }
    case 'message':
      return afterMessage(shown, event.as, event.message);
    case 'reset':
      return { ...nothing, connected: shown.connected };
  }
}

function afterMessage(shown: Shown, as: string, message: MessageView): Shown {
  const { channelId, author, mine } = message;
  const key = keyOf(as, channelId);
  const list = shown.messages[key];
  const before = shown.newest[key] ?? list?.at(-1)?.id;
  const isNew = before === undefined || byId({ id: before }, message) < 0;
  const counts = isNew && !mine && message.editedAt === null;
  return {
    ...shown,
    typing: isNew ? withoutTyping(shown.typing, { as, channelId, name: author.name }) : shown.typing,
    messages: list ? { ...shown.messages, [key]: shortened(withMessage(list, message)) } : shown.messages,
    older: list && list.length >= mostLoaded && isNew ? { ...shown.older, [key]: true } : shown.older,
    newest: isNew ? { ...shown.newest, [key]: message.id } : shown.newest,
    unread: counts ? { ...shown.unread, [key]: (shown.unread[key] ?? 0) + 1 } : shown.unread,
  };
}

/** A channel that stays open for long forgets its beginning, which can be loaded again. */
const mostLoaded = 200;

function shortened(list: readonly MessageView[]): readonly MessageView[] {
  return list.length > mostLoaded ? list.slice(-mostLoaded / 2) : list;
}

function withoutTyping(all: readonly Typing[], { as, channelId, name }: Typing): readonly Typing[] {
  return all.filter((one) => one.as !== as || one.channelId !== channelId || one.name !== name);
}
