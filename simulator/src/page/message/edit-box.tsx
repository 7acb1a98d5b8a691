import { useState } from 'react';
import { useClient } from '../client.tsx';
import type { MessageView } from '../../sandbox/wire.ts';

export function EditBox({ message }: { readonly message: MessageView }) {
  const { act, edit } = useClient();
  const [text, set] = useState(message.content);
  const save = async () => {
    edit(null);
    if (text !== message.content) await act({ verb: 'edit', message: message.id, text });
  };
  return (
    <div className="edit-box">
      <textarea
        autoFocus
        aria-label="Edit message"
        value={text}
        rows={Math.min(10, text.split('\n').length)}
        onChange={(event) => set(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') edit(null);
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            void save();
          }
        }}
      />
      <small>
        escape to{' '}
        <button type="button" onClick={() => edit(null)}>
          cancel
        </button>{' '}
        • enter to{' '}
        <button type="button" onClick={() => void save()}>
          save
        </button>
      </small>
    </div>
  );
}
