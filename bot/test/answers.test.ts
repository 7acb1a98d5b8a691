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

it('what goes wrong after an answer was promised is said in that answer', async () => {
  const world = await createWorld();
  const wrong = 'Something went wrong, and it is not your fault. Please try again.';
  const { faults } = world.simulator;
  faults.fail({ method: 'GET', path: `/members/${world.ada.id}`, when: 'before', status: 500, times: 1 });
  const contacted = await world.sam.runs('/contact', { member: world.ada.id }, world.logs);
  await world.settle();
  expect(contacted.message?.content).toBe(wrong);

  const page = (await world.olga.runs('/settings', {}, world.logs)).message!;
  faults.fail({ method: 'GET', path: new RegExp(`/guilds/${world.guild}$`), when: 'before', status: 500, times: 1 });
  await world.olga.selects(['phantom'], { message: page.id, select: 'settings:preset' });
  await world.settle();
  expect(page.content).toBe(wrong);

  // Here not even the promise reaches Discord.
  faults.fail({ method: 'POST', path: '/callback', when: 'before', status: 500, times: 1 });
  const answered = await world.sam.runs('/contact', { member: world.ben.id }, world.logs);
  await world.settle();
  expect(answered.message?.content).toBe(wrong);
});
