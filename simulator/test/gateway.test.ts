import { afterEach, describe, expect, test } from 'vitest';
import { deleteOverwrite } from '../src/acts/edit-channel.ts';
import { editMember, leaveGuild } from '../src/acts/members.ts';
import { postMessage } from '../src/acts/post-message.ts';
import { handClock } from './hand-clock.ts';
import { allIntents, connect, identified, leaveNobodyConnected, resuming } from './gateway-client.ts';
import { library } from './library.ts';

afterEach(leaveNobodyConnected);

const withoutContent = allIntents & ~(1 << 15);
const withoutMembers = allIntents & ~(1 << 1);

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

describe('a client that was away', () => {
  test('gets what it missed, in order and once, when it resumes', async () => {
    const here = await library();
    const client = await identified(here);
    await here.ada.types('general', 'one');
    const heard = (await client.next('MESSAGE_CREATE')).s ?? 0;
    client.vanish();
    await client.closed;
    for (const text of ['two', 'three']) await here.ada.types('general', text);
    const back = await resuming(here, client.ready, heard);
    await back.next('RESUMED');
    expect(back.frames.map(({ t, s, d }) => [t, s, d?.content])).toEqual([
      [null, null, undefined],
      ['MESSAGE_CREATE', heard + 1, 'two'],
      ['MESSAGE_CREATE', heard + 2, 'three'],
      ['RESUMED', heard + 3, undefined],
    ]);
    await here.ada.types('general', 'four');
    expect((await back.next(({ s }) => s === heard + 4)).d.content).toBe('four');
  });

  test('may say that it knows less than it was told, and is told again', async () => {
    const here = await library();
    const client = await identified(here);
    await here.ada.types('general', 'one');
    const { s } = await client.next('MESSAGE_CREATE');
    const back = await resuming(here, client.ready, (s ?? 0) - 1);
    expect((await back.next('MESSAGE_CREATE')).d.content).toBe('one');
    await back.next('RESUMED');
  });

  test.each([[1000], [1001]])('has lost its session when it said goodbye with %i', async (code) => {
    const here = await library();
    const client = await identified(here);
    client.close(code);
    await client.closed;
    const back = await resuming(here, client.ready, 2);
    expect(await back.next(({ op }) => op === 9)).toMatchObject({ d: false });
  });

  test('keeps its session for five minutes after any other goodbye', async () => {
    const clock = handClock();
    const here = await library({ clock });
    let client = await identified(here);
    client.close(4200);
    await client.closed;
    clock.pass(4 * 60_000);
    const back = await resuming(here, client.ready, 2);
    await back.next('RESUMED');
    clock.pass(60 * 60_000);
    back.close(4900);
    await back.closed;
    clock.pass(5 * 60_000 + 1);
    const late = await resuming(here, client.ready, 3);
    expect(await late.next(({ op }) => op === 9)).toMatchObject({ d: false });
    client = await identified(here);
  });

  test('has lost its session when that is broken, and is refused a number that never was', async () => {
    const here = await library();
    const client = await identified(here);
    const ahead = await resuming(here, client.ready, 99);
    expect(await ahead.closed).toBe(4007);
    here.simulator.faults.dropGateway({ resumable: false });
    await client.closed;
    const back = await resuming(here, client.ready, 2);
    await back.next(({ op }) => op === 9);
  });

  test('takes its session over from a connection that is still open', async () => {
    const here = await library();
    const client = await identified(here);
    const second = await resuming(here, client.ready, 2);
    await second.next('RESUMED');
    await client.closed;
    await here.ada.types('general', 'still there?');
    expect((await second.next('MESSAGE_CREATE')).s).toBe(4);
  });
});

