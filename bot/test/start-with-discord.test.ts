import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backchannel, startBackchannel } from './run-built.ts';
import { createWorld, type World } from './world.ts';

const unseeded = '999999999999999999';

function environment(world: World, token: string): Record<string, string> {
  const { url } = world.simulator;
  return {
    DISCORD_TOKEN: token,
    DISCORD_API: `${url}/api`,
    DISCORD_CDN: `${url}/cdn`,
    DISCORD_OAUTH: url,
    DATA_DIR: world.dataDir,
    PORT: '0',
  };
}

/** Starts the program and waits until it says where it is. */
async function started(env: Record<string, string>, cwd: string) {
  const program = startBackchannel(['start'], { env, cwd });
  const said = new Promise<void>((resolve) => {
    program.child.stdout?.on('data', () => /private channels: /.test(program.out()) && resolve());
  });
  await Promise.race([said, program.ended]);
  return program;
}

test('start prints its address and the invite links, serves a status page, and stops when it is told to', async () => {
  const world = await createWorld({ startBot: false });
  const program = await started(environment(world, world.token), world.dataDir);
  const url = /^Backchannel is at (http:\/\/127\.0\.0\.1:[1-9]\d*)$/m.exec(program.out())?.[1] ?? '';
  const links = [...program.out().matchAll(/https?:\S+\/oauth2\/authorize\S+/g)].map(([link]) => new URL(link));
  expect(links.map(({ origin }) => origin)).toEqual([world.simulator.url, world.simulator.url, world.simulator.url]);
  expect(links.map(({ searchParams }) => searchParams.get('permissions'))).toEqual([
    '2252195487935552',
    '2252195487935568',
    '2252195756371024',
  ]);
  expect(links[0]?.searchParams.get('scope')).toBe('bot applications.commands');
  expect((await fetch(url)).status).toBe(200);

  program.child.kill('SIGTERM');
  expect(await program.ended).toMatchObject({ code: 0, err: '' });
  // What is only in SQLite's log would be missing from a copy of the file.
  const log = join(world.dataDir, 'backchannel.db-wal');
  expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
});

test('each intent that is off in the portal is named in one line, with what it costs and how to mend it', async () => {
  const world = await createWorld({ startBot: false, intents: { content: false, members: false } });
  const program = await started(environment(world, world.token), world.dataDir);
  program.child.kill('SIGTERM');
  const { code, err } = await program.ended;
  expect(code).toBe(0);
  expect(err.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^Message Content is off: .* → Message Content Intent, then start again\.$/),
    expect.stringMatching(/^Server Members is off: .* → Server Members Intent, then start again\.$/),
  ]);
});

test('the program does not outlive the one that started it and watches over it', async () => {
  const world = await createWorld({ startBot: false });
  const program = await started(environment(world, world.token), world.dataDir);
  const exit = once(program.child, 'exit');
  program.child.disconnect();
  expect(await exit).toEqual([0, null]);
});

test('a second start on the same data is refused with one line, and the first one goes on', async () => {
  const world = await createWorld({ startBot: false });
  const env = environment(world, world.token);
  const first = await started(env, world.dataDir);
  const second = await backchannel(['start'], { env, cwd: world.dataDir });
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.err.trimEnd()).toMatch(/^[^\n]*DATA_DIR[^\n]*$/);
  expect(first.child.exitCode).toBeNull();
  first.child.kill('SIGINT');
  expect((await first.ended).code).toBe(0);
});

test('an address that is taken is named in one line', async () => {
  const world = await createWorld({ startBot: false });
  const taken = new URL(world.simulator.url).port;
  const ended = await backchannel(['start'], {
    env: { ...environment(world, world.token), PORT: taken },
    cwd: world.dataDir,
  });
  expect(ended.code).toBe(1);
  expect(ended.err).toBe(
    `127.0.0.1:${taken} is taken by another program. Choose another PORT, or 0 for any free one.\n`,
  );
});

