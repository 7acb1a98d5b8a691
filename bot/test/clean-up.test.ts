import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFiles } from '../src/files/disk.ts';
import { openStore } from '../src/store/open.ts';
import { loadEngine } from '../src/store/sqlite/engine.ts';
import type { FileHash } from '../src/ids.ts';
import { says } from './doors.ts';
import { channelKinds, createWorld, type World } from './world.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

const keep = (world: World, text: string): Promise<FileHash> =>
  openFiles({ dataDir: world.dataDir, clock: world.clock }).put([new TextEncoder().encode(text)]);

const isKept = async (world: World, hash: FileHash): Promise<boolean> =>
  (await openFiles({ dataDir: world.dataDir, clock: world.clock }).get(hash)) !== null;

interface Line {
  readonly time: string;
  readonly msg: string;
  readonly files: number;
  readonly bytes: number;
  readonly rows: number;
}

/** What the bot said of its cleaning. */
const cleanings = (world: World): readonly Line[] =>
  world.logged.map((line) => JSON.parse(line) as Line).filter(({ msg }) => msg.startsWith('what nobody needs'));

/** How many rows a table has. */
async function rows(world: World, table: string): Promise<number> {
  const database = (await loadEngine())(join(world.dataDir, 'backchannel.db'), { timeout: 1000 });
  const [row] = database.prepare(`select count(*) as count from ${table}`).all() as { readonly count: number }[];
  database.close();
  return row?.count ?? -1;
}

it.each(channelKinds)('once a day, files that no ticket needs go, and those of a %s stay', async (channelKind) => {
  const world = await createWorld({ channelKind });
  await world.ada.dms('look', { files: [{ name: 'a.txt', bytes: new TextEncoder().encode('mine') }] });
  await world.settle();
  await world.sam.types(world.ticketChannel(), '!close');
  await world.settle();
  const orphan = await keep(world, 'nobody’s');
  const mine = await keep(world, 'mine');
  await world.advance(16 * hour - 1);
  expect(cleanings(world)).toEqual([]);
  await world.advance(1);
  expect(cleanings(world)).toMatchObject([{ files: 0, bytes: 0 }]);
  const young = await keep(world, 'just being written');
  await world.advance(day);
  expect(cleanings(world)).toHaveLength(2);
  expect(cleanings(world)[1]).toMatchObject({ files: 1, bytes: 10 });
  expect(await isKept(world, orphan)).toBe(false);
  expect(await isKept(world, mine)).toBe(true);
  expect(await isKept(world, young)).toBe(true);
});

it('was the bot off at that hour, it cleans up when it is back, and then not before the next day', async () => {
  const world = await createWorld();
  const orphan = await keep(world, 'nobody’s');
  await world.stopBot();
  await world.advance(2 * day);
  await world.startBot();
  await world.advance(0);
  expect(cleanings(world)).toHaveLength(1);
  expect(await isKept(world, orphan)).toBe(false);
  await world.stopBot();
  await world.startBot();
  await world.advance(15 * hour);
  expect(cleanings(world)).toHaveLength(1);
  await world.advance(hour);
  expect(cleanings(world)).toHaveLength(2);
});

it('what was remembered for a while is forgotten: what was said lately, memberships, questions, counts of files', async () => {
  const world = await createWorld({ settings: ['blockNotice=message'] });
  await world.addServer('Chess Club');
  await world.advance(1000);
  await world.ada.dms('which one?', { files: [{ name: 'a.txt', bytes: new Uint8Array(9) }] });
  await world.settle();
  await world.ada.selects(['Harbour Games'], { channel: 'dm' });
  await world.settle();
  await world.sam.runs('/ticket block', { member: 'ben' }, world.logs);
  await world.ben.dms('hello?');
  await world.ben.leaves(world.guild);
  await world.settle();
  expect(await rows(world, 'told')).toBe(1);
  expect(await rows(world, 'file_use')).toBe(1);
  const before = await rows(world, 'memberships');
  expect(before).toBeGreaterThan(2);
  await world.advance(2 * day);
  expect(await rows(world, 'told')).toBe(0);
  expect(await rows(world, 'file_use')).toBe(0);
  expect(await rows(world, 'prompts')).toBe(0);
  expect(await rows(world, 'memberships')).toBeGreaterThan(0);
  expect(cleanings(world).reduce((sum, line) => sum + line.rows, 0)).toBeGreaterThan(2);
  // A season passes; to let the clock go through it takes long.
  await world.stopBot();
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  await store.transaction(({ upkeep }) => upkeep.forgetMemberships(world.clock.now() + 91 * day, 500));
  await store.close();
  await world.startBot();
  expect(await rows(world, 'memberships')).toBe(0);
  // Nothing of that is missed.
  await world.ada.dms('still me');
  await world.settle();
  expect(world.texts(world.ticketChannel())).toContain('still me');
});

it('how far a member had come at the door is forgotten, and they are asked again', async () => {
  const world = await createWorld({ settings: ['anonymousMembers=choice'] });
  await world.ben.runs('/contact-staff', {}, 'dm');
  await world.ben.selects(['Harbour Games'], { channel: 'dm' });
  await world.ben.clicks('Anonymously', { channel: 'dm' });
  await world.settle();
  expect(await rows(world, 'doors')).toBe(1);
  await world.advance(2 * day);
  expect(await rows(world, 'doors')).toBe(0);
  await world.ben.dms('hello');
  await world.settle();
  expect(world.dmTexts(world.ben).at(-1)).toContain('with your name?');
});

it('more than one step of what is stale goes in one day', async () => {
  const world = await createWorld({ startBot: false });
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const now = world.clock.now();
  await store.transaction(async (tables) => {
    for (let count = 0; count < 1203; count += 1)
      await tables.intake.mayTell('0'.repeat(26) as never, `what:${count}`, now, now + count * 1000);
  });
  await store.close();
  await world.startBot();
  await world.advance(16 * hour);
  expect(await rows(world, 'told')).toBe(0);
  expect(cleanings(world)[0]?.rows).toBeGreaterThanOrEqual(1203);
});

it('a clean-up that fails is told and tried again an hour later; everything else goes on', async () => {
  const world = await createWorld();
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  await world.sam.types(channel, `!block 16h`);
  await world.settle();
  // A file stands where the folder of all files is looked for.
  const folder = join(world.dataDir, 'files');
  expect(readdirSync(world.dataDir)).not.toContain('files');
  writeFileSync(folder, 'in the way');
  await world.advance(16 * hour);
  const failures = (): number => world.logged.filter((line) => line.includes('a timer has to wait')).length;
  expect(failures()).toBe(1);
  expect(cleanings(world)).toEqual([]);
  expect(world.texts(channel).some((text) => text.includes('block is over'))).toBe(true);
  await says(world, channel, 'still here');
  await world.settle();
  expect(world.dmTexts(world.ada)).toContain('still here');
  await world.advance(hour);
  expect(failures()).toBe(2);
  rmSync(folder);
  await world.advance(hour);
  expect(cleanings(world)).toHaveLength(1);
});
