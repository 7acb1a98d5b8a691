import { type Colour, png, tint } from '../cdn/png.ts';

/** In pixels, both ways. */
const size = 128;

/** In degrees: every turn by it lands far from all the turns shortly before. */
const goldenAngle = 137.5;

/** Draws a face of sorts and returns it as a PNG. Its colours come from `random` and from how many were drawn before, so that neighbours differ. */
export function drawAvatar(random: () => number, before: number): Uint8Array {
  const hue = (before * goldenAngle + random() * 20) % 360;
  const palette = [tint(hue, 0.55, 0.62), tint(hue + 150, 0.35, 0.88), tint(hue + 190, 0.45, 0.4), tint(hue, 0.5, 0.5)];
  const lean = (random() - 0.5) * 0.12;
  return png(size, (x, y): Colour => palette[paint(x / size - 0.5 - lean, y / size - 0.5)]!);
}

/** Which colour a point has; the picture goes from -0.5 to 0.5. */
function paint(x: number, y: number): number {
  const head = Math.hypot(x, y + 0.1);
  const eye = Math.hypot(Math.abs(x) - 0.08, y + 0.12);
  if (eye < 0.025) return 2;
  if (head < 0.2) return 1;
  if (Math.hypot(x * 0.85, y - 0.5) < 0.34) return 2;
  return x + y > 0.1 ? 3 : 0;
}
