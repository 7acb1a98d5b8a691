import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../src/clock.ts';
import { createRest } from '../src/discord/rest.ts';
import type { DrawnMessage, Webhook } from '../src/discord.ts';
import type { RefusalReason } from '../src/refusal.ts';
import { Refused, SlowDown } from '../src/refusal.ts';
import type { ChannelId, MessageId, UserId } from '../src/ids.ts';
import { ending, stage } from './discord-connected.ts';
import { testClock } from './test-clock.ts';

const text = (words: string): DrawnMessage => ({ text: words });

describe('Refusals', () => {
  test('are told apart by what they mean', async () => {
    const { connect, generalId, ada, forum } = await stage();
    const { discord } = await connect();
    const nowhere = '111111111111111111';
    const webhook = { id: nowhere, token: 'x', channel: generalId } as unknown as Webhook;
    const face = { name: 'Ada', avatarUrl: 'https://cdn.discordapp.com/embed/avatars/1.png' };
    const real = await discord.createWebhook(generalId, 'Relay');
    const dm = await discord.openDm(ada.id as UserId);
    ada.blocksTheBot();
    const found = await Promise.all([
      ending(discord.send(dm, text('hello'), '1')),
      ending(discord.send(nowhere as ChannelId, text('hello'), '2')),
      ending(discord.message(generalId, nowhere as MessageId)),
      ending(discord.sendAs(webhook, null, face, text('hello'))),
      ending(discord.sendAs(real, null, { ...face, name: 'discord' }, text('hello'))),
      ending(discord.send(generalId, text('x'.repeat(2001)), '3')),
      ending(discord.send(forum as ChannelId, text('hello'), '4')),
    ]);
    expect(found.map((error) => (error instanceof Refused ? error.reason : error))).toEqual([
      'cannot-dm',
      'unknown-channel',
      'unknown-message',
      'unknown-webhook',
      'name-refused',
      'invalid',
      'invalid',
    ] satisfies RefusalReason[]);
  });

  test.each<[number, number, RefusalReason]>([
    [403, 50278, 'cannot-dm'],
    [403, 20026, 'quarantined'],
    [404, 10004, 'unknown-guild'],
    [404, 10013, 'unknown-user'],
    [403, 50001, 'no-access'],
    [403, 50013, 'no-permission'],
    [413, 40005, 'too-large'],
    [400, 50083, 'archived'],
    [400, 160005, 'locked'],
    [400, 160006, 'too-many-threads'],
    [400, 30013, 'too-many-channels'],
    [400, 30007, 'too-many-webhooks'],
    [400, 200000, 'text-blocked'],
    [400, 99999, 'invalid'],
    [403, 0, 'no-permission'],
  ])('with status %i and code %i mean %s', async (status, code, reason) => {
    const { connect, generalId, simulator } = await stage();
    const { discord } = await connect();
    simulator.faults.fail({ path: '/messages', when: 'before', status, code });
    const error = await ending(discord.send(generalId, text('hello'), '1'));
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ reason, code });
  });

  test('of a server in trouble, or none at all, are no refusals, and hold nothing of the message', async () => {
    const { connect, generalId, simulator } = await stage();
    const { discord } = await connect();
    for (const status of [500, 502, 503, 0]) {
      simulator.faults.fail({ path: '/messages', when: 'before', status, times: 1 });
      const error = await ending(discord.send(generalId, text('secret words'), '1'));
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(Refused);
      expect(inspect(error, { depth: 10 })).not.toContain('secret words');
    }
    const posts = simulator.exchanges.filter(({ path }) => path === `/channels/${generalId}/messages`);
    expect(posts.length).toBe(4);
  });

  test('of the token end everything at once, without asking again', async () => {
    const made = await stage();
    const { discord } = await made.connect();
    made.application.token = 'another';
    expect(await ending(discord.send(made.generalId, text('hello'), '1'))).toMatchObject({ reason: 'unauthorized' });
    const before = made.simulator.exchanges.length;
    expect(await ending(discord.guild(made.guildId))).toMatchObject({ reason: 'unauthorized' });
    expect(made.simulator.exchanges.length).toBe(before);
  });
});

