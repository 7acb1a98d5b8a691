import type { ReactNode } from 'react';

/** Plain line drawings on a 24 × 24 grid; the text beside them or the label of their button says what they mean. */
const drawings = {
  hash: <path d="M5 9h14M4 15h14M10 4L8 20M16 4l-2 16" />,
  lockedHash: (
    <>
      <path d="M4 9h9M3 15h12M9 4L7 20M15 12l-1 8" />
      <path d="M17 6V4.5a2 2 0 0 1 4 0V6" />
      <rect x="16" y="6" width="6" height="5" rx="1" fill="currentColor" stroke="none" />
    </>
  ),
  forum: <path d="M4 5h16v11h-8l-4 4v-4H4zM8 9h8M8 12h5" />,
  thread: <path d="M5 4v9a3 3 0 0 0 3 3h11M15 12l4 4-4 4" />,
  voice: <path d="M4 10v4h3l5 4V6l-5 4zM16 9a4 4 0 0 1 0 6" />,
  announcement: <path d="M4 10v4l3 0 9 5V5L7 10zM19 10v4" />,
  chevron: <path d="M6 9l6 6 6-6" />,
  plus: <path d="M12 5v14M5 12h14" />,
  reply: <path d="M10 6L4 12l6 6M4 12h9a7 7 0 0 1 7 7" />,
  edit: <path d="M4 20l1-5L16 4l4 4L9 19zM14 6l4 4" />,
  bin: <path d="M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10 11v5M14 11v5" />,
  smile: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M8 14q4 4 8 0M9 9.5v.5M15 9.5v.5" />
    </>
  ),
  more: (
    <g fill="currentColor" stroke="none">
      <circle cx="5" cy="12" r="2" />
      <circle cx="12" cy="12" r="2" />
      <circle cx="19" cy="12" r="2" />
    </g>
  ),
  pin: <path d="M9 4h6l-1 7 3 3H7l3-3zM12 14v6" />,
  close: <path d="M6 6l12 12M18 6L6 18" />,
  people: (
    <>
      <circle cx="9" cy="9" r="3.5" />
      <path d="M2.5 19a6.5 6.5 0 0 1 13 0M16 6a3.5 3.5 0 0 1 0 6.5M18 14.5a6.5 6.5 0 0 1 3.5 4.5" />
    </>
  ),
  archive: <path d="M4 4h16v4H4zM6 8v12h12V8M10 12h4" />,
  lock: <path d="M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z" />,
  file: <path d="M6 3h8l4 4v14H6zM14 3v4h4" />,
  download: <path d="M12 4v11M7 11l5 5 5-5M5 20h14" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  bolt: <path d="M13 3L5 14h6l-1 7 8-11h-6z" />,
  restart: <path d="M5 12a7 7 0 1 1 2 5M5 12V7M5 12h5" />,
  check: <path d="M5 13l5 5L20 7" />,
  swap: <path d="M7 4L3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7" />,
  message: <path d="M4 5h16v11H10l-5 4v-4H4z" />,
  slash: <path d="M15 4L9 20" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {drawings[name]}
    </svg>
  );
}
