import { expect, test } from 'vitest';
import { apiOf, eventually, realBot, runSandbox } from './sandbox-program.ts';

test('whatever is broken while messages flow, in the end each has arrived, once', { timeout: 180_000 }, async () => {
  const running = await runSandbox(realBot);
  const api = apiOf(running);
  await eventually(api.status, ({ bot }) => bot.online);
  const written = async (more: number) => {
    const { counts } = await api.status();
    const until = counts.toStaff.sent + counts.toMembers.sent + more;
    await eventually(api.status, (now) => now.counts.toStaff.sent + now.counts.toMembers.sent >= until);
  };
  await api.control('/flow', { running: true, perSecond: 10 });
  await written(15);
  const troubles: (() => Promise<unknown>)[] = [
    () => api.control('/bot/kill'),
    () => api.control('/gateway/cut'),
    () => api.control('/faults', { kind: 'refuse', seconds: 2 }),
    () => api.control('/faults', { kind: 'act-then-fail', seconds: 2 }),
    () => api.control('/bot/kill'),
  ];
  for (const trouble of troubles) {
    await trouble();
    await written(15);
  }
  await api.control('/flow', { running: false, perSecond: 10 });
  const { counts, bot } = await eventually(
    api.status,
    ({ counts: { toStaff, toMembers } }) => toStaff.missing + toMembers.missing === 0,
    120_000,
  );
  expect(bot.restarts).toBeGreaterThanOrEqual(2);
  expect(counts.toStaff.sent).toBeGreaterThan(20);
  expect(counts.toMembers.sent).toBeGreaterThan(20);
  expect(counts.toStaff).toEqual({
    sent: counts.toStaff.sent,
    arrived: counts.toStaff.sent,
    duplicates: 0,
    missing: 0,
  });
  expect(counts.toMembers).toEqual({
    sent: counts.toMembers.sent,
    arrived: counts.toMembers.sent,
    duplicates: 0,
    missing: 0,
  });
});

test('members who are asked for a topic choose one, so that what flows arrives', { timeout: 120_000 }, async () => {
  const running = await runSandbox(realBot);
  const api = apiOf(running);
  await eventually(api.status, ({ bot }) => bot.online);
  const channel = await api.channel('nora', 'general');
  const said = async () => (await api.messages('nora', channel)).at(-1)?.content ?? '';
  const add = async (name: string, answer: string) => {
    // Settings that the sandbox writes at the same moment come first, and the command has to be run again.
    const run = async () => {
      await api.act('nora', { verb: 'run', command: '/topic add', options: { name }, channel });
      return eventually(said, (text) => text.includes(answer) || text.startsWith('❌'), 5000);
    };
    expect(await eventually(run, (text) => text.includes(answer))).toContain(answer);
  };
  await add('Appeals', 'With one topic there is nothing to choose');
  await add('Bugs', 'Members choose among 2 topics');
  await api.control('/flow', { running: true, perSecond: 10 });
  await eventually(api.status, ({ counts }) => counts.toStaff.sent >= 20);
  await api.control('/flow', { running: false, perSecond: 10 });
  const { counts } = await eventually(api.status, ({ counts: { toStaff } }) => toStaff.missing === 0, 15_000);
  expect(counts.toStaff).toMatchObject({ missing: 0, duplicates: 0 });
  expect(counts.toMembers.sent).toBeGreaterThan(0);
});
