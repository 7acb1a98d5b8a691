import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFiles } from '../src/files/disk.ts';
import { backchannel } from './run-built.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'backchannel-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('files clean removes what no ticket needs, and says so', async () => {
  const files = openFiles({ dataDir: join(folder, 'data'), clock: { now: () => Date.UTC(2020, 0, 1) } });
  await files.put([new Uint8Array(1500)]);
  const clean = () => backchannel(['files', 'clean'], { cwd: folder });
  expect(await clean()).toMatchObject({ code: 0, out: 'Removed 1 file (1.5 kB).\n', err: '' });
  expect(await clean()).toMatchObject({ code: 0, out: 'Nothing to remove.\n' });
});

test.each([[[]], [['clear']], [['clean', 'all']]])('files %j is refused in one line', async (more) => {
  const ended = await backchannel(['files', ...more], { cwd: folder });
  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
});
