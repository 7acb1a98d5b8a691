import { useClient } from '../client.tsx';
import type { MessageView, ReactionView } from '../../sandbox/wire.ts';
import { EmojiPicture } from './emoji.tsx';

export function Reactions({ message }: { readonly message: MessageView }) {
  const { act } = useClient();
  if (message.reactions.length === 0) return null;
  return (
    <div className="reactions">
      {message.reactions.map((reaction) => (
        <button
          key={reaction.id ?? reaction.emoji}
          type="button"
          className={reaction.mine ? 'reaction mine' : 'reaction'}
          aria-pressed={reaction.mine}
          aria-label={`${reaction.emoji}, ${reaction.count}: ${reaction.names.join(', ')}`}
          title={reaction.names.join(', ')}
          onClick={() =>
            void act({ verb: reaction.mine ? 'unreact' : 'react', message: message.id, emoji: emojiName(reaction) })
          }
        >
          <EmojiPicture name={reaction.emoji} id={reaction.id} />
          {reaction.count}
        </button>
      ))}
    </div>
  );
}

function emojiName({ emoji, id }: ReactionView): string {
  return id === null ? emoji : `${emoji}:${id}`;
}
