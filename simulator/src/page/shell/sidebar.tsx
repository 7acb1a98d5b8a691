import { Avatar } from '../avatar.tsx';
import { channelIcon } from '../channel/channel-icon.ts';
import { useClient } from '../client.tsx';
import { Icon } from '../icons.tsx';
import { keyOf, type Shown } from '../shown.ts';
import { byId } from '../message-list.ts';
import type { ChannelView, ServerView } from '../../sandbox/wire.ts';

/** The channels of a server with their threads, or the direct messages. */
export function Sidebar({ unread }: { readonly unread: Shown['unread'] }) {
  const { server } = useClient();
  return server ? <Channels server={server} unread={unread} /> : <DirectMessages unread={unread} />;
}

function DirectMessages({ unread }: { readonly unread: Shown['unread'] }) {
  const { client, channelId, open } = useClient();
  return (
    <nav className="sidebar" aria-label="Direct messages">
      <h2 className="sidebar-title">Direct Messages</h2>
      <ul>
        {client.directMessages.map(({ bot, channelId: id, blocked }) => {
          const count = unread[keyOf(client.self.id, id)] ?? 0;
          return (
            <li key={id}>
              <button
                type="button"
                className={classes('dm-item', id === channelId, count > 0)}
                aria-current={id === channelId}
                onClick={() => open(id)}
              >
                <Avatar name={bot.name} picture={bot.avatar} size={32} />
                <span>
                  {bot.name}
                  {blocked && <small>Blocked</small>}
                </span>
                {count > 0 && <span className="count-badge">{count}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Channels({ server, unread }: { readonly server: ServerView; readonly unread: Shown['unread'] }) {
  const tops = server.channels.filter(({ kind }) => kind !== 'thread');
  const loose = tops.filter(({ kind, parentId }) => kind !== 'category' && !tops.some(({ id }) => id === parentId));
  const categories = tops.filter(({ kind }) => kind === 'category').sort(inOrder);
  return (
    <nav className="sidebar" aria-label={`Channels of ${server.name}`}>
      <h2 className="sidebar-title">{server.name}</h2>
      <ul>
        {loose.sort(inOrder).map((channel) => (
          <ChannelItem key={channel.id} channel={channel} server={server} unread={unread} />
        ))}
        {categories.map((category) => (
          <li key={category.id}>
            <h3 className="category">
              <Icon name="chevron" size={12} /> {category.name}
            </h3>
            <ul>
              {tops
                .filter(({ parentId }) => parentId === category.id)
                .sort(inOrder)
                .map((channel) => (
                  <ChannelItem key={channel.id} channel={channel} server={server} unread={unread} />
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ChannelItem({
  channel,
  server,
  unread,
}: {
  readonly channel: ChannelView;
  readonly server: ServerView;
  readonly unread: Shown['unread'];
}) {
  const { channelId } = useClient();
  const threads = server.channels
    .filter(({ kind, parentId }) => kind === 'thread' && parentId === channel.id)
    // One that is closed stays in sight while it is open in the pane.
    .filter(({ id, thread }) => !thread?.archived || id === channelId)
    .sort((one, other) => byId(other, one));
  return (
    <li>
      <ChannelButton channel={channel} unread={unread} />
      {threads.length > 0 && (
        <ul className="threads-below" aria-label={`Threads of ${channel.name}`}>
          {threads.map((thread) => (
            <li key={thread.id}>
              <ChannelButton channel={thread} unread={unread} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function ChannelButton({ channel, unread }: { readonly channel: ChannelView; readonly unread: Shown['unread'] }) {
  const { client, channelId, open } = useClient();
  const count = unread[keyOf(client.self.id, channel.id)] ?? 0;
  const current = channel.id === channelId;
  return (
    <button
      type="button"
      className={classes('channel-item', current, count > 0)}
      aria-current={current}
      aria-label={count > 0 ? `${channel.name}, ${count} new` : channel.name}
      onClick={() => open(channel.id)}
    >
      {channel.kind !== 'thread' && <Icon name={channelIcon(channel)} size={18} />}
      <span>{channel.name}</span>
      {channel.thread?.archived && <Icon name={channel.thread.locked ? 'lock' : 'archive'} size={12} />}
    </button>
  );
}

function classes(base: string, current: boolean, fresh: boolean): string {
  return [base, current ? 'current' : '', fresh && !current ? 'unread' : ''].join(' ');
}

function inOrder(one: ChannelView, other: ChannelView): number {
  return one.position - other.position || byId(one, other);
}
