import { expect, test } from 'vitest';
import { createSharing, hashOf, shareTicket } from '../src/tickets/share.ts';
import { aTicket, newStore } from './stored.ts';

const address = 'https://staff.example.org';

test('a link that may have been posted works on when the next try is made under another token', async () => {
  const store = await newStore();
  const { id } = await aTicket(store);
  const share = { ticket: id, source: `closed:${id}:5`, by: null, now: 5 };
  const made = (token: string): Promise<string> =>
    store.transaction(async (tables) => (await shareTicket(tables, createSharing(address, token), share))!.url);
  const first = await made('old');
  expect(await made('old')).toBe(first);
  const second = await made('new');
  expect(second).not.toBe(first);
  const works = async (url: string): Promise<boolean> =>
    (await store.tables.links.find(hashOf(url.split('/').at(-1) ?? ''), 6)) !== null;
  expect([await works(first), await works(second)]).toEqual([true, true]);
  expect(await store.transaction(({ links }) => links.revoke(id, 7))).toBe(2);
  expect([await works(first), await works(second), await works(await made('old'))]).toEqual([false, false, false]);
});
