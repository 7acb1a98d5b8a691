import { expect, it } from 'vitest';
import { bugs, billing, topicsAre } from './topics-asked.ts';
import { createWorld } from './world.ts';

/** A click is not tried again by anybody but the person: in a second in which the bot may ask no more it waits for the next. */
it('a choice at the door counts also where Discord wants a moment before it says who that is', async () => {
  const world = await createWorld({ settings: [topicsAre(billing, bugs)] });
  await world.ada.dms('help');
  await world.settle();
  const menu = world.ada.readsDms().at(-1)!;
  const busy = { when: 'before', status: 429, retryAfter: 0.2, times: 1 } as const;
  world.simulator.faults.fail({ ...busy, method: 'GET', path: /\/members\// });
  let isAnswered = false;
  const clicked = world.ada.selects(['Bugs'], { message: menu.id }).finally(() => (isAnswered = true));
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  // Settling would wait for the click to be answered, and that waits for time to pass.
  for (; !isAnswered; await turn()) if (world.clock.sleeping() > 0) await world.clock.pass(100, turn);
  await clicked;
  await world.settle();
  expect(world.dmTexts(world.ada).join('\n')).not.toContain('Something went wrong');
  expect(world.texts(world.ticketChannel())).toContain('help');
});
