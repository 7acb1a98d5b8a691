import { memo } from 'react';
import { Avatar } from '../avatar.tsx';
import { useClient } from '../client.tsx';
import { Icon } from '../icons.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { isWritten, type Row } from '../message-list.ts';
import { clockTime, fullTime, messageTime } from '../times.ts';
import { list, record, text } from '../wire-fields.ts';
import type { AuthorView, MessageView } from '../../sandbox/wire.ts';
import { Attachments } from './attachments.tsx';
import { Components } from './components.tsx';
import { EditBox } from './edit-box.tsx';
import { Embed } from './embed.tsx';
import { MessageActions } from './message-actions.tsx';
import { Quote } from './quote.tsx';
import { Reactions } from './reactions.tsx';
import { systemLine } from './system-line.ts';

/** One message in a channel, with everything that belongs to it. Drawn again only when it has changed itself. */
export const MessageRow = memo(
  DrawnRow,
  (before, now) => before.row.message === now.row.message && before.row.head === now.row.head,
);

function DrawnRow({ row }: { readonly row: Row }) {
  const { message, head } = row;
  const { editing } = useClient();
  if (!isWritten(message)) return <SystemMessage message={message} />;
  return (
    <li
      data-message={message.id}
      className={classes(row)}
      aria-label={`${message.author.name}, ${fullTime(message.createdAt)}`}
      tabIndex={-1}
    >
      {message.reply && <Quote reply={message.reply} />}
      {message.command && <CommandLine command={message.command} />}
      <div className="message-main">
        <div className="message-side">
          {head ? (
            <Avatar name={message.author.name} picture={message.author.avatar} />
          ) : (
            <time className="side-time" title={fullTime(message.createdAt)}>
              {clockTime(message.createdAt)}
            </time>
          )}
        </div>
        <div className="message-body">
          {head && (
            <div className="message-head">
              <AuthorName author={message.author} />
              <time title={fullTime(message.createdAt)}>{messageTime(message.createdAt, Date.now())}</time>
            </div>
          )}
          {editing === message.id ? <EditBox message={message} /> : <Content message={message} />}
          <Reactions message={message} />
          {message.onlyForYou && <OnlyYou />}
        </div>
      </div>
      <MessageActions message={message} />
    </li>
  );
}

function classes({ message, head }: Row): string {
  return [
    'message',
    head ? 'head' : '',
    message.mentionsMe ? 'mentions-me' : '',
    message.onlyForYou ? 'only-you' : '',
  ].join(' ');
}

function AuthorName({ author }: { readonly author: AuthorView }) {
  return (
    <span className="author">
      <span className="author-name" style={author.colour ? { color: author.colour } : undefined}>
        {author.name}
      </span>
      {author.kind !== 'person' && <span className="badge">APP</span>}
    </span>
  );
}

function Content({ message }: { readonly message: MessageView }) {
  if (message.thinking) {
    return (
      <p className="thinking">
        <span className="dots" aria-hidden>
          <i />
          <i />
          <i />
        </span>
        {message.author.name} is thinking…
      </p>
    );
  }
  return (
    <>
      {message.content !== '' && (
        <div className="content">
          <Markdown text={message.content} />
          {message.editedAt !== null && (
            <span className="edited" title={fullTime(message.editedAt)}>
              (edited)
            </span>
          )}
        </div>
      )}
      {message.forwarded && (
        <div className="forwarded">
          <span className="forwarded-title">
            <Icon name="reply" size={14} /> Forwarded
          </span>
          {message.forwarded.content !== '' && <Markdown text={message.forwarded.content} />}
          {message.forwarded.embeds.map((embed, index) => (
            <Embed key={index} embed={embed} />
          ))}
          <Attachments of={message.forwarded.attachments} />
        </div>
      )}
      {message.stickers.map((sticker) => (
        <div key={sticker.id} className="sticker" role="img" aria-label={`Sticker: ${sticker.name}`}>
          {sticker.name}
        </div>
      ))}
      {message.poll && <Poll poll={message.poll} />}
      {message.attachments.length > 0 && <Attachments of={message.attachments} />}
      {message.embeds.map((embed, index) => (
        <Embed key={index} embed={embed} />
      ))}
      {message.components.length > 0 && (
        <Components of={message.components} message={message.id} edited={message.editedAt} />
      )}
    </>
  );
}

function Poll({ poll }: { readonly poll: Readonly<Record<string, unknown>> }) {
  return (
    <div className="poll">
      <strong>{text(record(poll['question'])?.['text'])}</strong>
      {list(poll['answers']).map((answer, index) => (
        <div key={index}>{text(record(answer['poll_media'])?.['text'])}</div>
      ))}
    </div>
  );
}

function CommandLine({ command }: { readonly command: NonNullable<MessageView['command']> }) {
  // Buttons and forms have no name; Discord shows no line for them.
  if (command.name === null) return null;
  return (
    <div className="quote">
      <Avatar name={command.by.name} picture={command.by.avatar} size={16} />
      <span>
        <b style={command.by.colour ? { color: command.by.colour } : undefined}>{command.by.name}</b> used{' '}
        <span className="mention">/{command.name}</span>
      </span>
    </div>
  );
}

function OnlyYou() {
  return <p className="only-you-note">Only you can see this.</p>;
}

function SystemMessage({ message }: { readonly message: MessageView }) {
  return (
    <li className="message system">
      <div className="message-main">
        <div className="message-side">
          <Icon name="chevron" size={16} />
        </div>
        <div className="message-body">
          <b>{message.author.name}</b> {systemLine(message)} <time>{messageTime(message.createdAt, Date.now())}</time>
        </div>
      </div>
    </li>
  );
}
