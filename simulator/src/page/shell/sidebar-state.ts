import { createContext, useContext } from 'react';

/** Whether a pane shows its list of channels. */
export interface SidebarState {
  readonly shown: boolean;
  toggle(): void;
}

export const SidebarContext = createContext<SidebarState>({ shown: true, toggle: () => {} });

export function useSidebar(): SidebarState {
  return useContext(SidebarContext);
}
