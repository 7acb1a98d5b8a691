import { useClient } from '../client.tsx';
import { Icon } from '../icons.tsx';
import { keyOf, type Shown } from '../shown.ts';
import { serverPrefix } from './places.ts';

/** The column of servers, with direct messages on top. */
export function Rail({ unread }: { readonly unread: Shown['unread'] }) {
  const { client, server, open } = useClient();
  const countOf = (channel: string) => unread[keyOf(client.self.id, channel)] ?? 0;
  const direct = client.directMessages.reduce((all, { channelId }) => all + countOf(channelId), 0);
  const home = client.directMessages[0]?.channelId;
  return (
    <nav className="rail" aria-label="Servers">
      <button
        type="button"
        className={server === null ? 'rail-item home current' : 'rail-item home'}
        aria-current={server === null}
        aria-label={direct > 0 ? `Direct messages, ${direct} new` : 'Direct messages'}
        title="Direct Messages"
        disabled={home === undefined}
        onClick={() => home !== undefined && open(home)}
      >
        <Icon name="message" size={24} />
        {direct > 0 && <span className="count-badge">{direct > 99 ? '99+' : direct}</span>}
      </button>
      <hr />
      {client.servers.map((one) => {
        const fresh = one.channels.some(({ id }) => countOf(id) > 0);
        const classes = ['rail-item', one.id === server?.id ? 'current' : '', fresh ? 'unread' : ''].join(' ');
        return (
          <button
            key={one.id}
            type="button"
            className={classes}
            aria-current={one.id === server?.id}
            aria-label={fresh ? `${one.name}, unread messages` : one.name}
            title={one.name}
            onClick={() => open(serverPrefix + one.id)}
          >
            {one.icon ? <img src={one.icon} alt="" /> : <i className="initials" data-text={initials(one.name)} />}
          </button>
        );
      })}
    </nav>
  );
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 3);
}
