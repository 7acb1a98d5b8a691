import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useClient } from '../client.tsx';
import { Icon } from '../icons.tsx';
import type { DirectMessageView } from '../../sandbox/wire.ts';
import { PendingFiles } from './pending-files.tsx';
import { ReplyBar } from './reply-bar.tsx';
import { SlashCommand } from './slash-command.tsx';
import { useDraft, type Draft } from './use-draft.ts';

/** The box one writes in: text, files, replies, slash commands. */
export function Composer({
  name,
  channelId,
  direct,
}: {
  readonly name: string;
  readonly channelId: string;
  readonly direct: DirectMessageView | null;
}) {
  const { channel, replyingTo, replyTo } = useClient();
  const draft = useDraft(channelId);
  const [dragging, setDragging] = useState(false);
  const hadCommand = useRef(false);
  if (channel !== null && !channel.mayWrite) {
    return <p className="composer read-only">You do not have permission to send messages in this channel.</p>;
  }
  if (isCommand(draft.text)) {
    hadCommand.current = true;
    return (
      <SlashCommand
        typed={draft.text}
        onTyped={draft.type}
        onDone={() => draft.type('')}
        onText={() => void draft.send()}
      />
    );
  }
  const dragged = (event: DragEvent) => {
    event.preventDefault();
    setDragging(event.type === 'dragover');
    if (event.type === 'drop') draft.add(event.dataTransfer.files);
  };
  return (
    <div
      className={dragging ? 'composer dragging' : 'composer'}
      onDragOver={dragged}
      onDragLeave={dragged}
      onDrop={dragged}
    >
      {replyingTo && (
        <ReplyBar to={replyingTo} ping={draft.ping} onPing={draft.setPing} onCancel={() => replyTo(null)} />
      )}
      {draft.files.length > 0 && <PendingFiles files={draft.files} onRemove={draft.remove} />}
      <div className="composer-row">
        <UploadButton onFiles={draft.add} />
        <TextBox label={`Message ${direct ? '@' : '#'}${name}`} draft={draft} focused={hadCommand.current} />
        <button
          type="button"
          className="icon-button"
          aria-label="Use a command"
          title="Use a command"
          onClick={() => draft.type('/')}
        >
          <Icon name="slash" />
        </button>
      </div>
    </div>
  );
}

/** Without Nitro; what is longer is refused by the simulator, as far as Nitro's limit. */
const longest = 2000;
const countdownFrom = longest - 200;

/** Two slashes, or a slash alone before other words, begin no command. */
function isCommand(text: string): boolean {
  return /^\/(?![/\s])/.test(text);
}

function TextBox({
  label,
  draft,
  focused,
}: {
  readonly label: string;
  readonly draft: Draft;
  /** One was writing here already. */
  readonly focused: boolean;
}) {
  const { replyingTo, replyTo } = useClient();
  const { text } = draft;
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (replyingTo) box.current?.focus();
  }, [replyingTo]);
  useEffect(() => grow(box.current), [text]);
  useEffect(() => {
    if (!focused || !box.current) return;
    box.current.focus();
    box.current.setSelectionRange(box.current.value.length, box.current.value.length);
  }, [focused]);
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') replyTo(null);
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void draft.send();
  };
  return (
    <>
      <textarea
        ref={box}
        rows={1}
        value={text}
        aria-label={label}
        placeholder={label}
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={pressed}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) event.preventDefault();
          draft.add(event.clipboardData.files);
        }}
      />
      {text.length > countdownFrom && (
        <span className={text.length > longest ? 'count over' : 'count'} aria-live="polite">
          {longest - text.length}
        </span>
      )}
    </>
  );
}

function UploadButton({ onFiles }: { readonly onFiles: (files: Iterable<File>) => void }) {
  return (
    <label className="icon-button" title="Upload a file">
      <Icon name="plus" />
      <input
        type="file"
        multiple
        className="visually-hidden"
        aria-label="Upload a file"
        onChange={(event) => {
          onFiles(event.target.files ?? []);
          event.target.value = '';
        }}
      />
    </label>
  );
}

function grow(box: HTMLTextAreaElement | null) {
  if (!box) return;
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight, 200)}px`;
}
