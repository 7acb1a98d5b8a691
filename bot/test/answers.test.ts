import { expect, it } from 'vitest';
import { createWorld } from './world.ts';

it('where commands cannot be registered, the bot carries messages all the same', async () => {
  const world = await createWorld({ startBot: false });
  world.simulator.faults.fail({ method: 'PUT', path: /\/commands$/, when: 'before', status: 403, code: 50001 });
  await world.startBot();
  await world.ada.dms('hello');
  await world.settle();
  expect(world.texts(world.ticketChannel())).toContain('hello');
});

it('a command that cannot be carried out says so privately, is not tried again, and the bot goes on', async () => {
  const world = await createWorld();
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  world.simulator.faults.fail({ method: 'POST', path: '/callback', when: 'before', status: 500, times: 1 });
  const answered = await world.sam.runs('/ticket claim', {}, channel);
  expect(answered.message?.content).toBe('Something went wrong, and it is not your fault. Please try again.');
  expect(answered.message?.onlyFor).toBe(world.sam.id);
  await world.advance(60_000);
  const answers = world.simulator.exchanges.filter(({ path }) => path.endsWith('/callback'));
  expect(answers.map(({ status }) => status)).toEqual([500, 204]);
  await world.sam.types(channel, 'still here');
  await world.settle();
  expect(world.dmTexts(world.ada)).toContain('still here');
});
