import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { dayTitle } from '../times.ts';
import { rows } from '../message-list.ts';
import { MessageRow } from '../message/message.tsx';
import type { MessageView } from '../../sandbox/wire.ts';

/** A channel's messages, newest below. It stays at the bottom while one is there, and where one reads while one reads back. */
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
  const box = useRef<HTMLDivElement>(null);
  const atBottom = useRef(true);
  const height = useRef(0);
  const top = useRef(0);
  const [loading, setLoading] = useState(false);
  const [below, setBelow] = useState(0);
  const first = messages[0]?.id;
  const last = messages.at(-1)?.id;

  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    if (atBottom.current) current.scrollTop = current.scrollHeight;
    else setBelow((count) => count + 1);
    // Only a new last message counts; its edits come through the observer below.
  }, [last]);

  useLayoutEffect(() => {
    const { current } = box;
    if (current && !atBottom.current) current.scrollTop += current.scrollHeight - height.current;
    if (current) height.current = current.scrollHeight;
  }, [first]);

  useEffect(() => {
    const { current } = box;
    const inside = current?.firstElementChild;
    if (!current || !inside) return;
    const observer = new ResizeObserver(() => {
      if (atBottom.current) current.scrollTop = current.scrollHeight;
    });
    observer.observe(inside);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);

  const loadOlder = async () => {
    setLoading(true);
    height.current = box.current?.scrollHeight ?? 0;
    await onOlder();
    setLoading(false);
  };
  const scrolled = () => {
    const { current } = box;
    if (!current) return;
    const isBelow = current.scrollHeight - current.scrollTop - current.clientHeight < 40;
    // What grows below does not mean that somebody has scrolled up.
    if (isBelow || current.scrollTop < top.current) atBottom.current = isBelow;
    top.current = current.scrollTop;
    if (isBelow) setBelow(0);
    if (current.scrollTop < 80 && older && !loading) void loadOlder();
  };
  const toBottom = () => {
    atBottom.current = true;
    setBelow(0);
    box.current?.scrollTo({ top: box.current.scrollHeight });
  };

  return (
    <div className="message-frame">
      <div className="message-scroll" ref={box} onScroll={scrolled} tabIndex={0} role="region" aria-label={label}>
        <ol className="message-list" role="log" aria-live="polite" aria-relevant="additions" aria-label={label}>
          {older ? (
            <li className="message-older">
              <button type="button" disabled={loading} onClick={() => void loadOlder()}>
                {loading ? 'Loading…' : 'Show older messages'}
              </button>
            </li>
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
      {below > 0 && (
        <button type="button" className="new-below" onClick={toBottom}>
          {below === 1 ? '1 new message' : `${below} new messages`} ↓
        </button>
      )}
    </div>
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
        <li className="day-line" role="separator" aria-label={dayTitle(at)}>
          <span>{dayTitle(at)}</span>
        </li>
      )}
      {children}
    </>
  );
}
