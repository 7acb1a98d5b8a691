import { Popover } from 'radix-ui';
import { useState } from 'react';
import { Avatar } from '../avatar.tsx';
import { useClient } from '../client.tsx';
import { Icon } from '../icons.tsx';
import { useSidebar } from '../shell/sidebar-state.ts';
import { relativeTime } from '../times.ts';
import type { ChannelView, DirectMessageView } from '../../sandbox/wire.ts';
import { channelIcon } from './channel-icon.ts';

export function ChannelHeader({ name, direct }: { readonly name: string; readonly direct: DirectMessageView | null }) {
  const { channel, server, open } = useClient();
  const sidebar = useSidebar();
  const parent = channel?.kind === 'thread' ? server?.channels.find(({ id }) => id === channel.parentId) : undefined;
  return (
    <header className="channel-header">
      <button
        type="button"
        className="icon-button"
        aria-label={sidebar.shown ? 'Hide channels' : 'Show channels'}
        aria-expanded={sidebar.shown}
        onClick={sidebar.toggle}
      >
        <Icon name="menu" />
      </button>
      {direct ? (
        <Avatar name={direct.bot.name} picture={direct.bot.avatar} size={24} />
      ) : (
        channel && <Icon name={channelIcon(channel)} />
      )}
      {parent && (
        <>
          <button type="button" className="crumb" onClick={() => open(parent.id)}>
            {parent.name}
          </button>
          <span aria-hidden>›</span>
        </>
      )}
      <h2>{name}</h2>
      {direct && <span className="badge">APP</span>}
      {channel?.thread?.archived && (
        <span className="state">
          <Icon name={channel.thread.locked ? 'lock' : 'archive'} size={14} />{' '}
          {channel.thread.locked ? 'Closed and locked' : 'Archived'}
        </span>
      )}
      {channel?.topic && (
        <span className="topic" title={channel.topic}>
          {channel.topic}
        </span>
      )}
      <span className="spring" />
      {channel && channel.kind === 'text' && <Threads of={channel} />}
      {channel && channel.mayManage && <Manage channel={channel} />}
    </header>
  );
}

/** The threads of a channel, also those that Discord has put away. */
function Threads({ of }: { readonly of: ChannelView }) {
  const { server, open } = useClient();
  const [shown, show] = useState(false);
  const threads = (server?.channels ?? [])
    .filter(({ kind, parentId }) => kind === 'thread' && parentId === of.id)
    .sort((one, other) => (other.thread?.createdAt ?? 0) - (one.thread?.createdAt ?? 0));
  return (
    <Popover.Root open={shown} onOpenChange={show}>
      <Popover.Trigger className="icon-button" aria-label="Threads" title="Threads">
        <Icon name="thread" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu threads" align="end" sideOffset={6} collisionPadding={8}>
          <h3>Threads</h3>
          {threads.length === 0 && <p>There are no threads.</p>}
          {threads.map((thread) => (
            <button
              key={thread.id}
              type="button"
              className="menu-item"
              onClick={() => {
                show(false);
                open(thread.id);
              }}
            >
              <Icon name={thread.thread?.archived ? 'archive' : 'thread'} size={16} />
              <span>
                {thread.name}
                <small>
                  {thread.thread?.archived ? 'Archived · ' : ''}
                  {thread.thread ? relativeTime(thread.thread.createdAt, Date.now()) : ''}
                </small>
              </span>
            </button>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Manage({ channel }: { readonly channel: ChannelView }) {
  const { act } = useClient();
  return (
    <Popover.Root>
      <Popover.Trigger className="icon-button" aria-label="Manage" title="Manage">
        <Icon name="more" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu" align="end" sideOffset={6} collisionPadding={8}>
          {channel.thread && (
            <Popover.Close
              className="menu-item"
              onClick={() => void act({ verb: channel.thread?.archived ? 'unarchive' : 'archive', thread: channel.id })}
            >
              {channel.thread.archived ? 'Unarchive' : 'Archive'} Thread
            </Popover.Close>
          )}
          <Popover.Close
            className="menu-item danger"
            onClick={() => void act({ verb: 'deleteChannel', channel: channel.id })}
          >
            Delete {channel.thread ? 'Thread' : 'Channel'}
          </Popover.Close>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
