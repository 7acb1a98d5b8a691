import type { API } from '@discordjs/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createThread } from '../src/acts/create-thread.ts';
import { clientOf } from './client.ts';
import { identified, leaveNobodyConnected } from './gateway-client.ts';
import { handClock, type HandClock } from './hand-clock.ts';
import { library, type Library } from './library.ts';
import { startForTests } from './start-for-tests.ts';

afterEach(leaveNobodyConnected);

const hour = 60 * 60_000;

let clock: HandClock;
let here: Library;
let api: API;

beforeEach(async () => {
  clock = handClock();
  here = await library({ clock });
  api = clientOf(here);
});
afterEach(() => here.simulator.stop());

const start = async (name: string, minutes: 60 | 1440 | 4320 | 10080 = 60) =>
  (await api.channels.createThread(here.general, { name, type: 11, auto_archive_duration: minutes })).id;

const isArchived = (id: string) => here.simulator.world.state.channels.get(id)?.thread?.archived;

describe('a silent thread', () => {
  test('is archived when its time has passed, and everybody is told', async () => {
    const [short, long] = [await start('short'), await start('long', 1440)];
    const client = await identified(here);
    clock.pass(hour - 1);
    expect([isArchived(short), isArchived(long)]).toEqual([false, false]);
    clock.pass(1);
    expect((await client.next('THREAD_UPDATE')).d).toMatchObject({
      id: short,
      thread_metadata: { archived: true, locked: false, archive_timestamp: '2026-03-01T13:00:00.000000+00:00' },
    });
    clock.pass(23 * hour);
    expect((await client.next('THREAD_UPDATE')).d).toMatchObject({ id: long, thread_metadata: { archived: true } });
  });

  test('stays open for as long again after a message, after it was opened, and when its time is changed', async () => {
    const id = await start('talk');
    clock.pass(hour - 1);
    await api.channels.createMessage(id, { content: 'still here' });
    clock.pass(hour - 1);
    expect(isArchived(id)).toBe(false);
    clock.pass(1);
    expect(isArchived(id)).toBe(true);
    await api.channels.edit(id, { archived: false });
    clock.pass(hour - 1);
    expect(isArchived(id)).toBe(false);
    await api.channels.edit(id, { auto_archive_duration: 1440 });
    clock.pass(24 * hour - 1);
    expect(isArchived(id)).toBe(false);
    await api.channels.edit(id, { auto_archive_duration: 60 });
    clock.pass(hour);
    expect(isArchived(id)).toBe(true);
  });

  test('opens again when somebody writes in it', async () => {
    const id = await start('talk');
    clock.pass(hour);
    await here.ada.types(id, 'back again');
    expect(isArchived(id)).toBe(false);
    clock.pass(hour);
    expect(isArchived(id)).toBe(true);
  });

  test('is never archived while it is pinned in its forum; archiving unpins it', async () => {
    const post = (name: string) =>
      api.channels.createForumThread(here.forum, { name, auto_archive_duration: 60, message: { content: name } });
    const { id } = await post('rules');
    await api.channels.edit(id, { flags: 1 << 1 });
    clock.pass(100 * hour);
    expect(isArchived(id)).toBe(false);
    const archived = await api.channels.edit(id, { archived: true });
    expect(archived.flags).toBe(0);
  });

  test('is archived in time when Discord had stopped meanwhile', async () => {
    const id = await start('talk');
    await here.simulator.stop();
    clock.pass(2 * hour);
    const { world } = await startForTests({ clock, state: here.simulator.world.state });
    expect(world.state.channels.get(id)?.thread?.archived).toBe(true);
  });
});

test('archived threads come page by page, lately archived first', async () => {
  const names = ['one', 'two', 'three', 'four', 'five'];
  for (const name of names) {
    await start(name);
    clock.pass(1000);
  }
  clock.pass(hour);
  const page = async (before?: string) => {
    const list = await api.channels.getArchivedThreads(here.general, 'public', {
      limit: 2,
      ...(before === undefined ? {} : { before }),
    });
    const threads = list.threads as unknown as { name: string; thread_metadata: { archive_timestamp: string } }[];
    return {
      names: threads.map(({ name }) => name),
      more: list.has_more,
      last: threads.at(-1)?.thread_metadata.archive_timestamp,
    };
  };
  const first = await page();
  const second = await page(first.last);
  const third = await page(second.last);
  expect([first, second, third].map((one) => [one.names, one.more])).toEqual([
    [['five', 'four'], true],
    [['three', 'two'], true],
    [['one'], false],
  ]);
});

test('private threads that the bot is in come page by page, newest first', async () => {
  const ids: string[] = [];
  for (const name of ['one', 'two', 'three']) {
    ids.push((await api.channels.createThread(here.general, { name, auto_archive_duration: 60 })).id);
    clock.pass(1000);
  }
  clock.pass(hour);
  const { threads, has_more } = await api.channels.getJoinedPrivateArchivedThreads(here.general, { limit: 2 });
  expect([threads.map(({ id }) => id), has_more]).toEqual([[ids[2], ids[1]], true]);
  const rest = await api.channels.getJoinedPrivateArchivedThreads(here.general, { before: ids[1]! });
  expect(rest.threads.map(({ id }) => id)).toEqual([ids[0]]);
});

test('a server with nearly a thousand threads archives silent ones after an hour', async () => {
  const { world } = here.simulator;
  const make = (name: string) =>
    createThread(world, here.application.userId, here.general, { name, type: 11, autoArchiveMinutes: 10080 }).id;
  const old = make('old');
  clock.pass(2 * hour);
  for (let at = 1; at < 899; at += 1) make(`${at}`);
  expect(isArchived(old)).toBe(false);
  const last = make('last');
  expect([isArchived(old), isArchived(last)]).toEqual([true, false]);
  make('one more');
  clock.pass(hour);
  expect(isArchived(last)).toBe(true);
});
