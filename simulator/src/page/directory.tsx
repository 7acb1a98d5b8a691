import { createContext, useContext } from 'react';
import type { ClientView } from '../sandbox/wire.ts';

/** Names for the ids in messages, as one person knows them, and a way to go to a channel. */
export interface Directory {
  readonly people: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, { readonly name: string; readonly colour: string | null }>;
  /** With the sign that stands before it: `#general`, `@Modmail`. */
  readonly channels: ReadonlyMap<string, string>;
  open(channel: string): void;
}

export const DirectoryContext = createContext<Directory>({
  people: new Map(),
  roles: new Map(),
  channels: new Map(),
  open: () => {},
});

export function useDirectory(): Directory {
  return useContext(DirectoryContext);
}

export function directoryOf(client: ClientView, open: (channel: string) => void): Directory {
  return {
    people: new Map([
      [client.self.id, client.self.displayName],
      ...client.directMessages.map(({ bot }) => [bot.id, bot.name] as const),
      ...client.servers.flatMap(({ members }) => members.map(({ id, name }) => [id, name] as const)),
    ]),
    roles: new Map(client.servers.flatMap(({ roles }) => roles.map((role) => [role.id, role] as const))),
    channels: new Map([
      ...client.directMessages.map(({ channelId, bot }) => [channelId, `@${bot.name}`] as const),
      ...client.servers.flatMap(({ channels }) => channels.map(({ id, name }) => [id, `#${name}`] as const)),
    ]),
    open,
  };
}
