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