test('a wrong token is named in one line, with the place to get a new one', async () => {
  const world = await createWorld({ startBot: false });
  const env = environment(world, 'MTIz.wrong.token');
  for (const command of ['start', 'invite']) {
    const ended = await backchannel([command], { env, cwd: world.dataDir });
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/^Discord refuses DISCORD_TOKEN\. [^\n]*Reset Token\.\n$/);
  }
});

test('ids are looked up when settings are set, and a wrong one changes nothing', async () => {
  const world = await createWorld({ startBot: false });
  const set = (...assignments: string[]) =>
    backchannel(['settings', 'set', world.guild, ...assignments], {
      env: environment(world, world.token),
      cwd: world.dataDir,
    });
  expect(await set(`parentChannel=${world.parent['private-thread']}`)).toMatchObject({ code: 0, err: '' });

  const wrong = await set(
    'channelKind=forum-post',
    `logsChannel=${unseeded}`,
    `staffRoles=${world.staffRole},${unseeded}`,
  );
  expect(wrong.code).toBe(1);
  expect(wrong.err.trimEnd().split('\n').slice(1)).toEqual([
    '  parentChannel must be a forum, as channelKind=forum-post needs, for example parentChannel=<id of a forum>',
    `  logsChannel ${unseeded} is not a channel of this server that the bot can see, for example logsChannel=<id of a text channel>`,
    `  staffRoles ${unseeded} is not a role of this server`,
  ]);

  const elsewhere = await backchannel(['settings', 'set', unseeded, 'prefix=?'], {
    env: environment(world, world.token),
    cwd: world.dataDir,
  });
  expect(elsewhere.code).toBe(0);
  expect(elsewhere.err).toContain('not checked yet, but will be at the next start: the bot is not in that server');
});

test('tickets are not put where everybody in the server can see them', async () => {
  const world = await createWorld({ startBot: false });
  const open = world.simulator.seed.channel(world.guild, { name: 'general', type: 0 }).id;
  const set = await backchannel(['settings', 'set', world.guild, `parentChannel=${open}`], {
    env: environment(world, world.token),
    cwd: world.dataDir,
  });
  expect(set.code).toBe(1);
  expect(set.err).toContain('parentChannel can be seen by @everyone');
});

test('what was set offline is checked at start: the status page shows what is wrong', async () => {
  const world = await createWorld({ startBot: false });
  await world.set(`logsChannel=${unseeded}`);
  await world.startBot();
  const page = async (): Promise<string> => (await fetch(world.app().url ?? '')).text();
  await expect.poll(page).toContain('The setting logsChannel does not fit');

  await world.stopBot();
  await world.set(`logsChannel=${world.logs}`);
  await world.startBot();
  await expect.poll(page).not.toContain('logsChannel');
  const env = { DATA_DIR: world.dataDir };
  const notChecked = async (): Promise<string> =>
    (await backchannel(['settings', 'get', world.guild], { env, cwd: world.dataDir })).err;
  await expect.poll(notChecked).toBe('');
});

test('a running program notices by itself which commands the command line gives to a server', async () => {
  const world = await createWorld({ startBot: false });
  const env = environment(world, world.token);
  const program = await started(env, world.dataDir);
  const [application] = [...world.simulator.world.state.applications.values()];
  const names = (): readonly unknown[] => [...application!.commands.values()].map(({ body }) => body.name);
  await expect.poll(names, { timeout: 5000 }).toContain('ticket');
  const set = await backchannel(['settings', 'set', world.guild, 'commands=pmodmail'], { env, cwd: world.dataDir });
  expect(set.code).toBe(0);
  await expect.poll(names, { timeout: 5000 }).not.toContain('ticket');
  expect(names()).toContain('pmodmail');
  program.child.kill('SIGTERM');
  expect(await program.ended).toMatchObject({ code: 0 });
});
