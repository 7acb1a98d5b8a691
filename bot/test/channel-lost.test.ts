import { expect, it } from 'vitest';
import { channelKinds, createWorld } from './world.ts';

it.each(channelKinds)(
  'what staff had not seen yet when a %s was deleted reaches them in a new one, in order and once',
  async (channelKind) => {
    const world = await createWorld({ channelKind, settings: ['limits.openCooldown=1h'] });
    await world.ada.dms('before');
    await world.settle();
    const channel = world.ticketChannel();
    world.simulator.faults.fail({
      method: 'POST',
      path: new RegExp(`webhooks|${channel}`),
      when: 'before',
      status: 503,
    });
    await world.ada.dms('first');
    await world.ada.dms('second');
    await world.settle();
    await world.olga.deletesChannel(channel);
    await world.ada.dms('third');
    await world.settle();
    world.simulator.faults.clear();
    await world.advance(10 * 60_000);
    expect(world.ticketChannels()).toHaveLength(1);
    const texts = world.texts(world.ticketChannel());
    expect(texts.filter((text) => ['before', 'first', 'second', 'third'].includes(text)).toSorted()).toEqual([
      'first',
      'second',
      'third',
    ]);
    expect(texts.indexOf('first')).toBeLessThan(texts.indexOf('second'));
    const line = texts.findIndex((text) => text.startsWith('This goes on from ticket #1, whose channel is gone.'));
    expect(line).toBeGreaterThan(-1);
    expect(line).toBeLessThan(texts.indexOf('first'));
    expect(texts.filter((text) => text.startsWith('This goes on from'))).toHaveLength(1);
    expect(world.dmTexts(world.ada).join('\n')).not.toContain('goes on from');
  },
);
