import type { ReactNode } from 'react';
import { goToMessage } from './channel/go-to-message.ts';
import { useDirectory } from './directory.tsx';

/** Links to channels and messages, as clients make them: https://docs.discord.com/developers/reference#message-formatting */
const place = /^https:\/\/(?:\w+\.)?discord\.com\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?$/;

/** A link. One to a channel or message leads there, as in Discord's own client; any other opens beside the page. */
export function Address({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  const directory = useDirectory();
  const [, channel, message] = place.exec(to) ?? [];
  if (channel === undefined) {
    return (
      <a href={to} target="_blank" rel="noreferrer noopener">
        {children}
      </a>
    );
  }
  return (
    <button
      type="button"
      className="place"
      onClick={({ currentTarget }) => {
        const pane = currentTarget.closest('.pane');
        directory.open(channel);
        if (pane && message !== undefined) goToMessage(pane, message);
      }}
    >
      {children}
    </button>
  );
}

/** What a link to a place is called when nobody has called it anything else. */
export function usePlaceName(to: string): string {
  const directory = useDirectory();
  const [, channel, message] = place.exec(to) ?? [];
  if (channel === undefined) return to;
  return `${directory.channels.get(channel) ?? '#unknown'}${message === undefined ? '' : ' › message'}`;
}
