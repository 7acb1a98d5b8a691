import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { kept } from './kept.ts';

/** Two parts side by side; the bar between them can be moved by pointer or arrow keys. Percent of the width is the left one's. */
export function Splitter({ left, right }: { readonly left: ReactNode; readonly right: ReactNode }) {
  const [share, set] = useState(() => within(Number(kept.get('split') ?? 44)));
  const box = useRef<HTMLDivElement>(null);
  const move = (next: number) => {
    set(within(next));
    kept.set('split', String(within(next)));
  };
  const dragged = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !box.current) return;
    const { left: from, width } = box.current.getBoundingClientRect();
    move(((event.clientX - from) / width) * 100);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') move(share - 2);
    if (event.key === 'ArrowRight') move(share + 2);
  };
  return (
    <div className="panes" ref={box} style={{ gridTemplateColumns: `${share}fr 6px ${100 - share}fr` }}>
      {left}
      <div
        className="splitter"
        role="separator"
        aria-orientation="vertical"
        aria-label="Width of the two clients"
        aria-valuenow={Math.round(share)}
        aria-valuemin={25}
        aria-valuemax={75}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={dragged}
        onKeyDown={pressed}
      />
      {right}
    </div>
  );
}

function within(share: number): number {
  return Number.isFinite(share) ? Math.min(75, Math.max(25, share)) : 44;
}