describe('Limits', () => {
  test('are kept without running into them', async () => {
    const made = await stage({ enforceLimits: true });
    const { discord } = await made.connect();
    const send = (n: number): Promise<unknown> => ending(discord.send(made.generalId, text('hello'), `nonce-${n}`));
    for (let n = 1; n <= 5; n += 1) expect(typeof (await send(n))).toBe('string');
    const error = await send(6);
    expect(error).toBeInstanceOf(SlowDown);
    const { afterMs, scope } = error as SlowDown;
    expect(scope).toBe('user');
    expect(afterMs).toBeGreaterThan(0);
    expect(afterMs).toBeLessThan(6_000);
    expect(made.simulator.exchanges.filter(({ status }) => status === 429)).toEqual([]);
    await made.clock.pass(afterMs, async () => undefined);
    expect(typeof (await send(6))).toBe('string');
  });

  test('that only a refusal tells are remembered until they are over', async () => {
    const made = await stage({ enforceLimits: true });
    const { discord } = await made.connect();
    const thread = await discord.createPrivateThread(made.generalId, 'one');
    const rename = (name: string): Promise<unknown> => ending(discord.changeThread(thread, { name }));
    await rename('two');
    await rename('three');
    const refused = await rename('four');
    expect(refused).toBeInstanceOf(SlowDown);
    expect((refused as SlowDown).afterMs).toBeGreaterThan(60_000);
    const before = made.simulator.exchanges.length;
    expect(await rename('four')).toBeInstanceOf(SlowDown);
    expect(made.simulator.exchanges.length).toBe(before);
    expect(await ending(discord.changeThread(thread, { locked: true }))).toBe('success');
    await made.clock.pass((refused as SlowDown).afterMs, async () => undefined);
    expect(await rename('four')).toBe('success');
  });

  test('say whether others used them up too', async () => {
    const { connect, generalId, simulator } = await stage();
    const { discord } = await connect();
    const fault = { path: '/messages', when: 'before', status: 429, retryAfter: 42, times: 1 } as const;
    simulator.faults.fail({ ...fault, scope: 'shared' });
    const error = (await ending(discord.send(generalId, text('hello'), '1'))) as SlowDown;
    expect(error).toMatchObject({ name: 'SlowDown', scope: 'shared' });
    expect(error.afterMs).toBeGreaterThanOrEqual(42_000);
  });

  test('a bot that opens DMs too fast makes a long pause', async () => {
    const { connect, ada, simulator } = await stage();
    const { discord } = await connect();
    simulator.faults.fail({ path: '/users/@me/channels', when: 'before', status: 403, code: 40003, times: 1 });
    const error = await ending(discord.openDm(ada.id as UserId));
    expect(error).toBeInstanceOf(SlowDown);
    expect((error as SlowDown).afterMs).toBeGreaterThanOrEqual(60_000);
  });
});

/** Something between Discord and us that answers everything itself. */
async function inBetween(
  status: number,
  headers: Record<string, string>,
  body: string,
): Promise<{ readonly api: string; readonly asked: () => number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume();
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, asked: () => asked };
}

test('a file that does not say how large it is is cut off where it becomes too large', async () => {
  const { connect } = await stage();
  const { discord } = await connect();
  const { api } = await inBetween(200, { 'Transfer-Encoding': 'chunked' }, 'x'.repeat(1000));
  expect(await ending(discord.download(api, 999))).toMatchObject({ reason: 'too-large' });
  expect((await discord.download(api, 1000)).byteLength).toBe(1000);
});

describe('What stands between Discord and us', () => {
  test.each([
    ['JSON that says nothing of a pause', 'application/json', '{"code":0,"message":"You are being blocked"}'],
    ['a page', 'text/html', '<html>1015</html>'],
  ])('and blocks our address with %s is left alone for a while, by every request', async (_, type, body) => {
    const clock = testClock();
    onTestFinished(() => clock.release());
    const { api, asked } = await inBetween(429, { 'Content-Type': type }, body);
    const ask = createRest({ token: 'x', api, requestsPerSecond: 50, clock });
    const first = await ending(ask('GET', '/users/@me'));
    expect(first).toBeInstanceOf(SlowDown);
    expect(first).toMatchObject({ scope: 'global' });
    expect((first as SlowDown).afterMs).toBeGreaterThanOrEqual(60_000);
    expect(await ending(ask('POST', '/channels/200000000000000001/messages', { body: {} }))).toBeInstanceOf(SlowDown);
    expect(asked()).toBe(1);
    await clock.pass((first as SlowDown).afterMs, async () => undefined);
    await ending(ask('GET', '/users/@me'));
    expect(asked()).toBe(2);
  });

  test('says how long in the body alone, and is believed', async () => {
    const clock = testClock();
    onTestFinished(() => clock.release());
    const { api } = await inBetween(429, { 'Content-Type': 'application/json' }, '{"retry_after":7.5}');
    const ask = createRest({ token: 'x', api, requestsPerSecond: 50, clock });
    const error = (await ending(ask('GET', '/users/@me'))) as SlowDown;
    expect(error.afterMs).toBeGreaterThanOrEqual(7_500);
    expect(error.afterMs).toBeLessThan(9_000);
  });

  test('refuses nothing for good, except what is too large to pass', async () => {
    const refused = async (status: number): Promise<unknown> => {
      const { api } = await inBetween(status, { 'Content-Type': 'text/html' }, '<html>no</html>');
      const ask = createRest({ token: 'x', api, requestsPerSecond: 50, clock: systemClock });
      return ending(ask('POST', '/channels/200000000000000001/messages', { body: {} }));
    };
    for (const status of [400, 403, 404, 408]) expect(await refused(status)).toMatchObject({ name: 'RequestFailed' });
    expect(await refused(413)).toMatchObject({ name: 'Refused', reason: 'too-large' });
  });
});
