import { useState, type ReactNode } from 'react';
import { rows } from '../message-list.ts';
import { MessageRow } from '../message/message.tsx';
import { dayTitle } from '../times.ts';
import type { MessageView } from '../../sandbox/wire.ts';
import { useStaying } from './use-staying.ts';

/** A channel's messages, newest below. */
export function MessageList({
  label,
  messages,
  older,
  beginning,
  onOlder,
}: {
  readonly label: string;
  readonly messages: readonly MessageView[];
  readonly older: boolean;
  /** What stands before the first message. */
  readonly beginning: ReactNode;
  readonly onOlder: () => Promise<void>;
}) {
  const [loading, setLoading] = useState(false);
  const staying = useStaying(messages[0]?.id, messages.at(-1)?.id);
  const loadOlder = async () => {
    setLoading(true);
    await onOlder();
    setLoading(false);
  };
  const scrolled = () => {
    if (staying.scrolled() && older && !loading) void loadOlder();
  };
  return (
    <div className="message-frame">
      <div
        className="message-scroll"
        ref={staying.box}
        onScroll={scrolled}
        tabIndex={0}
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={label}
      >
        <ol className="message-list">
          {older ? (
            <Older loading={loading} onLoad={() => void loadOlder()} />
          ) : (
            <li className="message-beginning">{beginning}</li>
          )}
          {rows(messages).map((row) => (
            <Line key={row.message.id} newDay={row.newDay} at={row.message.createdAt}>
              <MessageRow row={row} />
            </Line>
          ))}
        </ol>
      </div>
      {staying.below > 0 && (
        <button type="button" className="new-below" onClick={staying.toBottom}>
          {staying.below === 1 ? '1 new message' : `${staying.below} new messages`} ↓
        </button>
      )}
    </div>
  );
}

function Older({ loading, onLoad }: { readonly loading: boolean; readonly onLoad: () => void }) {
  return (
    <li className="message-older">
      <button type="button" disabled={loading} onClick={onLoad}>
        {loading ? 'Loading…' : 'Show older messages'}
      </button>
    </li>
  );
}

function Line({
  newDay,
  at,
  children,
}: {
  readonly newDay: boolean;
  readonly at: number;
  readonly children: ReactNode;
}) {
  return (
    <>
      {newDay && (
        <li className="day-line">
          <span>{dayTitle(at)}</span>
        </li>
      )}
      {children}
    </>
  );
}
