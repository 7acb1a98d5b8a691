import { afterEach, describe, expect, test } from 'vitest';
import { handClock } from './hand-clock.ts';
import { allIntents, connect, identified, leaveNobodyConnected } from './gateway-client.ts';
import { library } from './library.ts';

afterEach(leaveNobodyConnected);

describe('a client that identifies', () => {
  test('is told who it is, then of every server it is in', async () => {
    const here = await library();
    const client = connect(here);
    expect(await client.next(({ op }) => op === 10)).toMatchObject({
      t: null,
      s: null,
      d: { heartbeat_interval: 41250 },
    });
    client.say(2, { token: here.application.token, intents: allIntents, properties: {} });
    const ready = await client.next('READY');
    expect(ready).toMatchObject({
      s: 1,
      d: {
        v: 10,
        user: { id: here.application.userId, bot: true },
        guilds: [{ id: here.guild, unavailable: true }],
        application: { id: here.application.id, flags: (1 << 13) | (1 << 15) | (1 << 19) },
        resume_gateway_url: `${here.simulator.url.replace('http', 'ws')}/gateway`,
      },
    });
    const { d } = await client.next('GUILD_CREATE');
    expect(d).toMatchObject({ id: here.guild, name: 'Library', member_count: 4, large: false, unavailable: false });
    expect(d.channels).toMatchObject([{ name: 'general' }, { name: 'desk' }, { name: 'questions' }]);
    expect(d.members).toMatchObject([{ user: { username: 'Librarian' } }]);
    expect(here.simulator.sequenceOf(here.application.id)).toBe(2);
  });

  test.each([
    ['with a wrong token', { token: 'wrong' }, 4004],
    ['with intents that do not exist', { intents: 1 << 19 }, 4013],
    ['without intents', { intents: undefined }, 4013],
    ['as a shard that is not among them', { shard: [2, 2] }, 4010],
  ])('is refused %s', async (_, wrong, code) => {
    const here = await library();
    const client = connect(here);
    await client.next(({ op }) => op === 10);
    client.say(2, { token: here.application.token, intents: 1, ...wrong });
    expect(await client.closed).toBe(code);
  });

  test.each([
    ['Presences', 'presences', 1 << 8],
    ['Members', 'members', 1 << 1],
    ['Message Content', 'content', 1 << 15],
  ] as const)('is refused with the %s intent when the portal has it off', async (_, name, bit) => {
    const here = await library();
    here.application.intents[name] = false;
    const client = connect(here);
    await client.next(({ op }) => op === 10);
    client.say(2, { token: here.application.token, intents: 1 | bit });
    expect(await client.closed).toBe(4014);
  });

  test('is refused when it does so twice', async () => {
    const here = await library();
    const client = await identified(here);
    client.say(2, { token: here.application.token, intents: 1 });
    expect(await client.closed).toBe(4005);
  });

  test('is told how many starts are left today, and loses its token with one too many', async () => {
    const clock = handClock();
    const here = await library({ clock, enforceLimits: true });
    const { world } = here.simulator;
    const { token } = here.application;
    const left = async () => {
      const headers = { Authorization: `Bot ${here.application.token}` };
      const answer = await fetch(`${here.simulator.url}/api/v10/gateway/bot`, { headers });
      return ((await answer.json()) as { session_start_limit: object }).session_start_limit;
    };
    expect(await left()).toEqual({ total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 });
    const first = await identified(here);
    clock.pass(60_000);
    expect(await left()).toMatchObject({ remaining: 999, reset_after: 24 * 60 * 60_000 - 60_000 });
    world.sessionStarts.get(here.application.id)!.used = 1000;
    const last = connect(here);
    await last.next(({ op }) => op === 10);
    last.say(2, { token, intents: 0, properties: {} });
    expect([await last.closed, await first.closed]).toEqual([4004, 4004]);
    expect(here.application.token).not.toBe(token);
    clock.pass(24 * 60 * 60_000);
    expect(await left()).toMatchObject({ remaining: 1000 });
    await identified(here);
  });

  test('is asked to wait five seconds for the next one where limits are enforced', async () => {
    const clock = handClock();
    const here = await library({ clock, enforceLimits: true });
    await identified(here);
    const second = connect(here);
    await second.next(({ op }) => op === 10);
    second.say(2, { token: here.application.token, intents: 1 });
    expect(await second.next(({ op }) => op === 9)).toMatchObject({ d: false });
    clock.pass(5000);
    second.say(2, { token: here.application.token, intents: 1 });
    await second.next('READY');
  });
});

