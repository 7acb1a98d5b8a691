import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { channelKinds, createWorld } from './world.ts';

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
