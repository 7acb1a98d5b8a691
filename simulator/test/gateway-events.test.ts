import { afterEach, describe, expect, test } from 'vitest';
import { createThread } from '../src/acts/create-thread.ts';
import { deleteOverwrite } from '../src/acts/edit-channel.ts';
import { editThread } from '../src/acts/edit-thread.ts';
import { editMember, leaveGuild } from '../src/acts/members.ts';
import { createWebhook } from '../src/acts/webhooks.ts';
import { postMessage } from '../src/acts/post-message.ts';
import { allIntents, identified, leaveNobodyConnected } from './gateway-client.ts';
import { library } from './library.ts';

afterEach(leaveNobodyConnected);

const withoutContent = allIntents & ~(1 << 15);
const withoutMembers = allIntents & ~(1 << 1);

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

  test('is nothing of servers that it is not in', async () => {
    const here = await library();
    const { seed } = here.simulator;
    const elsewhere = seed.guild({ name: 'Elsewhere', owner: here.ada.id });
    const client = await identified(here);
    seed.join(elsewhere.id, here.sam.id);
    seed.channel(elsewhere.id, { name: 'over-there' });
    seed.join(here.guild, seed.user({ username: 'eve' }).id);
    expect(await client.next('GUILD_MEMBER_ADD')).toMatchObject({ s: 3, d: { guild_id: here.guild } });
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

  test('has no content either in what is replied to, but in what its own webhooks say', async () => {
    const here = await library();
    const client = await identified(here, { intents: withoutContent });
    const secret = await here.ada.types('general', 'secret');
    await here.sam.types('general', `<@${here.application.userId}> look`, { replyTo: secret.id });
    expect((await client.next(({ d }) => d?.type === 19)).d).toMatchObject({
      content: expect.stringContaining('look'),
      referenced_message: { id: secret.id, content: '' },
    });
    const { world } = here.simulator;
    const hook = { name: 'hook', applicationId: here.application.id };
    const webhook = createWebhook(world, here.application.userId, here.general, hook);
    postMessage(world, { channelId: here.general, by: { as: 'webhook', webhook, face: null }, content: 'from us' });
    expect((await client.next(({ d }) => d?.webhook_id === webhook.id)).d.content).toBe('from us');
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

  test('can be lost when that is asked for', async () => {
    const here = await library();
    const client = await identified(here);
    here.simulator.faults.duplicate({ event: 'MESSAGE_CREATE', copies: 0, times: 1 });
    await here.ada.types('general', 'lost');
    await here.ada.types('general', 'heard');
    expect(await client.next('MESSAGE_CREATE')).toMatchObject({ s: 3, d: { content: 'heard' } });
  });

  test('of a server at the start names its id once, and only active threads that it sees', async () => {
    const here = await library();
    const { world } = here.simulator;
    const bot = here.application.userId;
    const open = createThread(world, bot, here.general, { name: 'open', type: 11 });
    const closed = createThread(world, bot, here.general, { name: 'closed', type: 11 });
    editThread(world, bot, closed, { archived: true });
    const client = await identified(here);
    const guild = client.frames.find(({ t }) => t === 'GUILD_CREATE')?.d;
    expect(guild?.threads).toEqual([
      expect.objectContaining({ id: open.id, member: { join_timestamp: expect.any(String), flags: 0 } }),
    ]);
    expect(guild?.channels).not.toContainEqual(expect.objectContaining({ guild_id: here.guild }));
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
