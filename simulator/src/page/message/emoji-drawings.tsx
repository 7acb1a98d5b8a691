import type { ReactNode } from 'react';

const face = <circle cx="16" cy="16" r="14" fill="#ffcc4d" />;
const eyes = (
  <g fill="#664500">
    <ellipse cx="11" cy="12.5" rx="2" ry="3" />
    <ellipse cx="21" cy="12.5" rx="2" ry="3" />
  </g>
);
const star = 'M16 2l4.1 9.2 10 1-7.5 6.7 2.2 9.8L16 23.6l-8.8 5.1 2.2-9.8L1.9 12.200l10-1z';

/** By the character without its variation selector; on a 32 × 32 grid. */
export const drawings: Readonly<Record<string, ReactNode>> = {
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
      <path d="M16 11.5V18l4 3" fill="none" stroke="#ed4245" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  '👍': (
    <>
      <rect x="3" y="14" width="7" height="14" rx="2" fill="#3b88c3" />
      <path
        d="M11 15c4-2 5-6 5-11 3-1 5 1 5 4 0 2-.5 3.5-1 5h7c2 0 3 1.5 2.5 3.5l-2.5 9c-.5 1.5-1.5 2.5-3 2.5H15l-4-2z"
        fill="#ffdc5d"
      />
    </>
  ),
  '❤': <path d="M16 28S3 20 3 11a6.5 6.5 0 0 1 13-1.5A6.5 6.5 0 0 1 29 11c0 9-13 17-13 17z" fill="#dd2e44" />,
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
  '⚠': (
    <>
      <path d="M16 2l14 26H2z" fill="#ffcc4d" stroke="#ffcc4d" strokeWidth="2" strokeLinejoin="round" />
      <path d="M16 11v8M16 23.5v.5" stroke="#292f33" strokeWidth="3.5" strokeLinecap="round" />
    </>
  ),
  '❔': (
    <path
      d="M10 11a6 6 0 1 1 8.5 5.5Q16 18 16 21M16 27v.5"
      fill="none"
      stroke="#ccd6dd"
      strokeWidth="4.5"
      strokeLinecap="round"
    />
  ),
  '✏': (
    <>
      <path d="M4 28l2-8L22 4l6 6-16 16z" fill="#ffac33" />
      <path d="M4 28l2-8 6 6z" fill="#f9e2b4" />
      <path d="M22 4l6 6-2 2-6-6z" fill="#ea596e" />
    </>
  ),
  '🎤': (
    <>
      <circle cx="21" cy="10" r="8" fill="#99aab5" />
      <path d="M15 12l5 5L6 29l-3-3z" fill="#31373d" />
    </>
  ),
  '📄': (
    <>
      <path d="M6 2h14l6 6v22H6z" fill="#e1e8ed" />
      <path d="M20 2v6h6M10 14h12M10 19h12M10 24h8" fill="none" stroke="#8899a6" strokeWidth="2" />
    </>
  ),
  '📊': (
    <>
      <rect x="2" y="2" width="28" height="28" rx="3" fill="#ccd6dd" />
      <path d="M8 26V16" stroke="#5c913b" strokeWidth="5" />
      <path d="M16 26V7" stroke="#3b94d9" strokeWidth="5" />
      <path d="M24 26V12" stroke="#dd2e44" strokeWidth="5" />
    </>
  ),
  '📎': (
    <path
      d="M10 10v12a6 6 0 0 0 12 0V8a4.5 4.5 0 0 0-9 0v13a2.5 2.5 0 0 0 5 0V10"
      fill="none"
      stroke="#99aab5"
      strokeWidth="2.6"
      strokeLinecap="round"
    />
  ),
  '📨': (
    <>
      <rect x="7" y="8" width="23" height="17" rx="2" fill="#ccd6dd" />
      <path d="M8 9l10.5 9L29 9" fill="none" stroke="#8899a6" strokeWidth="2" />
      <path d="M1 12h4M0 17h5M2 22h3" stroke="#55acee" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  '📪': (
    <>
      <path d="M14 18h4v13h-4z" fill="#8a6a4a" />
      <path d="M9 6h14a7 7 0 0 1 7 7v7H9z" fill="#55acee" />
      <path d="M2 20v-7a7 7 0 0 1 14 0v7z" fill="#3b88c3" />
      <path d="M21 13h6v3h-6z" fill="#dd2e44" />
    </>
  ),
  '🟢': <circle cx="16" cy="16" r="14" fill="#78b159" />,
  '🔴': <circle cx="16" cy="16" r="14" fill="#dd2e44" />,
  '❗': <path d="M16 4v15M16 27v.5" stroke="#ed4245" strokeWidth="6" strokeLinecap="round" />,
  '💬': (
    <path
      d="M16 4c8 0 14 4.5 14 10.5S24 25 16 25q-2 0-4-.4L5 29l1.5-7C3.5 20 2 17.5 2 14.5 2 8.5 8 4 16 4z"
      fill="#ccd6dd"
    />
  ),
  '⏳': (
    <>
      <path d="M8 4h16v4l-6 8 6 8v4H8v-4l6-8-6-8z" fill="#e1e8ed" />
      <path d="M11 9h10l-5 6zM9 27q7-8 14 0z" fill="#ffac33" />
      <path d="M6 3.5h20M6 28.5h20" stroke="#8a6a4a" strokeWidth="3" strokeLinecap="round" />
    </>
  ),
  '📬': (
    <>
      <path d="M14 18h4v13h-4z" fill="#8a6a4a" />
      <path d="M9 6h14a7 7 0 0 1 7 7v7H9z" fill="#55acee" />
      <path d="M2 20v-7a7 7 0 0 1 14 0v7z" fill="#3b88c3" />
      <path d="M4 14h10v5H4z" fill="#e1e8ed" />
      <path d="M22 13V5h5v4h-3v4z" fill="#dd2e44" />
    </>
  ),
  '🔗': (
    <g fill="none" stroke="#8899a6" strokeWidth="3.5">
      <rect x="2" y="16" width="16" height="9" rx="4.5" transform="rotate(-45 10 20.5)" />
      <rect x="14" y="7" width="16" height="9" rx="4.5" transform="rotate(-45 22 11.5)" />
    </g>
  ),
  '🗑': (
    <>
      <path d="M7 9h18l-2 21H9z" fill="#99aab5" />
      <path d="M12 13l1 13M20 13l-1 13M16 13v13" stroke="#66757f" strokeWidth="2" />
      <rect x="4" y="5" width="24" height="4" rx="2" fill="#ccd6dd" />
    </>
  ),
};