describe('asking for members', () => {
  test.each([
    ['all of them, with their intent', allIntents, { query: '', limit: 0 }, ['olive', 'Librarian', 'ada', 'sam']],
    ['none of them all, without it', allIntents & ~(1 << 1), { query: '', limit: 0 }, []],
    ['those whose name begins so', 1, { query: 'SA', limit: 5 }, ['sam']],
  ])('brings %s', async (_, intents, wanted, names) => {
    const here = await library();
    const client = await identified(here, { intents });
    client.say(8, { guild_id: here.guild, nonce: 'n', ...wanted });
    expect((await client.next('GUILD_MEMBERS_CHUNK')).d).toMatchObject({
      guild_id: here.guild,
      members: names.map((username) => ({ user: { username } })),
      chunk_index: 0,
      chunk_count: 1,
      nonce: 'n',
    });
  });

  test('brings those with the ids, and says who is not there', async () => {
    const here = await library();
    const client = await identified(here, { intents: 1 });
    client.say(8, { guild_id: here.guild, user_ids: [here.ada.id, here.guild] });
    expect((await client.next('GUILD_MEMBERS_CHUNK')).d).toMatchObject({
      members: [{ user: { id: here.ada.id } }],
      not_found: [here.guild],
    });
  });
});

describe('a connection', () => {
  test.each([
    ['says something that is no JSON', 'hello?', 4002],
    ['says more than 4096 bytes', JSON.stringify({ op: 1, d: 'x'.repeat(4096) }), 4002],
    ['asks for members before it has identified', JSON.stringify({ op: 8, d: {} }), 4003],
  ])('is closed when it %s', async (_, text, code) => {
    const here = await library();
    const client = connect(here);
    await client.next(({ op }) => op === 10);
    client.text(text);
    expect(await client.closed).toBe(code);
  });

  test('is closed for an operation that does not exist, and for another version', async () => {
    const here = await library();
    const client = await identified(here);
    client.say(99, null);
    expect(await client.closed).toBe(4001);
    expect(await connect(here, 'v=6&encoding=json').closed).toBe(4012);
  });

  test('is closed at the 121st frame of a minute', async () => {
    const clock = handClock();
    const here = await library({ clock });
    const client = connect(here);
    await client.next(({ op }) => op === 10);
    for (let beat = 0; beat < 120; beat += 1) client.say(1, null);
    for (let beat = 0; beat < 120; beat += 1) await client.next(({ op }) => op === 11);
    clock.pass(60_000);
    for (let beat = 0; beat < 121; beat += 1) client.say(1, null);
    expect(await client.closed).toBe(4008);
    expect(client.frames.filter(({ op }) => op === 11)).toHaveLength(240);
  });

  test('gets an answer to each heartbeat, unless heartbeats are muted', async () => {
    const here = await library();
    const client = await identified(here);
    client.say(1, 1);
    expect(await client.next(({ op }) => op === 11)).toMatchObject({ t: null, s: null });
    here.simulator.faults.muteHeartbeats(true);
    client.say(1, 1);
    client.say(8, { guild_id: here.guild, query: 'ada', limit: 1 });
    await client.next('GUILD_MEMBERS_CHUNK');
    expect(client.frames.filter(({ op }) => op === 11)).toHaveLength(1);
  });

  test('can be asked for a heartbeat and for a reconnect, and is closed when it stays', async () => {
    const clock = handClock();
    const here = await library({ clock });
    const client = await identified(here);
    here.simulator.faults.askHeartbeat();
    await client.next(({ op }) => op === 1);
    here.simulator.faults.askReconnect();
    await client.next(({ op }) => op === 7);
    clock.pass(5000);
    expect(await client.closed).toBe(4000);
  });

  test('is refused while the gateway is down', async () => {
    const here = await library();
    here.simulator.faults.refuseGateway(true);
    const client = connect(here);
    await client.closed;
    expect(client.frames).toEqual([]);
    here.simulator.faults.refuseGateway(false);
    await identified(here);
  });

  test('may be compressed: one zlib stream, each frame with its end', async () => {
    const here = await library();
    const client = await identified(here, { query: 'v=10&encoding=json&compress=zlib-stream' });
    const texts = Array.from({ length: 40 }, (_, index) => `line ${index} ${'é'.repeat(index)}`);
    for (const text of texts) await here.ada.types('general', text);
    for (const text of texts) expect((await client.next('MESSAGE_CREATE')).d.content).toBe(text);
  });
});
