import { deflateSync } from 'node:zlib';

/** In pixels, both ways. */
const size = 128;

type Colour = readonly [red: number, green: number, blue: number];

/** Draws a face of sorts, in colours that come from `random`, and returns it as a PNG. */
export function drawAvatar(random: () => number): Uint8Array {
  const hue = random() * 360;
  const palette = [tint(hue, 0.55, 0.62), tint(hue + 150, 0.35, 0.88), tint(hue + 190, 0.45, 0.4), tint(hue, 0.5, 0.5)];
  const lean = (random() - 0.5) * 0.12;
  const rows = Buffer.alloc(size * (size + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      rows[y * (size + 1) + 1 + x] = paint(x / size - 0.5 - lean, y / size - 0.5);
    }
  }
  return png(palette, rows);
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

function tint(hue: number, saturation: number, lightness: number): Colour {
  const channel = (shift: number) => {
    const place = (shift + hue / 30) % 12;
    const spread = saturation * Math.min(lightness, 1 - lightness);
    return Math.round(255 * (lightness - spread * Math.max(-1, Math.min(place - 3, 9 - place, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

/** https://www.w3.org/TR/png-3/: eight bits per pixel, each the number of a colour. */
function png(palette: readonly Colour[], rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
