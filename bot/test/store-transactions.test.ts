import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import type { EntryId } from '../src/ids.ts';
import type { Tables } from '../src/store.ts';
import { groupCommit } from '../src/store/group-commit.ts';
import { groupsOn } from '../src/store/group.ts';
import { openStore } from '../src/store/open.ts';
import { connect } from '../src/store/sqlite/connection.ts';
import { loadEngine } from '../src/store/sqlite/engine.ts';
import { handClock } from './hand-clock.ts';
import { aTicket, newFolder, newStore, textsOf, write } from './stored.ts';

const aTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Transactions that share a commit', () => {
  test('stand or fall alone: one that throws takes nothing of its neighbours with it', async () => {
    const store = await newStore();
    const ticket = await aTicket(store);
    const before = store.transaction((tables) => write(tables, ticket.id, 'before'));
    const broken = store.transaction(async (tables) => {
      await write(tables, ticket.id, 'broken');
      throw new Error('changed my mind');
    });
    const after = store.transaction((tables) => write(tables, ticket.id, 'after'));

    await expect(broken).rejects.toThrow('changed my mind');
    expect((await before)?.content.text).toBe('before');
    expect((await after)?.content.text).toBe('after');
    expect(await textsOf(store, ticket.id)).toEqual(['before', 'after']);
  });

  test('stand or fall alone when the database itself refuses one', async () => {
    const store = await newStore();
    const ticket = await aTicket(store);
    const nowhere = 999_999 as EntryId;
    const settled = await Promise.allSettled([
      store.transaction((tables) => write(tables, ticket.id, 'before')),
      store.transaction((tables) =>
        tables.files.put({ entry: nowhere, id: '1', name: 'a', type: null, size: 1, hash: null, problem: null }),
      ),
      store.transaction((tables) => write(tables, ticket.id, 'after')),
    ]);

    expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await textsOf(store, ticket.id)).toEqual(['before', 'after']);
  });

  test('all fail when the commit fails, and the next ones succeed', async () => {
    const dataDir = newFolder();
    const clock = handClock();
    const store = await openStore({ dataDir, clock });
    const ticket = await aTicket(store);
    await store.close();

    const database = (await loadEngine())(join(dataDir, 'backchannel.db'), { timeout: 0 });
    // A rule that the database checks at the commit and not before.
    database.exec('create table parents (id integer primary key)');
    database.exec('create table children (id integer references parents (id) deferrable initially deferred)');
    const { transaction } = groupCommit(groupsOn(connect(database), clock));
    const settled = await Promise.allSettled([
      transaction((tables) => write(tables, ticket.id, 'innocent')),
      transaction(async () => database.exec('insert into children values (7)')),
    ]);
    expect(settled.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    await transaction((tables) => write(tables, ticket.id, 'later'));
    database.close();

    const again = await openStore({ dataDir, clock });
    expect(await textsOf(again, ticket.id)).toEqual(['later']);
    await again.close();
  });

  test('are seen by nobody before they are committed', async () => {
    const store = await newStore();
    const ticket = await aTicket(store);
    let seen: readonly string[] = ['nothing was read'];
    await store.transaction(async (tables) => {
      await write(tables, ticket.id, 'secret for now');
      seen = await textsOf(store, ticket.id);
    });
    expect(seen).toEqual([]);
    expect(await textsOf(store, ticket.id)).toEqual(['secret for now']);
  });

  test('keep the order in which they were asked for, however many there are', async () => {
    const store = await newStore();
    const ticket = await aTicket(store);
    const texts = Array.from({ length: 200 }, (_, index) => `line ${index}`);
    await Promise.all(texts.map((text) => store.transaction((tables) => write(tables, ticket.id, text))));
    expect(await textsOf(store, ticket.id)).toEqual(texts);
  });

  test('are committed before the store closes, and refused afterwards', async () => {
    const dataDir = newFolder();
    const store = await openStore({ dataDir, clock: handClock() });
    const ticket = await aTicket(store);
    const written = store.transaction((tables) => write(tables, ticket.id, 'just in time'));
    const closed = store.close();
    await expect(store.transaction((tables) => write(tables, ticket.id, 'too late'))).rejects.toThrow('closed');
    await written;
    await closed;

    const again = await openStore({ dataDir, clock: handClock() });
    expect(await textsOf(again, ticket.id)).toEqual(['just in time']);
    await again.close();
  });
});

describe('A transaction that does what it must not', () => {
  test('cannot hold up the store forever by waiting for something else', async () => {
    const clock = handClock();
    const store = await newStore(clock);
    const ticket = await aTicket(store);
    let goOn = (): void => undefined;
    const stuck = store.transaction(async (tables) => {
      await write(tables, ticket.id, 'half');
      await new Promise<void>((resolve) => (goOn = resolve));
      await write(tables, ticket.id, 'the other half');
    });
    const besides = store.transaction((tables) => write(tables, ticket.id, 'besides'));
    await aTurn();
    await aTurn();
    const behind = store.transaction((tables) => write(tables, ticket.id, 'behind'));
    const outcome = Promise.allSettled([stuck, besides, behind]);
    clock.advance(10_000);

    expect((await outcome).map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
    goOn();
    await aTurn();
    await expect(store.transaction((tables) => tables.outbox.count())).rejects.toThrow('waits for something other');
    expect(await textsOf(store, ticket.id)).toEqual([]);
  });

  test('is not suspected just because the clock jumps', async () => {
    const clock = handClock();
    const store = await newStore(clock);
    const ticket = await aTicket(store);
    await store.transaction(async (tables) => {
      clock.advance(3 * 86_400_000);
      await write(tables, ticket.id, 'patient');
    });
    await aTurn();
    await store.transaction((tables) => write(tables, ticket.id, 'as ever'));
    expect(await textsOf(store, ticket.id)).toEqual(['patient', 'as ever']);
  });

  test('cannot write once it is over', async () => {
    const store = await newStore();
    const ticket = await aTicket(store);
    let kept: Tables | null = null;
    await store.transaction(async (tables) => {
      kept = tables;
    });
    await expect(write(kept as unknown as Tables, ticket.id, 'late')).rejects.toThrow('after its transaction');
    expect(await textsOf(store, ticket.id)).toEqual([]);
  });

  test('cannot be avoided: what is handed out for reading does not write', async () => {
    const store = await newStore();
    const ticket = await aTicket(store);
    await expect(write(store.tables, ticket.id, 'outside')).rejects.toThrow('readonly');
    expect(await textsOf(store, ticket.id)).toEqual([]);
  });
});
