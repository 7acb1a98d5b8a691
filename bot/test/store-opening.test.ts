import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

import { DataUnusable } from '../src/bookkeeping.ts';
import type { Store } from '../src/store.ts';
import { openStore } from '../src/store/open.ts';
import { loadEngine } from '../src/store/sqlite/engine.ts';
import { handClock } from './hand-clock.ts';
import { aTicket, guild, newFolder, write } from './stored.ts';

const program = fileURLToPath(new URL('store-program.ts', import.meta.url));

/** Starts a program of its own on the data; resolves once it says `until`. */
async function run(what: 'hold' | 'set' | 'write', dataDir: string, about = '', until = /^open$/) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, what, dataDir, about], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve) =>
    lines.on('line', (line) => {
      said.push(line);
      if (until.test(line)) resolve();
    }),
  );
  const heard = once(lines, 'close');
  return {
    said,
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await Promise.all([ended, heard]);
    },
    ended: async (): Promise<unknown> => (await Promise.all([ended, heard]))[0][0],
  };
}

const open = (dataDir: string, exclusive = true): Promise<Store> =>
  openStore({ dataDir, clock: handClock(), exclusive });

/** Every file of the data and the hash of its bytes; shared memory holds none. */
function bytesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !name.endsWith('-shm'))
      .map((name) => [name, hashOf(readFileSync(join(folder, name)))]),
  );
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A folder with data in it, complete in one file. */
async function filled(entries = 3): Promise<string> {
  const dataDir = newFolder();
  const store = await open(dataDir);
  const ticket = await aTicket(store);
  await store.transaction(async (tables) => {
    for (let line = 0; line < entries; line += 1) await write(tables, ticket.id, `line ${line}`);
  });
  await store.close();
  return dataDir;
}

async function refusal(dataDir: string, exclusive = true): Promise<string> {
  const before = bytesOf(dataDir);
  const error = await open(dataDir, exclusive).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DataUnusable);
  expect(bytesOf(dataDir)).toEqual(before);
  const { message } = error as DataUnusable;
  expect(message).not.toContain('\n');
  return message;
}

describe('Data that cannot be used is refused with one line and not a byte of it changed', () => {
  test('when it was written by a newer version', async () => {
    const [dataDir, restored] = [await filled(), newFolder()];
    const database = (await loadEngine())(join(dataDir, 'backchannel.db'), { timeout: 0 });
    database.exec("insert into migrations (name, at) values ('9999-from-the-future', 1)");
    database.exec('pragma wal_checkpoint(truncate)');
    database.close();
    cpSync(join(dataDir, 'backchannel.db'), join(restored, 'backchannel.db'));
    expect(await refusal(restored)).toMatch(/newer version.*9999-from-the-future.*Install that version again/);
    expect(await refusal(restored, false)).toMatch(/newer version/);
    expect(readdirSync(restored)).toEqual(['backchannel.db']);
  });

  test('when a newer version was killed before it tidied up', async () => {
    const [dataDir, copied] = [await filled(), newFolder()];
    const database = (await loadEngine())(join(dataDir, 'backchannel.db'), { timeout: 0 });
    database.exec("insert into migrations (name, at) values ('9999-from-the-future', 1)");
    // What a kill leaves behind: the database and its log, without the shared memory.
    for (const name of ['backchannel.db', 'backchannel.db-wal']) cpSync(join(dataDir, name), join(copied, name));
    database.close();
    const before = bytesOf(copied);
    await expect(open(copied)).rejects.toThrow(/newer version/);
    expect(bytesOf(copied)).toMatchObject(before);
  });

  test('when it is no database at all', async () => {
    const dataDir = newFolder();
    writeFileSync(join(dataDir, 'backchannel.db'), 'Dear diary, this is not a database.');
    expect(await refusal(dataDir)).toMatch(/is not a database.*move it away/);
  });

  test('when it belongs to another program', async () => {
    const dataDir = newFolder();
    const database = (await loadEngine())(join(dataDir, 'backchannel.db'), { timeout: 0 });
    database.exec('create table tickets (id integer primary key)');
    database.close();
    expect(await refusal(dataDir)).toMatch(/belongs to another program.*DATA_DIR/);
  });

  test('when it is cut off', async () => {
    const dataDir = await filled();
    truncateSync(join(dataDir, 'backchannel.db'), 20_000);
    expect(await refusal(dataDir)).toMatch(/is damaged.*backup/);
  });

  test('when something has written into the middle of it', async () => {
    const dataDir = await filled(500);
    const path = join(dataDir, 'backchannel.db');
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(2_000, 0xa5), 0, 2_000, statSync(path).size - 20 * 4_096);
    closeSync(file);
    expect(await refusal(dataDir)).toMatch(/is damaged.*backup/);
  });

  test('when a folder stands in its place', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'backchannel.db'));
    await expect(open(dataDir)).rejects.toBeInstanceOf(DataUnusable);
  });

  test('when DATA_DIR is a file', async () => {
    const dataDir = join(newFolder(), 'data');
    writeFileSync(dataDir, '');
    await expect(open(dataDir)).rejects.toThrow(/cannot be opened.*DATA_DIR/);
  });
});

