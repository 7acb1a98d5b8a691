import { expect, it } from 'vitest';
import { channelKinds, createWorld, type World } from './world.ts';

const page = async (world: World): Promise<string> => (await fetch(world.app().url ?? '')).text();

it.each(channelKinds)(
  'what Discord refused once in a %s is a problem until it takes such a thing again, also over a restart',
  async (channelKind) => {
    const world = await createWorld({ channelKind });
    await world.ada.dms('help');
    await world.settle();
    const channel = world.ticketChannel();
    for (const restarts of [false, true]) {
      world.simulator.faults.fail({ method: 'PATCH', path: channel, when: 'before', status: 400, code: 50035 });
      await world.sam.runs('/ticket claim', {}, channel);
      await world.settle();
      expect(await page(world)).toContain('Discord refused something unexpected (reflect)');
      world.simulator.faults.clear();
      await world.ada.dms('hello?');
      await world.settle();
      expect(await page(world)).toContain('Discord refused something unexpected (reflect)');
      if (restarts) await world.stopBot();
      if (restarts) await world.startBot();
      await world.sam.runs('/ticket unclaim', {}, channel);
      await world.settle();
      expect(await page(world)).toContain('None that I know of.');
    }
  },
);
