import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apiOf, eventually, newFolder, program, runSandbox, silentBot } from './sandbox-program.ts';

const minute = 60_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function botPid(running: { readonly url: string }): Promise<number> {
  const { bot } = await eventually(apiOf(running).status, (status) => status.bot.pid !== null);
  return bot.pid ?? 0;
}

test('Ctrl-C ends the bot first, then everything, with exit code 0', { timeout: minute }, async () => {
  const running = await runSandbox(
    program(`if (process.argv.at(-1) === 'start') {
      process.on('SIGTERM', () => fetch(process.env.DISCORD_API + '/v10/gateway').then(({ status }) => {
        require('node:fs').writeFileSync(process.env.DATA_DIR + '.last', String(status));
        process.exit();
      }));
      setInterval(() => {}, 1e6);
      console.log('lit');
    }`),
  );
  const { bot } = await eventually(apiOf(running).status, (status) => status.bot.log.includes('lit'));
  const pid = bot.pid ?? 0;
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
  expect(isAlive(pid)).toBe(false);
  // While it was ending, the bot could still talk to Discord.
  expect(readFileSync(join(running.data, 'bot.last'), 'utf8')).toMatch(/^[24]\d\d$/);
  expect(running.complaints()).toBe('');
});

test('a sandbox that is killed leaves no bot behind', { timeout: minute }, async () => {
  const running = await runSandbox(silentBot);
  const pid = await botPid(running);
  running.child.kill('SIGKILL');
  await running.ended;
  expect(
    await eventually(
      async () => isAlive(pid),
      (alive) => !alive,
    ),
  ).toBe(false);
});

test('the end of the program that started it ends a sandbox', { timeout: minute }, async () => {
  const running = await runSandbox(silentBot);
  running.child.disconnect();
  expect(await running.ended).toBe(0);
});

test(
  'a bot that crashes is started again, with a growing pause, and its last words are shown',
  { timeout: minute },
  async () => {
    const running = await runSandbox(
      program(`if (process.argv.at(-1) === 'start') { console.error('out of lanterns'); process.exit(3); }`),
    );
    const { bot } = await eventually(apiOf(running).status, (status) => status.bot.restarts >= 2);
    expect(bot.restarts).toBeGreaterThanOrEqual(2);
    expect(bot.ended).toBe('exit code 3');
    expect(bot.log).toContain('out of lanterns');
    const pauses = [...running.complaints().matchAll(/starts again in ([\d.]+) s/g)].map(([, pause]) => Number(pause));
    expect(pauses.slice(0, 2)).toEqual([0.5, 1]);
  },
);

test('settings that the bot refuses are shown as it says it', { timeout: minute }, async () => {
  const running = await runSandbox(program(`console.error('parentChannel is a riddle'); process.exit(1);`));
  const { guilds } = await eventually(apiOf(running).status, ({ guilds: [guild] }) => guild?.problem !== null);
  expect(guilds[0]?.problem).toBe('parentChannel is a riddle');
});

test(
  'a new sandbox tells the bot its settings once, and a change of the channel kind when it is chosen',
  { timeout: minute },
  async () => {
    const told =
      program(`require('node:fs').appendFileSync(process.env.DATA_DIR + '.told', process.argv.slice(1).join(' ') + '\\n');
    if (process.argv.at(-1) === 'start') setInterval(() => {}, 1e6), process.on('disconnect', () => process.exit());`);
    const first = await runSandbox(told);
    const lines = async () => readFileSync(join(first.data, 'bot.told'), 'utf8').trim().split('\n');
    const atStart = await eventually(
      async () => (existsSync(join(first.data, 'bot.told')) ? lines() : []),
      ({ length }) => length >= 2,
    );
    expect(atStart).toHaveLength(2);
    expect(atStart[0]).toMatch(
      /settings set \d+ channelKind=private-thread parentChannel=\d+ .*limits.openCooldown=0.*enabled=true/,
    );
    expect(atStart[1]).toMatch(/start$/);
    const api = apiOf(first);
    const [guild] = (await api.status()).guilds;
    await api.control(`/guilds/${guild?.id}/channel-kind`, { kind: 'forum-post' });
    const forum = await api.channel('sam', 'ticket-posts');
    expect((await lines()).at(-1)).toContain(`settings set ${guild?.id} channelKind=forum-post parentChannel=${forum}`);
    first.child.kill('SIGTERM');
    await first.ended;

    const second = await runSandbox(told, first.data);
    await eventually(lines, ({ length }) => length >= 4);
    expect((await apiOf(second).status()).guilds[0]?.channelKind).toBe('forum-post');
    expect((await lines()).at(-1)).toMatch(/start$/);
    expect(await lines()).toHaveLength(4);
  },
);

test('what was said is there at the next start', { timeout: minute }, async () => {
  const first = await runSandbox(silentBot);
  const general = await apiOf(first).channel('ada', 'general');
  await apiOf(first).act('ada', { verb: 'say', channel: general, text: 'See you tomorrow' });
  first.child.kill('SIGTERM');
  await first.ended;

  const second = await runSandbox(silentBot, first.data);
  const messages = await apiOf(second).messages('mika', general);
  expect(messages.map(({ content }) => content)).toEqual(['See you tomorrow']);
});

test('what was said is kept a moment later, also when the sandbox is killed', { timeout: minute }, async () => {
  const first = await runSandbox(silentBot);
  const general = await apiOf(first).channel('ada', 'general');
  await apiOf(first).act('ada', { verb: 'say', channel: general, text: 'Before the storm' });
  const file = join(first.data, 'discord.bin');
  await eventually(async () => existsSync(file) && readFileSync(file).includes('Before the storm'), Boolean);
  first.child.kill('SIGKILL');
  await first.ended;

  const second = await runSandbox(silentBot, first.data);
  expect((await apiOf(second).messages('ada', general)).map(({ content }) => content)).toEqual(['Before the storm']);
});

test('Reset deletes everything and starts anew at the same address', { timeout: minute }, async () => {
  const running = await runSandbox(silentBot);
  const api = apiOf(running);
  const before = await api.client('ada');
  const pid = await botPid(running);
  writeFileSync(join(running.data, 'bot'), 'the database of the bot');
  expect((await fetch(`${running.url}/sandbox/api/reset`, { method: 'POST' })).status).toBe(202);
  const isNew = async () => {
    const client = await api.client('ada').catch(() => before);
    return client.self.id !== before.self.id;
  };
  expect(await eventually(isNew, Boolean)).toBe(true);
  expect(await botPid(running)).not.toBe(pid);
  expect(existsSync(join(running.data, 'bot'))).toBe(false);
});

test('a damaged file is left alone, and said in one line', { timeout: minute }, async () => {
  const data = newFolder();
  const file = join(data, 'discord.bin');
  writeFileSync(file, 'not what it should be');
  await expect(runSandbox(silentBot, data)).rejects.toThrow(/^exit code 1: [^\n]*discord\.bin is damaged[^\n]*\n$/);
  expect(readFileSync(file, 'utf8')).toBe('not what it should be');
});

test('a second sandbox on the same data is refused with one line', { timeout: minute }, async () => {
  const { data } = await runSandbox(silentBot);
  await expect(runSandbox(silentBot, data)).rejects.toThrow(/^exit code 1: [^\n]*used by another sandbox[^\n]*\n$/);
});