test('Data from a start that died before the first table is used', async () => {
  const dataDir = newFolder();
  const database = (await loadEngine())(join(dataDir, 'backchannel.db'), { timeout: 0 });
  database.exec('pragma journal_mode = wal');
  database.close();
  const store = await open(dataDir);
  expect(await store.tables.outbox.count()).toBe(0);
  await store.close();
});

describe('A second program on the same data', () => {
  test('is refused while the first one runs, and let in once that was killed', async () => {
    const dataDir = newFolder();
    const first = await run('hold', dataDir);
    await expect(open(dataDir)).rejects.toThrow(/Another Backchannel \(process \d+\) is running.*Stop it first/);
    await first.kill();
    const store = await open(dataDir);
    await store.close();
  });

  test('may set settings beside it, and the first one notices', async () => {
    const dataDir = newFolder();
    const store = await open(dataDir);
    const before = await store.tables.settings.revision();
    expect(await (await run('set', dataDir, guild)).ended()).toBe(0);
    expect(await store.tables.settings.revision()).toBeGreaterThan(before);
    expect((await store.tables.settings.get(guild))?.values).toEqual({ set: 0 });
    await store.transaction((tables) => tables.settings.put(guild, {}, 1, true, 'sam', 2));
    await store.close();
  });

  test('may make the data when nobody runs, and leaves it free', async () => {
    const dataDir = join(newFolder(), 'not', 'there', 'yet');
    const cli = await open(dataDir, false);
    const first = await open(dataDir);
    await cli.transaction((tables) => tables.settings.put(guild, { a: 1 }, 0, false, 'cli', 1));
    expect((await first.tables.settings.get(guild))?.values).toEqual({ a: 1 });
    await cli.close();
    await first.close();
  });
});

test('After SIGKILL in the middle of writing everything that was promised is there, and nothing by halves', async () => {
  const dataDir = newFolder();
  const before = await open(dataDir);
  const ticket = await aTicket(before);
  await before.close();
  for (const line of [3, 40]) {
    const child = await run('write', dataDir, ticket.id, new RegExp(`-7-${line}$`));
    await child.kill();
    const promised = child.said.filter((said) => said.startsWith('message:'));
    expect(promised.length).toBeGreaterThan(line);

    const after = await open(dataDir);
    const texts = new Set<string>();
    for (let page = await after.tables.entries.of(ticket.id, null, 500); page.length > 0;) {
      for (const entry of page) texts.add(entry.content.text);
      page = await after.tables.entries.of(ticket.id, page.at(-1)!.id, 500);
    }
    expect(promised.filter((source) => !texts.has(source))).toEqual([]);
    expect(await after.tables.outbox.count()).toBe(texts.size);
    await after.close();
  }
});
