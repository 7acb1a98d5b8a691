import { describe, expect, it } from 'vitest';
import { channelKinds, createWorld, type World } from './world.ts';

const minute = 60_000;

/** The answer to the card is lost, which is the beginning of an outage. */
const losesTheCard = {
  observe(there: World, { method, path, status, response }: Parameters<NonNullable<Observe>>[1]): void {
    const { faults } = there.simulator;
    const all = { method: 'POST', path: /\/(?:messages|threads|channels)$/, status: 502 } as const;
    const isPost = method === 'POST' && all.path.test(path);
    if (isPost && status === 502) faults.fail({ ...all, when: 'before' });
    else if (isPost && status === 201 && /\/(?:threads|channels)$/.test(path))
      faults.fail({ ...all, path: `/channels/${(response as { id: string }).id}/messages`, when: 'after', times: 1 });
  },
};

type Observe = NonNullable<Parameters<typeof createWorld>[0]>['observe'];

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('a card that arrived without the bot’s learning of it is not posted again, however late', async () => {
    const world = await createWorld({ channelKind, ...losesTheCard });
    await world.ada.dms('help');
    await world.settle();
    await world.advance(20 * minute);
    world.simulator.faults.clear();
    await world.advance(10 * minute);
    const cards = world.sam
      .reads(world.ticketChannel())
      .filter((one) => JSON.stringify(one.components).includes('ticket:claim'));
    expect(cards).toHaveLength(1);
    expect(world.texts(world.ticketChannel()).at(-1)).toBe('help');
  });
});
