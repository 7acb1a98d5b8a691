import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, writeConfigProblem } from '../src/config.ts';
import type { Config } from '../src/config.ts';

function accepted(environment: Record<string, string>): Config {
  const read = readConfig(environment);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.config;
}

function refused(environment: Record<string, string>): readonly string[] {
  const read = readConfig(environment);
  return 'problems' in read ? read.problems.map(writeConfigProblem) : [];
}

test('nothing has to be set', () => {
  expect(accepted({})).toEqual({
    discord: {
      token: null,
      api: 'https://discord.com/api',
      site: 'https://discord.com',
      cdn: 'https://cdn.discordapp.com',
      requestsPerSecond: 50,
      gatewayCompression: false,
    },
    dataDir: resolve('data'),
    host: '127.0.0.1',
    port: 3000,
    publicUrl: null,
    routing: 'ask',
    logLevel: 'info',
    files: { maxBytes: 25 * 2 ** 20, dailyBytesPerMember: 250 * 2 ** 20, diskReserveBytes: 500 * 2 ** 20 },
  });
});

test('the example file says what counts when nothing is set, and is itself accepted', () => {
  const file = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const lines = file.split('\n').filter((line) => /^\w+=/.test(line));
  const set = Object.fromEntries(lines.map((line) => line.split(/=(.*)/).slice(0, 2) as [string, string]));
  expect(accepted(set)).toEqual(accepted({}));
  for (const variable of Object.keys(set).filter((name) => name !== 'DISCORD_TOKEN' && name !== 'DATA_DIR'))
    expect(refused({ ...set, [variable]: '?' }), `${variable} is known`).toHaveLength(1);
});

test('an empty variable is one that is not set, and spaces around a value do not count', () => {
  expect(accepted({ PORT: '', DISCORD_TOKEN: '  ' })).toEqual(accepted({}));
  expect(accepted({ PORT: ' 0 ', DISCORD_API: 'http://127.0.0.1:4000/api/' })).toMatchObject({
    port: 0,
    discord: { api: 'http://127.0.0.1:4000/api' },
  });
});

test('each problem is one line with the variable, what is wrong and an example', () => {
  expect(
    refused({
      PORT: '70000',
      DISCORD_TOKEN: 'Bot abc',
      DISCORD_API: 'discord.com',
      ROUTING: 'random',
      DATABASE_URL: 'postgres://user:secret@host/db',
      LOG_LEVEL: 'loud',
      FILE_MAX_MB: '-1',
    }),
  ).toEqual([
    expect.stringMatching(/^DISCORD_TOKEN must be the token alone, without spaces and without "Bot", for example /),
    'DISCORD_API must be an http or https address, for example DISCORD_API=https://discord.com/api',
    expect.stringMatching(/^DATABASE_URL is not supported in this version; .*, for example DATA_DIR=\.\/data$/),
    'PORT must be a whole number from 0 to 65535, for example PORT=3000',
    'ROUTING must be one of ask, sticky, for example ROUTING=ask',
    'LOG_LEVEL must be one of debug, info, warn, error, for example LOG_LEVEL=info',
    'FILE_MAX_MB must be a whole number from 0 to 500, for example FILE_MAX_MB=25',
  ]);
});

test('what was set is never shown, since it may be a secret in the wrong place', () => {
  const secret = 'MTIz.secret.token with-space';
  for (const variable of ['DISCORD_TOKEN', 'PORT', 'DISCORD_API', 'HOST', 'LOG_LEVEL', 'DATABASE_URL'])
    expect(refused({ [variable]: secret }).join('\n')).not.toContain('secret');
});

test('the version is not part of the API address', () => {
  expect(refused({ DISCORD_API: 'https://discord.com/api/v10' })).toEqual([
    'DISCORD_API must not end in a version, which is added here, for example DISCORD_API=https://discord.com/api',
  ]);
});
