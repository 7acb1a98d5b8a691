import { createContext, useContext } from 'react';
import type { Act } from '../sandbox/act.ts';
import type { ActResult, ChannelView, ClientView, MessageView, ServerView } from '../sandbox/wire.ts';

/** One pane: somebody's Discord client, and what its parts may do. */
export interface Client {
  readonly client: ClientView;
  /** Null in direct messages. */
  readonly server: ServerView | null;
  /** Null where a direct message or nothing is open. */
  readonly channel: ChannelView | null;
  readonly channelId: string | null;
  /** Does it in the person's name. A refusal is shown as a toast. */
  act(what: Act, files?: readonly File[]): Promise<ActResult>;
  /** Like `act`, and opens the modal that the bot answers with, or says that it did not answer. */
  interact(what: Act, files?: readonly File[]): Promise<ActResult>;
  open(channel: string): void;
  readonly replyingTo: MessageView | null;
  replyTo(message: MessageView | null): void;
  readonly editing: string | null;
  edit(message: string | null): void;
}

export const ClientContext = createContext<Client | null>(null);

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('This part is only shown inside a pane');
  return client;
}
