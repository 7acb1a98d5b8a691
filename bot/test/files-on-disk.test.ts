import { readdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { openFiles } from '../src/files/disk.ts';
import type { Files } from '../src/files.ts';
import type { FileHash } from '../src/ids.ts';
import { newFolder } from './stored.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const at = (now: number) => ({ now: () => now });
const noon = Date.UTC(2026, 10, 20, 12);
const open = (dataDir: string, now = noon): Files => openFiles({ dataDir, clock: at(now) });
const namesIn = (dataDir: string): string[] =>
  readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

test('A file is found again by the hash of its bytes, also after a restart', async () => {
  const dataDir = newFolder();
  const hash = await open(dataDir).put([bytes('a picture')]);
  expect(hash).toBe('92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b');
  expect(await open(dataDir).get(hash)).toEqual(Buffer.from('a picture'));
});

test('The same bytes are kept once, even when they come twice at the same moment', async () => {
  const dataDir = newFolder();
  const files = open(dataDir);
  const hashes = await Promise.all([1, 2, 3].map(() => files.put([bytes('the same')])));
  await files.put([bytes('another')]);
  const [hash = ''] = hashes;
  const path = join(dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);
  const before = statSync(path).ino;
  await files.put([bytes('the same')]);
  expect(statSync(path).ino).toBe(before);
  expect(new Set(hashes).size).toBe(1);
  expect(namesIn(dataDir)).toHaveLength(2);
});

test('A file that was cut off on the way to the disk is written anew', async () => {
  const dataDir = newFolder();
  const files = open(dataDir);
  const hash = await files.put([bytes('all of it')]);
  writeFileSync(join(dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash), 'all');
  await files.put([bytes('all of it')]);
  expect(await files.get(hash)).toEqual(Buffer.from('all of it'));
});

test('What is not there is not there, and nothing but a hash finds a file', async () => {
  const dataDir = newFolder();
  const files = open(dataDir);
  writeFileSync(join(dataDir, 'secret'), 'keys');
  expect(await files.get('0'.repeat(64) as FileHash)).toBeNull();
  expect(await files.get('../secret' as FileHash)).toBeNull();
});

test('A file that arrives in pieces is kept whole, and one that breaks off leaves nothing', async () => {
  const dataDir = newFolder();
  const files = open(dataDir);
  async function* pieces(last: string | Error) {
    yield bytes('a pic');
    if (last instanceof Error) throw last;
    yield bytes(last);
  }
  expect(await files.put(pieces('ture'))).toBe(await files.put([bytes('a picture')]));
  await expect(files.put(pieces(new Error('cut off')))).rejects.toThrow('cut off');
  expect(namesIn(dataDir)).toHaveLength(1);
});

test('The room is what the disk has free, less what has to stay free', async () => {
  const dataDir = newFolder();
  const clock = at(noon);
  const all = await openFiles({ dataDir, clock }).room();
  expect(all).toBeGreaterThan(0);
  expect(await openFiles({ dataDir, clock, reserve: 1e15 }).room()).toBeLessThan(0);
});

const day = 24 * 60 * 60_000;

test('Cleaning up removes what nobody needs and leaves what is needed, young, or put again meanwhile', async () => {
  const dataDir = newFolder();
  const before = open(dataDir, noon - 2 * day);
  const [needed, unneeded, again, between, during] = await Promise.all(
    ['needed', 'unneeded', 'again', 'between', 'during'].map((text) => before.put([bytes(text)])),
  );
  writeFileSync(join(dataDir, 'files', 'dead.part'), 'half');
  utimesSync(join(dataDir, 'files', 'dead.part'), (noon - 2 * day) / 1000, (noon - 2 * day) / 1000);
  const files = open(dataDir);
  const young = await files.put([bytes('young')]);
  await files.put([bytes('again')]);
  let asked = 0;
  const isNeeded = async (hash: FileHash): Promise<boolean> => {
    if (hash === between) await files.put([bytes('between')]);
    // Between being asked and the removal: somebody puts the file, and writes down later that it is needed.
    if (hash === during && (asked += 1) === 2) await files.put([bytes('during')]);
    return hash === needed;
  };
  expect(await files.clean(noon - day, isNeeded)).toEqual({ files: 2, bytes: 14 + 4 });
  for (const hash of [needed!, again!, young, between!, during!]) expect(await files.get(hash)).not.toBeNull();
  expect(await files.get(unneeded!)).toBeNull();
  expect(namesIn(dataDir).toSorted()).toEqual([needed!, again!, young, between!, during!].toSorted());
});

test('A file that a dying clean-up left aside is still found, and put back if it is needed', async () => {
  const dataDir = newFolder();
  const files = open(dataDir, noon - 2 * day);
  const hash = await files.put([bytes('needed')]);
  const path = join(dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);
  renameSync(path, `${path}.going`);
  expect(await files.get(hash)).toEqual(Buffer.from('needed'));
  expect(await files.clean(noon, async () => true)).toEqual({ files: 0, bytes: 0 });
  expect(namesIn(dataDir)).toEqual([hash]);
});
