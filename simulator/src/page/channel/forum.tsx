import { useClient } from '../client.tsx';
import { Avatar } from '../avatar.tsx';
import { Icon } from '../icons.tsx';
import { EmojiPicture } from '../message/emoji.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { relativeTime } from '../times.ts';
import type { ChannelView } from '../../sandbox/wire.ts';

/** A forum's posts, newest first; put away ones below. */
export function Forum({ forum }: { readonly forum: ChannelView }) {
  const { server } = useClient();
  const posts = (server?.channels ?? [])
    .filter(({ kind, parentId }) => kind === 'thread' && parentId === forum.id)
    .sort((one, other) => (other.thread?.createdAt ?? 0) - (one.thread?.createdAt ?? 0));
  const active = posts.filter(({ thread }) => !thread?.archived);
  const old = posts.filter(({ thread }) => thread?.archived);
  return (
    <div className="forum">
      {posts.length === 0 && (
        <div className="forum-empty">
          <Icon name="forum" size={40} />
          <p>There are no posts yet.</p>
        </div>
      )}
      <ul aria-label="Posts">
        {active.map((post) => (
          <Post key={post.id} post={post} forum={forum} />
        ))}
      </ul>
      {old.length > 0 && (
        <>
          <h3>Older Posts</h3>
          <ul aria-label="Older posts">
            {old.map((post) => (
              <Post key={post.id} post={post} forum={forum} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Post({ post, forum }: { readonly post: ChannelView; readonly forum: ChannelView }) {
  const { open } = useClient();
  const { thread } = post;
  if (!thread) return null;
  const tags = forum.tags.filter(({ id }) => thread.tags.includes(id));
  return (
    <li className="post">
      <button type="button" onClick={() => open(post.id)} aria-label={post.name}>
        {tags.length > 0 && (
          <span className="tags">
            {tags.map(({ id, name, emoji }) => (
              <span key={id} className="tag">
                {emoji && <EmojiPicture name={emoji.name} id={emoji.id} />} {name}
              </span>
            ))}
          </span>
        )}
        <b>{post.name}</b>
        {thread.excerpt && (
          <span className="excerpt">
            {thread.owner && (
              <>
                <Avatar name={thread.owner.name} picture={thread.owner.avatar} size={16} /> {thread.owner.name}:{' '}
              </>
            )}
            <Markdown text={thread.excerpt} />
          </span>
        )}
        <span className="post-foot">
          <Icon name="message" size={14} /> {thread.messageCount} · {relativeTime(thread.createdAt, Date.now())}
          {thread.archived && (
            <>
              {' '}
              · <Icon name={thread.locked ? 'lock' : 'archive'} size={14} /> {thread.locked ? 'Locked' : 'Archived'}
            </>
          )}
        </span>
      </button>
    </li>
  );
}
