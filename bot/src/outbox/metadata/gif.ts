import type { Pull } from './pull.ts';

const extension = 0x21;
const image = 0x2c;
/** Of extensions: how a frame is shown, and what programs add; of those only how often it is repeated. */
const graphicControl = 0xf9;
const application = 0xff;
const repeats = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/;

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt: the frames, without comments and what programs add, and nothing behind the end. */
export async function* bareGif(pull: Pull): AsyncGenerator<Uint8Array> {
  const head = await pull.take(13);
  yield head;
  yield* pull.pass(colours(head[10] ?? 0));
  for (;;) {
    const kind = await pull.take(1);
    if (kind[0] === extension) yield* bareExtension(pull);
    else if (kind[0] === image) {
      const frame = await pull.take(9);
      yield kind;
      yield frame;
      yield* pull.pass(colours(frame[8] ?? 0) + 1);
      yield* blocks(pull);
    } else {
      yield Buffer.from([0x3b]);
      return;
    }
  }
}

/** The size of the table of colours behind these flags, in bytes. */
function colours(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

async function* bareExtension(pull: Pull): AsyncGenerator<Uint8Array> {
  const [label = 0] = await pull.take(1);
  const size = await pull.take(1);
  const name = await pull.take(size[0] ?? 0);
  const isKept = label === graphicControl || (label === application && repeats.test(name.toString('latin1')));
  if (isKept) yield Buffer.concat([Buffer.from([extension, label]), size, name]);
  // One without any data ends at once.
  if (size[0] === 0) return;
  for await (const part of blocks(pull)) if (isKept) yield part;
}

/** Pieces of up to 255 bytes, each behind its size; an empty one is the last. */
async function* blocks(pull: Pull): AsyncGenerator<Uint8Array> {
  for (;;) {
    const size = await pull.take(1);
    if (size.length === 0) return;
    yield size;
    if (size[0] === 0) return;
    yield await pull.take(size[0] ?? 0);
  }
}
