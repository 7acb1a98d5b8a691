import { afterEach, beforeEach, expect, test } from 'vitest';
import { handClock, type HandClock } from './hand-clock.ts';
import { library, type Library } from './library.ts';

let clock: HandClock;
let here: Library;

beforeEach(() => {
  clock = handClock();
});
afterEach(() => here.simulator.stop());

async function ask(path: string, token = here.application.token): Promise<Response> {
  return fetch(`${here.simulator.url}/api/v10${path}`, { headers: { Authorization: `Bot ${token}` } });
}

async function refusedOften(times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) expect((await ask('/users/@me', 'nonsense')).status).toBe(401);
}

test('who is refused too often gets a page until ten minutes are over, without what limits usually say', async () => {
  here = await library({ clock, blocks: { after: 5, as: 'page' } });
  await refusedOften(4);
  for (let at = 0; at < 10; at += 1) expect((await ask('/channels/123456789012345678')).status).toBe(404);
  expect((await ask('/users/@me')).status).toBe(200);
  clock.pass(60_000);
  await refusedOften(1);
  const blocked = await ask('/users/@me');
  expect([blocked.status, blocked.headers.get('content-type'), blocked.headers.get('retry-after')]).toEqual([
    429,
    'text/html',
    '540',
  ]);
  expect(blocked.headers.get('x-ratelimit-limit')).toBeNull();
  expect(await blocked.text()).toContain('1015');
  clock.pass(540_000);
  expect((await ask('/users/@me')).status).toBe(200);
});

test('or a short answer that does not say how long', async () => {
  here = await library({ clock, blocks: { after: 2, as: 'json' } });
  await refusedOften(2);
  const blocked = await ask('/users/@me');
  expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, null]);
  expect(await blocked.json()).toMatchObject({ code: 0 });
});

test('shared limits do not count', async () => {
  here = await library({ clock, blocks: { after: 2, as: 'page' } });
  const fail = (scope: 'shared' | 'user') =>
    here.simulator.faults.fail({ when: 'before', status: 429, scope, times: 2 });
  fail('shared');
  for (const status of [429, 429, 200]) expect((await ask('/users/@me')).status).toBe(status);
  fail('user');
  for (const status of [429, 429, 429]) expect((await ask('/users/@me')).status).toBe(status);
});

test('nobody is blocked unless it is asked for', async () => {
  here = await library({ clock });
  await refusedOften(50);
  expect((await ask('/users/@me')).status).toBe(200);
});
