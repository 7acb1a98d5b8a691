import { useRef, useState } from 'react';
import { useClient } from '../client.tsx';

export interface Draft {
  readonly text: string;
  readonly files: readonly File[];
  readonly ping: boolean;
  type(text: string): void;
  add(files: Iterable<File>): void;
  remove(file: File): void;
  setPing(ping: boolean): void;
  send(): Promise<void>;
}

/** https://docs.discord.com/developers/resources/message#create-message */
const mostFiles = 10;
/** Discord's clients say that somebody types every few seconds, in milliseconds. */
const typingPause = 8000;

/** What is being written in a channel. What was refused comes back, unless something else was begun meanwhile. */
export function useDraft(channel: string): Draft {
  const { act, replyingTo, replyTo } = useClient();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [silent, setSilent] = useState<string | null>(null);
  const announced = useRef(0);
  const ping = replyingTo === null || replyingTo.id !== silent;
  return {
    text,
    files,
    ping,
    type(value) {
      setText(value);
      if (value === '' || value.startsWith('/') || Date.now() - announced.current < typingPause) return;
      announced.current = Date.now();
      void act({ verb: 'typing', channel });
    },
    add(given) {
      // A file input empties its own list afterwards.
      const more = [...given];
      setFiles((had) => [...had, ...more].slice(0, mostFiles));
    },
    remove: (file) => setFiles((had) => had.filter((one) => one !== file)),
    setPing: (on) => setSilent(on ? null : (replyingTo?.id ?? null)),
    async send() {
      const said = text.trim();
      if (said === '' && files.length === 0) return;
      setText('');
      setFiles([]);
      replyTo(null);
      announced.current = 0;
      const reply = replyingTo ? { replyTo: replyingTo.id, ping } : {};
      const result = await act({ verb: 'say', channel, text: said, ...reply }, files);
      if (result.ok) return;
      setText((now) => (now === '' ? said : now));
      setFiles((now) => (now.length === 0 ? files : now));
    },
  };
}
