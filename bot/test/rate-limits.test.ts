import { describe, expect, it } from 'vitest';
import { channelKinds, createWorld } from './world.ts';

describe.each(channelKinds)('in a %s, under the limits of Discord', (channelKind) => {
  it('forty messages each way arrive in order, with hardly a request refused', async () => {
    const world = await createWorld({
      channelKind,
      enforceLimits: true,
      settings: ['limits.perSidePerMinute=0'],
      environment: { DISCORD_REQUESTS_PER_SECOND: '50' },
    });
    await world.ada.dms('first');
    await world.advance(10_000);
    const channel = world.ticketChannel();
    const numbers = Array.from({ length: 40 }, (_, index) => `number ${index}`);
    for (const text of numbers) {
      await world.ada.dms(text);
      await world.sam.types(channel, `back ${text}`);
    }
    await world.advance(5 * 60_000);
    expect(world.texts(channel).filter((text) => text.startsWith('number'))).toEqual(numbers);
    const back = world.dmTexts(world.ada).filter((text) => text.startsWith('back'));
    expect(back).toEqual(numbers.map((text) => `back ${text}`));
    const refused = world.simulator.exchanges.filter(({ status }) => status === 429);
    expect(refused.length).toBeLessThan(20);
  }, 120_000);
});
