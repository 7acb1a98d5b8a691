import { createContext, useContext } from 'react';
import type { CommandView } from '../sandbox/wire.ts';

/** The commands of every bot that the person can use in the open channel. */
export const CommandsContext = createContext<readonly CommandView[]>([]);

export function useCommands(): readonly CommandView[] {
  return useContext(CommandsContext);
}
