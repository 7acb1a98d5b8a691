import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { permissionFlags } from '../../simulator/src/permissions.ts';
import { backchannel, type Ended } from './run-built.ts';
import { createWorld, type World } from './world.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'backchannel-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const unknownServer = '123456789012345678';

function visit(world: World, environment: Record<string, string> = {}, ...given: string[]): Promise<Ended> {
  const { url } = world.simulator;
  const env = { DISCORD_TOKEN: world.token, DISCORD_API: `${url}/api`, DISCORD_OAUTH: url, DATA_DIR: world.dataDir };
  return backchannel(['doctor', ...given], { env: { ...env, ...environment }, cwd: folder });
}

const linesWith = (mark: string, { out }: Ended): readonly string[] =>
  out.split('\n').filter((line) => line.startsWith(mark));

test('where all is well the doctor says so, also beside a running program', async () => {
  const world = await createWorld();
  const visited = await visit(world);
  expect(visited).toMatchObject({ code: 0, err: '' });
  expect(linesWith('✗', visited)).toEqual([]);
  expect(visited.out).toContain("✓ Discord knows the token: it is Backchannel's.");
  expect(visited.out).toContain(`Server Harbour Games (${world.guild})\n✓ Permissions`);
});

test('every finding has its fix below it, and one that is an error makes the doctor end with 1', async () => {
  const world = await createWorld({ intents: { content: false, members: false } });
  const place = world.simulator.world.state.channels.get(world.parent['private-thread'])!;
  const deny = permissionFlags.createPrivateThreads | permissionFlags.manageThreads;
  putOverwrite(world.simulator.world, null, place, { id: world.app().bot, type: 'member', allow: 0n, deny });
  const visited = await visit(world);
  expect(visited.code).toBe(1);
  const lines = visited.out.split('\n');
  const at = lines.indexOf('✗ In #tickets I lack: Create Private Threads, Manage Threads.');
  expect(lines[at + 1]).toMatch(/^ {4}Edit #tickets → Permissions → .* allow Create Private Threads, Manage Threads/);
  expect(linesWith('!', visited)).toEqual([
    expect.stringContaining('Message Content is off'),
    expect.stringContaining('Server Members is off'),
  ]);
});

test('offline the doctor checks what it can and says what it could not', async () => {
  const world = await createWorld({ startBot: false });
  const visited = await visit(world, { DISCORD_API: 'http://127.0.0.1:1/api' });
  expect(visited).toMatchObject({ code: 1, err: '' });
  expect(visited.out).toContain('✓ The database in');
  expect(visited.out).toContain('! Permissions, parents, roles and quotas were not checked.');
  expect((await visit(world, { DISCORD_TOKEN: '' })).out).toContain('✗ DISCORD_TOKEN is not set');
});

test('wrong config, a wrong token, data that is not ours and a full disk are each named', async () => {
  const world = await createWorld({ startBot: false });
  const config = await visit(world, { PORT: 'http' });
  expect(config.code).toBe(1);
  expect(linesWith('✗', config)).toEqual([expect.stringContaining('✗ PORT must be')]);

  expect(linesWith('✗', await visit(world, { DISCORD_TOKEN: 'MTIz.wrong.token' }))).toEqual([
    expect.stringContaining('Discord refuses DISCORD_TOKEN'),
  ]);
  const disk = await visit(world, { DISK_RESERVE_MB: '1000000' });
  expect(disk.code).toBe(1);
  expect(linesWith('✗', disk)).toEqual([expect.stringContaining('less than DISK_RESERVE_MB')]);

  writeFileSync(join(folder, 'backchannel.db'), 'holiday plans'.repeat(500));
  const data = await visit(world, { DATA_DIR: folder });
  expect(data.code).toBe(1);
  expect(linesWith('✗', data)).toEqual([expect.stringContaining('backchannel.db')]);
});

test('one server can be asked for; without settings, or without the bot, it is told what to do', async () => {
  const world = await createWorld();
  await world.addServer('Chess Club');
  const one = await visit(world, {}, world.guild);
  expect(one.out).toContain('Harbour Games');
  expect(one.out).not.toContain('Chess Club');

  const none = await visit(world, {}, unknownServer);
  expect(none.code).toBe(1);
  expect(none.out).toContain(`settings set ${unknownServer}`);
  expect((await visit(world, {}, 'harbour')).err).toContain('is not a server id');

  const env = { DATA_DIR: world.dataDir };
  await backchannel(['settings', 'set', unknownServer, 'prefix=?'], { env, cwd: folder });
  const away = await visit(world, {}, unknownServer);
  expect(away.out).toMatch(/✗ The bot is not in this server\.\n {4}Invite it: http\S+permissions=\d+/);
  expect(away.out).toContain('! Modmail is not enabled here.');
});

test('the doctor says where links to transcripts lead, or that there are none', async () => {
  const world = await createWorld({ settings: ['transcript=link'] });
  const without = await visit(world);
  expect(without.out).toContain('✓ PUBLIC_URL is not set: transcripts are posted as files.');
  expect(linesWith('! Transcripts are posted as files, not as links', without)).toHaveLength(1);
  const led = await visit(world, { PUBLIC_URL: 'https://staff.example.org/' });
  expect(led.out).toContain('Links to transcripts begin with https://staff.example.org/transcripts/');
  expect(led.out).not.toContain('posted as files');
});
