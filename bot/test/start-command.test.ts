import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backchannel } from './run-built.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'backchannel-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Nobody listens on port 1. */
const nobody = { DISCORD_TOKEN: 'not.a.token', DISCORD_API: 'http://127.0.0.1:1/api' };

test('--help lists the commands, and so does giving none', async () => {
  const help = await backchannel(['--help'], { cwd: folder });
  expect(help).toMatchObject({ code: 0, err: '' });
  for (const command of ['start', 'invite', 'doctor', 'settings get', 'settings set', 'settings apply'])
    expect(help.out).toContain(`backchannel ${command}`);
  expect(await backchannel([], { cwd: folder })).toEqual(help);
});

test('help and version can be asked for through npx, which keeps switches for itself', async () => {
  const inCheckout = { cwd: fileURLToPath(new URL('../..', import.meta.url)) };
  const ask = (word: string) => promisify(execFile)('npx', ['--no', 'backchannel', word], inCheckout);
  expect((await ask('help')).stdout).toContain('npx --no backchannel settings set');
  expect((await ask('version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('--version prints the version', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(await backchannel(['--version'], { cwd: folder })).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('start without a token does not look healthy: it ends with one line', async () => {
  const ended = await backchannel(['start'], { cwd: folder });
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err).toMatch(/^DISCORD_TOKEN is not set\. .*\n$/);
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('start with wrong config says all that is wrong and touches nothing', async () => {
  const ended = await backchannel(['start'], { cwd: folder, env: { ...nobody, PORT: 'http', LOG_LEVEL: 'loud' } });
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(
    ended.err
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(['PORT', 'LOG_LEVEL']);
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('config is read from .env, and the environment comes first', async () => {
  writeFileSync(join(folder, '.env'), 'PORT=http\nLOG_LEVEL=loud\n');
  const ended = await backchannel(['start'], { cwd: folder, env: { ...nobody, PORT: '0' } });
  expect(ended.err).toMatch(/^LOG_LEVEL must be one of .*\n$/);
});

test('an API that does not answer is named in one line', async () => {
  const ended = await backchannel(['start'], { cwd: folder, env: nobody });
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err).toMatch(/^http:\/\/127\.0\.0\.1:1\/api .*\n$/);
});

test('settings are kept, unchecked, while the API does not answer', async () => {
  const set = await backchannel(['settings', 'set', '123456789012345678', 'prefix=?'], { cwd: folder, env: nobody });
  expect(set.code).toBe(0);
  expect(set.err).toMatch(
    /not checked yet, but will be at the next start: http:\/\/127\.0\.0\.1:1\/api [^\n]*[^.]\.\n$/,
  );
});

test('invite without a token says what is missing', async () => {
  const ended = await backchannel(['invite'], { cwd: folder });
  expect(ended.code).toBe(1);
  expect(ended.err).toMatch(/^DISCORD_TOKEN is not set\. .*\n$/);
});

test('data that is not ours is left as it is', async () => {
  const file = join(folder, 'data', 'backchannel.db');
  mkdirSync(join(folder, 'data'));
  writeFileSync(file, 'these are my holiday plans, not a database'.repeat(200));
  const before = readFileSync(file);
  for (const command of [['start'], ['settings', 'get']]) {
    const ended = await backchannel(command, { cwd: folder, env: nobody });
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err.trimEnd()).toMatch(/^[^\n]*backchannel\.db[^\n]*$/);
  }
  expect(readFileSync(file)).toEqual(before);
});

test('a DATA_DIR that cannot be a folder is named in one line', async () => {
  const file = join(folder, 'occupied');
  writeFileSync(file, '');
  const ended = await backchannel(['start'], { cwd: folder, env: { ...nobody, DATA_DIR: file } });
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err).toMatch(/^[^\n]*occupied[^\n]*DATA_DIR[^\n]*\n$/);
});
