import { expect, test } from 'vitest';
import type { Exchange } from '../../simulator/src/options.ts';
import { backchannel, startBackchannel } from './run-built.ts';
import { createWorld, type World } from './world.ts';

/** What a running program does by itself, several times a second. */
async function looks(world: World): Promise<void> {
  await world.advance(1000);
  await world.app().lookAtSettings();
  await world.settle();
}

const page = async (world: World): Promise<string> => (await fetch(world.app().url ?? '')).text();

test('what is set beside a running program counts although nothing else happens', async () => {
  let registered = (): void => undefined;
  const isRegistered = new Promise<void>((resolve) => (registered = resolve));
  let wanted = 0;
  const observe = (world: World, { method, path }: Exchange): void => {
    if (method === 'PUT' && path.endsWith(`/guilds/${world.guild}/commands`) && (wanted += 1) === 2) registered();
  };
  const world = await createWorld({ startBot: false, observe });
  const env = {
    DISCORD_TOKEN: world.token,
    DISCORD_API: `${world.simulator.url}/api`,
    DISCORD_CDN: `${world.simulator.url}/cdn`,
    DATA_DIR: world.dataDir,
    PORT: '0',
  };
  const program = startBackchannel(['start'], { env, cwd: world.dataDir });
  const isThere = new Promise<void>((resolve) => {
    program.child.stdout?.on('data', () => /private channels: /.test(program.out()) && resolve());
  });
  await Promise.race([isThere, program.ended]);
  const changed = await backchannel(['settings', 'set', world.guild, 'commands=none'], { env, cwd: world.dataDir });
  expect(changed).toMatchObject({ code: 0, err: '' });
  await isRegistered;
  program.child.kill('SIGTERM');
  expect((await program.ended).code).toBe(0);
});

test('tickets that are quiet for long enough by a new setting are closed', async () => {
  const world = await createWorld();
  await world.ada.dms('help');
  await world.advance(5 * 60 * 60_000);
  await world.set('autoClose=2h');
  await looks(world);
  expect(world.dmTexts(world.ada).at(-1)).toContain('was closed');
});

test('what a change breaks or mends is seen', async () => {
  const world = await createWorld();
  expect(await page(world)).toContain('None that I know of.');
  await world.set('channelKind=forum-post');
  await looks(world);
  expect(await page(world)).not.toContain('None that I know of.');
  await world.set(`parentChannel=${world.parent['forum-post']}`);
  await looks(world);
  expect(await page(world)).toContain('None that I know of.');
});
