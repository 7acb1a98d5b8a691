import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { apiOf, eventually, newFolder, untilServing } from './sandbox-program.ts';

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test('the demo shows a server for each preset, with stories that were told in them', { timeout: 120_000 }, async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', place('../../demo/start.ts')], {
    cwd: place('../..'),
    env: { ...process.env, DATA_DIR: newFolder(), PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const running = await untilServing(child);
  const api = apiOf(running);
  const said = async (who: string, channel: string) =>
    (await api.messages(who, await api.channel(who, channel)).catch(() => [])).map(({ content }) => content).join('\n');

  expect(
    await eventually(
      () => said('ada', 'dm'),
      (text) => text.includes('The skin was only filtered out.'),
    ),
  ).toMatch(/lantern skin[^]*Sam[^]*event items[^]*Thank you[^]*The skin was only filtered out\./);
  expect(
    await eventually(
      () => said('priya', 'modmail-mika'),
      (text) => text.includes('mikas-mapz'),
    ),
  ).toMatch(/copies my shop[^]*A link would help[^]*mikas-mapz/);
  const theo = await eventually(
    () => said('theo', 'dm'),
    (text) => text.includes('mute is lifted'),
  );
  expect(theo).toContain('mute is lifted');
  // In that server members do not learn who answers, and nothing of what staff tell each other.
  expect(theo).not.toMatch(/Jonas|Sam|note to all of us/);
  const lena = await eventually(
    async () => (await api.messages('lena', await api.channel('lena', 'dm'))).at(-1)?.attachments ?? [],
    ([file]) => file?.name === 'water_03.txt',
  );
  expect(await (await fetch(running.url + lena[0]?.address)).text()).toBe('a texture would be here\n');

  const { servers } = await api.client('sam');
  expect(servers.map(({ name }) => name)).toEqual(['Lantern Harbour', 'Northwind Guild', 'Pixel Orchard']);
  expect((await api.status()).guilds.map(({ channelKind }) => channelKind)).toEqual([
    'private-channel',
    'private-thread',
    'forum-post',
  ]);

  const flow = (isRunning: boolean) => api.control('/flow', { running: isRunning, perSecond: 20 });
  await flow(true);
  await eventually(api.status, ({ counts }) => counts.toStaff.sent + counts.toMembers.sent >= 100);
  await flow(false);
  const { counts } = await eventually(
    api.status,
    ({ counts: { toStaff, toMembers } }) => toStaff.missing + toMembers.missing === 0,
  );
  for (const { sent, ...others } of [counts.toStaff, counts.toMembers])
    expect(others).toEqual({ arrived: sent, duplicates: 0, missing: 0 });
  expect(running.complaints()).toBe('');
});

test('the demo refuses wrong config with one line', { timeout: 30_000 }, async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', place('../../demo/start.ts')], {
    env: { ...process.env, DATA_DIR: newFolder(), PORT: 'http' },
    cwd: place('../..'),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  await expect(untilServing(child)).rejects.toThrow(/^exit code 1: PORT must be [^\n]*\n$/);
});
