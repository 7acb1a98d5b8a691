import { Avatar } from '../avatar.tsx';
import { goToMessage } from '../channel/go-to-message.ts';
import { parse, plainText } from '../markdown/parse.ts';
import type { ReplyView } from '../../sandbox/wire.ts';

/** The line over a reply that says what it answers; a click goes there. */
export function Quote({ reply }: { readonly reply: ReplyView }) {
  if (reply.author === null) return <div className="quote gone">Original message was deleted</div>;
  return (
    <div className="quote">
      <Avatar name={reply.author.name} picture={reply.author.avatar} size={16} />
      <b style={reply.author.colour ? { color: reply.author.colour } : undefined}>{reply.author.name}</b>
      <button
        type="button"
        onClick={({ currentTarget }) => {
          const pane = currentTarget.closest('.pane');
          if (pane) goToMessage(pane, reply.messageId, 0);
        }}
        aria-label={`Go to the message of ${reply.author.name}`}
      >
        {reply.excerpt === '' ? 'Click to see attachment' : plainText(parse(reply.excerpt))}
      </button>
    </div>
  );
}