describe('what a bot hears', () => {
  test('is only what its intents name', async () => {
    const here = await library();
    const client = await identified(here, { intents: 1 | (1 << 12) });
    await here.ada.types('general', 'in the server');
    await here.ada.startsTyping('general');
    await here.ada.dms('in private');
    expect((await client.next('MESSAGE_CREATE')).d.content).toBe('in private');
    expect(client.events()).toEqual(['READY', 'GUILD_CREATE', 'MESSAGE_CREATE']);
  });

  test('is only what happens where it may look', async () => {
    const here = await library();
    const { seed, world } = here.simulator;
    const client = await identified(here);
    const deny = { id: here.application.userId, type: 'member', allow: 0n, deny: 1n << 10n } as const;
    const hidden = seed.channel(here.guild, { name: 'hidden', overwrites: [deny] });
    expect((await client.next('CHANNEL_CREATE')).d).toMatchObject({
      id: hidden.id,
      name: '___hidden___',
      flags: 1 << 17,
    });
    await here.ada.types('hidden', 'unseen');
    await here.ada.types('general', 'seen');
    expect((await client.next('MESSAGE_CREATE')).d.content).toBe('seen');
    deleteOverwrite(world, null, hidden, here.application.userId);
    expect((await client.next('CHANNEL_UPDATE')).d).toMatchObject({ name: 'hidden', flags: 0 });
  });

  test('has no content without the intent, but in DMs, in its own messages and where it is mentioned', async () => {
    const here = await library();
    const client = await identified(here, { intents: withoutContent });
    const png = { name: 'a.png', bytes: new Uint8Array(8) };
    await here.ada.types('general', 'secret', { files: [png] });
    expect((await client.next('MESSAGE_CREATE')).d).toMatchObject({
      content: '',
      attachments: [],
      author: { username: 'ada' },
    });
    const mention = await here.ada.types('general', `hey <@${here.application.userId}>`);
    expect((await client.next('MESSAGE_CREATE')).d.content).toBe(mention.content);
    await here.ada.dms('in private', { files: [png] });
    expect((await client.next('MESSAGE_CREATE')).d).toMatchObject({
      content: 'in private',
      attachments: [{ size: 8 }],
    });
    const own = postMessage(here.simulator.world, {
      channelId: here.general,
      by: { as: 'account', userId: here.application.userId },
      content: 'mine',
    });
    expect((await client.next('MESSAGE_CREATE')).d.content).toBe('mine');
    await here.ada.types('general', 'answer', { replyTo: own.id });
    expect((await client.next('MESSAGE_CREATE')).d).toMatchObject({
      content: 'answer',
      referenced_message: { content: 'mine' },
    });
    await here.ada.types('general', 'quiet answer', { replyTo: own.id, ping: false });
    expect((await client.next('MESSAGE_CREATE')).d).toMatchObject({
      content: '',
      referenced_message: { content: 'mine' },
    });
  });

  test('comes once for each of its sessions', async () => {
    const here = await library();
    const [one, other] = [await identified(here), await identified(here, { intents: withoutContent })];
    await here.ada.types('general', 'twice');
    expect((await one.next('MESSAGE_CREATE')).d.content).toBe('twice');
    expect((await other.next('MESSAGE_CREATE')).d.content).toBe('');
  });

  test('goes to the shard of its server, and DMs to the first', async () => {
    const here = await library();
    const { seed } = here.simulator;
    const ids = [0, 1].map((remainder) => {
      let id = (BigInt(here.guild) >> 22n) + 2n;
      while (Number(id % 2n) !== remainder) id += 1n;
      return (id << 22n).toString();
    });
    for (const [index, id] of ids.entries()) {
      seed.guild({ id, name: `shard ${index}`, owner: here.ada.id, bot: here.application.id });
      seed.channel(id, { name: `room-${index}` });
    }
    const first = await identified(here, { shard: [0, 2] });
    const second = await identified(here, { shard: [1, 2] });
    expect(second.ready.d.shard).toEqual([1, 2]);
    await here.ada.dms('private');
    await here.ada.types('room-1', 'second');
    await here.ada.types('room-0', 'first');
    expect((await first.next('MESSAGE_CREATE')).d.content).toBe('private');
    expect((await first.next('MESSAGE_CREATE')).d.content).toBe('first');
    expect((await second.next('MESSAGE_CREATE')).d.content).toBe('second');
    expect(second.events().filter((name) => name === 'MESSAGE_CREATE')).toHaveLength(1);
  });

  test('can come several times when that is asked for', async () => {
    const here = await library();
    const client = await identified(here);
    here.simulator.faults.duplicate({ event: 'MESSAGE_CREATE', copies: 3, times: 1 });
    const said = await here.ada.types('general', 'echo');
    await here.ada.types('general', 'once');
    const heard = [];
    for (let copy = 0; copy < 4; copy += 1) heard.push(await client.next('MESSAGE_CREATE'));
    expect(heard.map(({ d }) => d.content)).toEqual(['echo', 'echo', 'echo', 'once']);
    expect(new Set(heard.slice(0, 3).map(({ d }) => d.id))).toEqual(new Set([said.id]));
    expect(heard.map(({ s }) => s)).toEqual([3, 4, 5, 6]);
  });

  test('never says that a DM was opened', async () => {
    const here = await library();
    const client = await identified(here);
    await here.ada.dms('first words');
    const { d } = await client.next('MESSAGE_CREATE');
    expect(d).toMatchObject({ channel_type: 1, author: { username: 'ada' } });
    expect(d).not.toHaveProperty('guild_id');
    expect(client.events()).not.toContain('CHANNEL_CREATE');
  });

  test('of members needs their intent, but for the bot itself', async () => {
    const here = await library();
    const { world, seed } = here.simulator;
    const client = await identified(here, { intents: withoutMembers });
    seed.join(here.guild, seed.user({ username: 'eve' }).id);
    editMember(world, null, here.guild, here.ada.id, { nick: 'Countess' });
    editMember(world, null, here.guild, here.application.userId, { nick: 'Book bot' });
    expect((await client.next('GUILD_MEMBER_UPDATE')).d).toMatchObject({ nick: 'Book bot', guild_id: here.guild });
    expect(client.events()).not.toContain('GUILD_MEMBER_ADD');
    expect(client.events().filter((name) => name === 'GUILD_MEMBER_UPDATE')).toHaveLength(1);
  });

  test('of a server ends when the bot is thrown out, without "unavailable"', async () => {
    const here = await library();
    const { world, seed } = here.simulator;
    const client = await identified(here);
    leaveGuild(world, here.guild, here.application.userId);
    expect((await client.next('GUILD_DELETE')).d).toEqual({ id: here.guild });
    await here.ada.types('general', 'unheard');
    seed.addBot(here.guild, here.application.id);
    expect((await client.next('GUILD_CREATE')).d).toMatchObject({ id: here.guild });
    expect(client.events()).not.toContain('MESSAGE_CREATE');
  });
});
