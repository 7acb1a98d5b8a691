import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react';
import { useClient } from '../client.tsx';
import { Icon } from '../icons.tsx';
import type { DirectMessageView } from '../../sandbox/wire.ts';
import { PendingFiles } from './pending-files.tsx';
import { ReplyBar } from './reply-bar.tsx';
import { SlashCommand } from './slash-command.tsx';

/** What Discord lets one person write at once; two thousand without Nitro. */
const longest = 2000;

/** The box one writes in: text, files, replies, slash commands. */
export function Composer({ name, direct }: { readonly name: string; readonly direct: DirectMessageView | null }) {
  const { act, channel, channelId, replyingTo, replyTo } = useClient();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [ping, setPing] = useState(true);
  const [dragging, setDragging] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const announced = useRef(0);

  useEffect(() => {
    if (replyingTo) box.current?.focus();
    setPing(true);
  }, [replyingTo]);
  useEffect(() => grow(box.current), [text]);

  if (channelId === null) return null;
  const readOnly = channel !== null && !channel.mayWrite;
  if (readOnly)
    return <p className="composer read-only">You do not have permission to send messages in this channel.</p>;

  const add = (given: Iterable<File>) => {
    // A file input empties its own list afterwards.
    const more = [...given];
    setFiles((had) => [...had, ...more].slice(0, 10));
  };
  const send = async () => {
    const said = text.trim();
    if (said === '' && files.length === 0) return;
    const sent = files;
    setText('');
    setFiles([]);
    replyTo(null);
    const result = await act(
      {
        verb: 'say',
        channel: channelId,
        text: said,
        ...(replyingTo ? { replyTo: replyingTo.id, ping } : {}),
      },
      sent,
    );
    if (!result.ok) {
      setText((now) => (now === '' ? said : now));
      setFiles((now) => (now.length === 0 ? sent : now));
    }
  };
  const typed = (value: string) => {
    setText(value);
    // Discord's clients say so every few seconds while somebody writes.
    if (value !== '' && !value.startsWith('/') && Date.now() - announced.current > 8000) {
      announced.current = Date.now();
      void act({ verb: 'typing', channel: channelId });
    }
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') replyTo(null);
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const pasted = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length > 0) event.preventDefault();
    add(event.clipboardData.files);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    add(event.dataTransfer.files);
  };

  if (text.startsWith('/')) {
    return <SlashCommand typed={text} onTyped={setText} onDone={() => setText('')} />;
  }
  return (
    <div
      className={dragging ? 'composer dragging' : 'composer'}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={dropped}
    >
      {replyingTo && <ReplyBar to={replyingTo} ping={ping} onPing={setPing} onCancel={() => replyTo(null)} />}
      {files.length > 0 && (
        <PendingFiles files={files} onRemove={(gone) => setFiles(files.filter((file) => file !== gone))} />
      )}
      <div className="composer-row">
        <label className="icon-button" title="Upload a file">
          <Icon name="plus" />
          <input
            type="file"
            multiple
            className="visually-hidden"
            aria-label="Upload a file"
            onChange={(event) => {
              add(event.target.files ?? []);
              event.target.value = '';
            }}
          />
        </label>
        <textarea
          ref={box}
          rows={1}
          value={text}
          aria-label={`Message ${direct ? '@' : '#'}${name}`}
          placeholder={`Message ${direct ? '@' : '#'}${name}`}
          onChange={(event) => typed(event.target.value)}
          onKeyDown={pressed}
          onPaste={pasted}
        />
        {text.length > longest - 200 && (
          <span className={text.length > longest ? 'count over' : 'count'} aria-live="polite">
            {longest - text.length}
          </span>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label="Use a command"
          title="Use a command"
          onClick={() => setText('/')}
        >
          <Icon name="slash" />
        </button>
      </div>
    </div>
  );
}

function grow(box: HTMLTextAreaElement | null) {
  if (!box) return;
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight, 200)}px`;
}
