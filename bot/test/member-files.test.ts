import { describe, expect, it } from 'vitest';
import { channelKinds, createWorld } from './world.ts';

const bytes = new TextEncoder().encode('x');
const files = [
  { name: 'cat.png', bytes, type: 'image/png' },
  { name: 'virus.exe', bytes, type: 'application/octet-stream' },
  { name: 'song.mp3', bytes, type: 'audio/mpeg' },
];

describe.each(channelKinds)('in a %s', (channelKind) => {
  it.each([
    ['all', ['cat.png', 'virus.exe', 'song.mp3'], []],
    ['media', ['cat.png', 'song.mp3'], ['virus.exe']],
    ['none', [], ['cat.png', 'virus.exe', 'song.mp3']],
  ] as const)(
    'with memberFiles=%s staff get %j, and both sides are told what was left out',
    async (taken, got, left) => {
      const world = await createWorld({ channelKind, settings: [`memberFiles=${taken}`] });
      const dm = await world.ada.dms('look', { files });
      await world.settle();
      const channel = world.ticketChannel();
      const copy = world.sam.reads(channel).at(-1)!;
      expect(copy.attachments.map(({ filename }) => filename)).toEqual(got);
      for (const name of left) expect(copy.content).toContain(`📎 ${name}: left out`);
      const told = world.dmTexts(world.ada).filter((text) => text.includes('not passed on'));
      expect(told).toEqual(left.length === 0 ? [] : [expect.stringContaining(left.join(', '))]);
      await world.ada.edits(dm.id, 'look here');
      await world.settle();
      expect(
        world.sam
          .reads(channel)
          .at(-1)!
          .attachments.map(({ filename }) => filename),
      ).toEqual(got);
      expect(world.texts(channel).at(-1)).toMatch(/^look here/);
    },
  );

  it('staff may send any file, whatever members may', async () => {
    const world = await createWorld({ channelKind, settings: ['memberFiles=none'] });
    await world.ada.dms('help');
    await world.settle();
    await world.sam.types(world.ticketChannel(), 'here', { files });
    await world.settle();
    expect(world.ada.readsDms().at(-1)!.attachments).toHaveLength(3);
  });
});
