import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { channelKinds, createWorld, reactions } from './world.ts';

it.each(channelKinds)(
  'a ticket in a %s closes with its transcript, also when a stored file is no longer on the disk',
  async (channelKind) => {
    const world = await createWorld({ channelKind });
    await world.ada.dms('look', {
      files: [{ name: 'cat.png', bytes: new TextEncoder().encode('x'), type: 'image/png' }],
    });
    await world.settle();
    await rm(join(world.dataDir, 'files'), { recursive: true });
    await world.sam.types(world.ticketChannel(), '!close');
    await world.advance(60_000);
    const posted = world.sam.reads(world.logs).flatMap((message) => message.attachments);
    expect(posted.map(({ filename }) => filename.split('.').at(-1))).toEqual(['html', 'txt']);
  },
);

it('a message whose stored file is lost before it was passed on gets a ❌, and what follows goes on', async () => {
  const world = await createWorld();
  await world.ada.dms('hello');
  await world.settle();
  const channel = world.ticketChannel();
  world.simulator.faults.fail({ method: 'POST', path: /webhooks|messages/, when: 'before', status: 503 });
  const bytes = new TextEncoder().encode('x');
  const lost = await world.ada.dms('look', { files: [{ name: 'cat.png', bytes, type: 'image/png' }] });
  await world.advance(5000);
  await rm(join(world.dataDir, 'files'), { recursive: true });
  world.simulator.faults.clear();
  await world.ada.dms('and this');
  await world.advance(60_000);
  expect(world.texts(channel)).toContain('and this');
  expect(reactions(world.ada.readsDms().find(({ id }) => id === lost.id)!)).toEqual(['❌']);
});
