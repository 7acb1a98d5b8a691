import { Avatar } from '../avatar.tsx';
import { parse, plainText } from '../markdown/parse.ts';
import type { ReplyView } from '../../sandbox/wire.ts';

/** The line over a reply that says what it answers; a click goes there. */
export function Quote({ reply }: { readonly reply: ReplyView }) {
  if (reply.author === null) return <div className="quote gone">Original message was deleted</div>;
  const go = () => {
    const target = document.activeElement
      ?.closest('.message-list')
      ?.querySelector<HTMLElement>(`#message-${reply.messageId}`);
    target?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    target?.focus();
  };
  return (
    <div className="quote">
      <Avatar name={reply.author.name} picture={reply.author.avatar} size={16} />
      <b style={reply.author.colour ? { color: reply.author.colour } : undefined}>{reply.author.name}</b>
      <button type="button" onClick={go} aria-label={`Go to the message of ${reply.author.name}`}>
        {reply.excerpt === '' ? 'Click to see attachment' : plainText(parse(reply.excerpt))}
      </button>
    </div>
  );
}
