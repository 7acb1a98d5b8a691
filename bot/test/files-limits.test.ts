import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cleanFiles } from '../src/files/clean-files.ts';
import { openFiles } from '../src/files/disk.ts';
import { openStore } from '../src/store/open.ts';
import { createWorld, type World } from './world.ts';

const mebibyte = 1024 * 1024;
const file = (name: string, size: number) => ({ name, bytes: new Uint8Array(size).fill(name.charCodeAt(0)) });

const kept = (world: World): number =>
  readdirSync(join(world.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .length;

async function problems(world: World): Promise<readonly string[]> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  try {
    return (await store.tables.problems.all()).map(({ text }) => text);
  } finally {
    await store.close();
  }
}

async function openTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

it('over what a member may store in a day files are named with their link, until the next day; others and staff go on', async () => {
  const world = await createWorld({ environment: { FILES_DAILY_MB_PER_MEMBER: '2' } });
  const channel = await openTicket(world);
  for (const name of ['a', 'b', 'c']) await world.ada.dms(name, { files: [file(name, mebibyte)] });
  await world.sam.types(channel, 'here', { files: [file('s', 3 * mebibyte)] });
  await world.settle();
  const texts = world.texts(channel);
  expect(world.sam.reads(channel).filter(({ attachments }) => attachments.length > 0)).toHaveLength(3);
  expect(texts.find((text) => text.startsWith('c'))).toMatch(/^c\n📎 \[c\]\(http\S+\) \(1\.0 MB\) could not be copied/);
  expect(world.ada.readsDms().at(-1)?.attachments).toHaveLength(1);
  expect(kept(world)).toBe(3);
  await world.advance(24 * 60 * 60_000);
  await world.ada.dms('d', { files: [file('d', mebibyte)] });
  await world.settle();
  expect(world.sam.reads(channel).at(-1)?.attachments).toHaveLength(1);
});

it('what has to stay free on the disk stays free', async () => {
  const world = await createWorld({ environment: { DISK_RESERVE_MB: '1000000' } });
  const channel = await openTicket(world);
  await world.ada.dms('look', { files: [file('a', 10)] });
  await world.settle();
  expect(world.texts(channel).at(-1)).toMatch(/^look\n📎 \[a\]\(http\S+\) \(10 B\) could not be copied/);
  expect(kept(world)).toBe(0);
  expect(await problems(world)).toEqual(['problem.disk-full']);
  await world.stopBot();
  await world.startBot({});
  await world.ada.dms('again', { files: [file('a', 10)] });
  await world.settle();
  expect(world.sam.reads(channel).at(-1)?.attachments).toHaveLength(1);
  expect(await problems(world)).toEqual([]);
});

it('the same file sent twice is kept once, and cleaning up while the bot runs leaves what a ticket needs', async () => {
  const world = await createWorld();
  const channel = await openTicket(world);
  await world.ada.dms('one', { files: [file('a', 1000)] });
  await world.ada.dms('two', { files: [file('a', 1000)] });
  await world.settle();
  expect(kept(world)).toBe(1);
  const { clock, dataDir } = world;
  const files = openFiles({ dataDir, clock });
  await files.put([new Uint8Array([1, 2, 3])]);
  await world.advance(25 * 60 * 60_000);
  const store = await openStore({ dataDir, clock });
  expect(await cleanFiles({ files, store, clock })).toEqual({ files: 1, bytes: 3 });
  await store.close();
  expect(kept(world)).toBe(1);
  await world.ada.dms('three', { files: [file('a', 1000)] });
  await world.settle();
  expect(world.sam.reads(channel).at(-1)?.attachments).toHaveLength(1);
});
