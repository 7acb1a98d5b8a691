import { drawings } from './emoji-drawings.tsx';

/** A custom emoji, or a Unicode one. The few that bots like best are drawn here, for machines without a font of emoji. */
export function EmojiPicture({
  name,
  id,
  animated = false,
}: {
  readonly name: string;
  readonly id: string | null;
  readonly animated?: boolean;
}) {
  if (id !== null) {
    return (
      <img
        className="emoji"
        src={`/cdn/emojis/${id}.${animated ? 'gif' : 'png'}`}
        alt={`:${name}:`}
        title={`:${name}:`}
      />
    );
  }
  const drawing = drawings[name.replace('\uFE0F', '')];
  if (!drawing) return <span className="emoji text">{name}</span>;
  return (
    <svg className="emoji" viewBox="0 0 32 32" role="img" aria-label={name}>
      {drawing}
    </svg>
  );
}

/** What the reaction picker offers. */
export const offered = ['✅', '❌', '👍', '❤️', '😄', '😢', '🎉', '👀', '⏱️', '🔒', '⭐', '🔥'] as const;
