import { createHash } from 'node:crypto';
import { type Colour, png, tint } from './png.ts';

/** Pixels of a side; every cell of a pattern has sixteen. */
const side = 128;

/** A picture of its own for any text: a mirrored pattern of squares in one colour. */
export function drawPattern(text: string): Uint8Array {
  const noise = createHash('md5').update(text).digest();
  const ink = tint((noise[15]! / 256) * 360, 0.55, 0.52);
  const paper = tint((noise[15]! / 256) * 360, 0.35, 0.92);
  return png(side, (x, y) => {
    const column = Math.floor(x / 16) - 1;
    const row = Math.floor(y / 16) - 1;
    if (column < 0 || row < 0 || column > 5 || row > 5) return paper;
    const mirrored = column > 2 ? 5 - column : column;
    return noise[(row * 3 + mirrored) % 15]! & (1 << (row % 8)) ? ink : paper;
  });
}

/** The colours of those who have no picture. */
const defaults: readonly Colour[] = [
  [88, 101, 242],
  [117, 126, 138],
  [59, 165, 92],
  [250, 166, 26],
  [237, 66, 69],
  [235, 69, 158],
];
const white: Colour = [255, 255, 255];

/** Head and shoulders on a coloured ground; null for numbers that Discord does not have. */
export function drawDefaultAvatar(number: number): Uint8Array | null {
  const ground = defaults[number];
  if (!ground) return null;
  return png(side, (x, y) => {
    const head = Math.hypot(x - 63.5, y - 50) < 22;
    const shoulders = Math.hypot((x - 63.5) * 0.8, y - 120) < 36;
    return head || shoulders ? white : ground;
  });
}
