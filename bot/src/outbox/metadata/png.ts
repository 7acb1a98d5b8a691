import type { Pull } from './pull.ts';

/** What shows the picture, still or moving; words, times, places and colour profiles, which can name a screen's owner, are not among it. */
const kept: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD hIST pHYs acTL fcTL fdAT cICP mDCV cLLI'.split(' '),
);

/** https://www.w3.org/TR/png-3/#5Chunk-layout: length, type, data, check. What stands behind the end goes, too. */
export async function* barePng(pull: Pull): AsyncGenerator<Uint8Array> {
  yield await pull.take(8);
  for (;;) {
    const head = await pull.take(8);
    if (head.length < 8) return;
    const size = head.readUInt32BE(0) + 4;
    const type = head.toString('latin1', 4);
    if (kept.has(type)) {
      yield head;
      yield* pull.pass(size);
    } else await pull.skip(size);
    if (type === 'IEND') return;
  }
}
