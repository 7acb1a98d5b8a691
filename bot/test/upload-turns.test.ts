import { expect, test } from 'vitest';
import { createUploadTurns } from '../src/discord/upload-turns.ts';

test('at most two uploads are under way, the others follow in order, and one that fails lets the next one go', async () => {
  const inTurn = createUploadTurns();
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const all = Array.from({ length: 6 }, (_, index) =>
    inTurn(async () => {
      begun.push(index);
      most = Math.max(most, (running += 1));
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
      if (index % 2 === 0) throw new Error('refused');
      return index;
    }),
  );
  const settled = Promise.allSettled(all);
  for (let ended = 0; ended < all.length; ended += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    ends[ended]!();
  }
  expect((await settled).map(({ status }) => status)).toEqual(
    all.map((_, index) => (index % 2 ? 'fulfilled' : 'rejected')),
  );
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});
