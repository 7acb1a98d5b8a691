import type { Pull } from './pull.ts';

const kept: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);
/** In the header: that there is a colour profile, data of a camera, or words of a program. */
const tellsOfMore = 0x20 | 0x08 | 0x04;

/**
 * https://developers.google.com/speed/webp/docs/riff_container. The whole file's size stands at its start, so what does not show the
 * picture is not left out but emptied, under a name that readers pass over.
 */
export async function* bareWebp(pull: Pull): AsyncGenerator<Uint8Array> {
  const head = await pull.take(12);
  yield head;
  for (let left = head.readUInt32LE(4) - 4; left > 0;) {
    const chunk = await pull.take(8);
    if (chunk.length < 8) return;
    const type = chunk.toString('latin1', 0, 4);
    const size = chunk.readUInt32LE(4) + (chunk.readUInt32LE(4) % 2);
    left -= 8 + size;
    if (!kept.has(type)) {
      yield Buffer.concat([Buffer.from('JUNK'), chunk.subarray(4)]);
      for await (const part of pull.pass(size)) yield Buffer.alloc(part.length);
    } else {
      yield chunk;
      if (type !== 'VP8X') yield* pull.pass(size);
      else yield withoutFlags(await pull.take(size));
    }
  }
}

function withoutFlags(body: Buffer): Buffer {
  const bare = Buffer.from(body);
  bare[0] = (bare[0] ?? 0) & ~tellsOfMore;
  return bare;
}
