import { bareGif } from './gif.ts';
import { bareHeif } from './heif.ts';
import { bareJpeg } from './jpeg.ts';
import { bareMp4 } from './mp4.ts';
import { barePng } from './png.ts';
import { pullFrom, type Pull } from './pull.ts';
import { bareWebp } from './webp.ts';

/**
 * A file without what it says of who made it, where and with what, as far as we know its kind: pictures (JPEG, PNG, GIF, WebP,
 * HEIC, AVIF) and recordings in MP4. Others come out as they went in. Nothing is decoded, so nothing is lost to be seen or heard.
 */
export interface Bare {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** True once the bytes were read, if its kind is one that we know, and it is built as those are. */
  readonly isBare: () => boolean;
}

export function bare(source: AsyncIterable<Uint8Array>): Bare {
  let known = false;
  async function* through(): AsyncGenerator<Uint8Array> {
    const pull = pullFrom(source);
    const start = await pull.take(16);
    pull.putBack(start);
    const strip = byStart(start.toString('latin1'));
    known = strip !== null;
    const giveUp = (): void => void (known = false);
    yield* strip === null ? pull.pass(Number.MAX_SAFE_INTEGER) : strip(pull, giveUp);
  }
  return { bytes: through(), isBare: () => known };
}

/** By the first bytes, which do not lie. */
function byStart(start: string): ((pull: Pull, giveUp: () => void) => AsyncIterable<Uint8Array>) | null {
  if (start.startsWith('\xff\xd8\xff')) return bareJpeg;
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return barePng;
  if (start.startsWith('GIF8')) return bareGif;
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return bareWebp;
  // These have another kind of table, `mini` (ISO/IEC 23008-12).
  if (start.startsWith('ftypmif3', 4)) return null;
  if (start.startsWith('ftyp', 4)) return /^(?:hei|hev|mif|msf|avi)/.test(start.slice(8)) ? bareHeif : bareMp4;
  return null;
}
