import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { openFiles } from '../src/files/disk.ts';
import type { FileHash } from '../src/ids.ts';
import { newFolder } from './stored.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const namesIn = (dataDir: string): string[] =>
  readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

test('A file is found again by the hash of its bytes, also after a restart', async () => {
  const dataDir = newFolder();
  const hash = await openFiles({ dataDir }).put(bytes('a picture'));
  expect(hash).toBe('92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b');
  expect(await openFiles({ dataDir }).get(hash)).toEqual(Buffer.from('a picture'));
});

test('The same bytes are kept once, even when they come twice at the same moment', async () => {
  const dataDir = newFolder();
  const files = openFiles({ dataDir });
  const hashes = await Promise.all([1, 2, 3].map(() => files.put(bytes('the same'))));
  await files.put(bytes('another'));
  const [hash = ''] = hashes;
  const path = join(dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);
  const before = statSync(path).ino;
  await files.put(bytes('the same'));
  expect(statSync(path).ino).toBe(before);
  expect(new Set(hashes).size).toBe(1);
  expect(namesIn(dataDir)).toHaveLength(2);
});

test('A file that was cut off on the way to the disk is written anew', async () => {
  const dataDir = newFolder();
  const files = openFiles({ dataDir });
  const hash = await files.put(bytes('all of it'));
  writeFileSync(join(dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash), 'all');
  await files.put(bytes('all of it'));
  expect(await files.get(hash)).toEqual(Buffer.from('all of it'));
});

test('What is not there is not there, and nothing but a hash finds a file', async () => {
  const dataDir = newFolder();
  const files = openFiles({ dataDir });
  writeFileSync(join(dataDir, 'secret'), 'keys');
  expect(await files.get('0'.repeat(64) as FileHash)).toBeNull();
  expect(await files.get('../secret' as FileHash)).toBeNull();
});
