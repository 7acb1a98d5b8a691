import type { ReactNode } from 'react';

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

const face = <circle cx="16" cy="16" r="14" fill="#ffcc4d" />;
const eyes = (
  <g fill="#664500">
    <ellipse cx="11" cy="12.5" rx="2" ry="3" />
    <ellipse cx="21" cy="12.5" rx="2" ry="3" />
  </g>
);
const star = 'M16 2l4.1 9.2 10 1-7.5 6.7 2.2 9.8L16 23.6l-8.8 5.1 2.2-9.8L1.9 12.200l10-1z';

const drawings: Readonly<Record<string, ReactNode>> = {
  '✅': (
    <>
      <rect x="2" y="2" width="28" height="28" rx="6" fill="#3ba55d" />
      <path
        d="M8 17l5.5 5.5L24.5 10"
        fill="none"
        stroke="#fff"
        strokeWidth="3.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  '❌': <path d="M6 6l20 20M26 6L6 26" stroke="#ed4245" strokeWidth="5.5" strokeLinecap="round" />,
  '✔': (
    <path
      d="M5 17l7 7L27 8"
      fill="none"
      stroke="#3ba55d"
      strokeWidth="5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  '⏱': (
    <>
      <rect x="13" y="1" width="6" height="4" rx="1.5" fill="#99aab5" />
      <circle cx="16" cy="18" r="12" fill="#99aab5" />
      <circle cx="16" cy="18" r="9" fill="#fff" />
      <path d="M16 11.500V18l4 3" fill="none" stroke="#ed4245" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  '👍': (
    <>
      <rect x="3" y="14" width="7" height="14" rx="2" fill="#3b88c3" />
      <path
        d="M11 15c4-2 5-6 5-11 3-1 5 1 5 4 0 2-.5 3.5-1 5h7c2 0 3 1.5 2.5 3.500l-2.5 9c-.5 1.5-1.5 2.5-3 2.500H15l-4-2z"
        fill="#ffdc5d"
      />
    </>
  ),
  '❤': <path d="M16 28S3 20 3 11a6.5 6.5 0 0 1 13-1.500A6.5 6.5 0 0 1 29 11c0 9-13 17-13 17z" fill="#dd2e44" />,
  '😄': (
    <>
      {face}
      <path d="M8 13q3-4 6 0M18 13q3-4 6 0" fill="none" stroke="#664500" strokeWidth="2" strokeLinecap="round" />
      <path d="M7 17h18q-1 9-9 9t-9-9z" fill="#664500" />
    </>
  ),
  '😢': (
    <>
      {face}
      {eyes}
      <path d="M11 24q5-5 10 0" fill="none" stroke="#664500" strokeWidth="2" strokeLinecap="round" />
      <path d="M23 17q4 5 0 8-4-3 0-8z" fill="#5dadec" />
    </>
  ),
  '🎉': (
    <>
      <path d="M3 29l7-17 10 10z" fill="#ffcc4d" />
      <path d="M3 29l3.5-8.5 5 5z" fill="#f4900c" />
      <g fill="#5865f2">
        <circle cx="24" cy="7" r="2.2" />
        <circle cx="14" cy="4" r="1.8" />
      </g>
      <g fill="#ed4245">
        <circle cx="28" cy="16" r="2" />
        <circle cx="19" cy="9" r="1.6" />
      </g>
      <path d="M18 15q6-1 9 4M14 12q1-5 6-8" fill="none" stroke="#3ba55d" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  '👀': (
    <>
      <ellipse cx="9.5" cy="16" rx="6.5" ry="9" fill="#fff" />
      <ellipse cx="22.5" cy="16" rx="6.5" ry="9" fill="#fff" />
      <circle cx="7.5" cy="18" r="3" fill="#292f33" />
      <circle cx="20.5" cy="18" r="3" fill="#292f33" />
    </>
  ),
  '🔒': (
    <>
      <path d="M9 15v-4a7 7 0 0 1 14 0v4" fill="none" stroke="#99aab5" strokeWidth="3.5" />
      <rect x="5" y="14" width="22" height="15" rx="3" fill="#ffac33" />
      <circle cx="16" cy="21.5" r="2.5" fill="#664500" />
    </>
  ),
  '⭐': <path d={star} fill="#ffac33" />,
  '🔥': (
    <>
      <path d="M17 2c1 6 9 8 9 17a10 10 0 0 1-20 0c0-5 3-7 4-11 2 1 3 3 3 5 3-3 4-6 4-11z" fill="#f4900c" />
      <path d="M16 17c1 3 5 4 5 8a5 5 0 0 1-10 0c0-3 4-4 5-8z" fill="#ffcc4d" />
    </>
  ),
};
