import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../src/clock.ts';
import type { GuildId } from '../src/ids.ts';
import { createSettings } from '../src/settings/read.ts';
import { openStore } from '../src/store/open.ts';
import { backchannel, type Ended } from './run-built.ts';
import { testClock } from './test-clock.ts';

const server = '123456789012345678' as GuildId;
const otherServer = '234567890123456789' as GuildId;
const channel = '345678901234567890';
const role = '456789012345678901';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'backchannel-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function run(...given: string[]): Promise<Ended> {
  return backchannel(given, { cwd: folder });
}

test('settings are set, kept and shown without a token and without a running program', async () => {
  const set = await run(
    'settings',
    'set',
    server,
    'preset=phantom',
    `parentChannel=${channel}`,
    `staffRoles=${role}`,
    'enabled=true',
  );
  expect(set).toMatchObject({ code: 0, out: `Saved. Modmail is enabled in server ${server}.\n` });
  expect(set.err).toContain('not checked yet, but will be at the next start: DISCORD_TOKEN is not set');

  const get = await run('settings', 'get', server);
  expect(get.code).toBe(0);
  expect(get.out).toMatch(/^preset=phantom$/m);
  expect(get.out).toMatch(new RegExp(`^parentChannel=${channel}$`, 'm'));
  expect(get.out).toMatch(/^replyCommand=false +\(default\)$/m);
  expect(get.err).toContain('not checked against Discord yet');

  expect((await run('settings', 'get')).out).toBe(`${server} enabled\n`);
});

test('a wrong setting changes nothing, and every problem is named with an example', async () => {
  await run('settings', 'set', server, 'prefix=?');
  const set = await run('settings', 'set', server, 'prefix=#', 'limits.openCooldown=5', 'chanelKind=forum-post');
  expect(set).toMatchObject({ code: 1, out: '' });
  expect(set.err.trimEnd().split('\n')).toEqual([
    `Nothing was changed in server ${server}:`,
    '  limits.openCooldown needs a unit: 5m is minutes, 5h is hours, for example limits.openCooldown=5m',
    '  chanelKind is not a setting; the nearest is channelKind',
  ]);
  expect((await run('settings', 'get', server)).out).toMatch(/^prefix=\?$/m);
});

test('a server cannot be enabled without a place for its tickets', async () => {
  const set = await run('settings', 'set', server, 'enabled=true');
  expect(set.code).toBe(1);
  expect(set.err).toContain('parentChannel must be set before modmail is enabled');
  expect((await run('settings', 'get', server)).code).toBe(1);
});

test('name=default takes a setting back', async () => {
  await run('settings', 'set', server, 'preset=supportmail', 'nameTemplate=case-{number}');
  await run('settings', 'set', server, 'nameTemplate=default');
  expect((await run('settings', 'get', server)).out).toMatch(/^nameTemplate=\{username\} +\(default\)$/m);
});

test('what one installation prints as a file, another one applies', async () => {
  const topics = `topics=[{"name":"Billing","emoji":"💳","questions":[{"label":"Don't panic: which?"}]},{"name":"Bugs"}]`;
  await run('settings', 'set', server, 'greeting=Hi there', 'limits.openCooldown=90m', topics);
  await run('settings', 'set', otherServer, 'preset=panora');
  const printed = (await run('settings', 'get', '--json')).out;
  writeFileSync(join(folder, 'settings.json'), printed);

  rmSync(join(folder, 'data'), { recursive: true });
  expect(await run('settings', 'apply', 'settings.json')).toMatchObject({ code: 0 });
  expect(JSON.parse((await run('settings', 'get', '--json')).out)).toEqual(JSON.parse(printed));

  const line = /^topics=.*$/m.exec((await run('settings', 'get', server)).out)?.[0] ?? '';
  expect(await run('settings', 'set', otherServer, line)).toMatchObject({ code: 0 });
  const both = JSON.parse((await run('settings', 'get', '--json')).out) as Record<string, Record<string, unknown>>;
  expect(both[otherServer]?.['topics']).toEqual(both[server]?.['topics']);
});

test('a file is applied to all of its servers or to none', async () => {
  const file = { [server]: { greeting: 'Hello' }, [otherServer]: { enabled: true } };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(file));
  const applied = await run('settings', 'apply', 'settings.json');
  expect(applied.code).toBe(1);
  expect(applied.err).toContain(`Nothing was changed in server ${otherServer}`);
  expect((await run('settings', 'get')).out).toBe('');
});

test.each([
  [['settings', 'set', '123', 'enabled=true'], '"123" is not a server id'],
  [['settings', 'set', server], 'settings set needs a server id and settings'],
  [['settings', 'apply', 'nowhere.json'], 'nowhere.json cannot be read'],
  [['settings', 'change'], 'settings needs get, set or apply, not "change"'],
  [['settings', 'get', otherServer], `Server ${otherServer} has no settings yet`],
  [['setings'], 'There is no command "setings"'],
  [['invite', 'me'], 'invite does not understand "me"'],
])('%s is refused with a line that helps', async (given, line) => {
  const ended = await run(...given);
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err).toContain(line);
  expect(ended.err.trimEnd()).not.toContain('\n');
});

test('a running program knows within a second what was set from outside', async () => {
  const clock = testClock();
  const store = await openStore({ dataDir: join(folder, 'data'), clock: systemClock, exclusive: true });
  try {
    const settings = createSettings({ store, clock });
    expect(await settings.of(server)).toBeNull();
    expect(await settings.enabled()).toEqual([]);

    await run('settings', 'set', server, `parentChannel=${channel}`, 'enabled=true');
    await clock.pass(1000, async () => undefined);
    expect(await settings.of(server)).toMatchObject({ enabled: true, parentChannel: channel });
    expect((await settings.enabled()).map(({ guild }) => guild)).toEqual([server]);

    await run('settings', 'set', server, 'enabled=false');
    settings.refresh();
    expect(await settings.enabled()).toEqual([]);
  } finally {
    await store.close();
    clock.release();
  }
});
