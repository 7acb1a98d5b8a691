import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

export interface Staying {
  readonly box: RefObject<HTMLDivElement | null>;
  /** New messages below what is being read. */
  readonly below: number;
  /** To be called when the box was scrolled; says whether its top is near. */
  scrolled(): boolean;
  toBottom(): void;
}

/** How near to an end counts as there, in pixels. */
const near = 80;

/** Keeps a list at its bottom while one is there, and at the same message while one reads back. */
export function useStaying(first: string | undefined, last: string | undefined): Staying {
  const box = useRef<HTMLDivElement>(null);
  const at = useRef({ bottom: true, top: 0, height: 0 });
  const [below, setBelow] = useState(0);

  useLayoutEffect(() => {
    if (at.current.bottom) goDown(box.current);
    else setBelow((count) => count + 1);
  }, [last]);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    // What was put in front pushes the rest down by its height.
    if (!at.current.bottom) current.scrollTop += current.scrollHeight - at.current.height;
    at.current.height = current.scrollHeight;
  }, [first]);
  useEffect(() => {
    const { current } = box;
    const inside = current?.firstElementChild;
    if (!current || !inside) return;
    const observer = new ResizeObserver(() => {
      if (at.current.bottom) goDown(current);
    });
    observer.observe(inside);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return {
    box,
    below,
    scrolled() {
      const { current } = box;
      if (!current) return false;
      const { scrollTop, scrollHeight, clientHeight } = current;
      const isBottom = scrollHeight - scrollTop - clientHeight < near;
      // What grows below does not mean that somebody has scrolled up.
      const bottom = isBottom || scrollTop < at.current.top ? isBottom : at.current.bottom;
      at.current = { bottom, top: scrollTop, height: scrollHeight };
      if (isBottom) setBelow(0);
      return scrollTop < near;
    },
    toBottom() {
      at.current.bottom = true;
      setBelow(0);
      goDown(box.current);
    },
  };
}

function goDown(box: HTMLElement | null): void {
  if (box) box.scrollTop = box.scrollHeight;
}
