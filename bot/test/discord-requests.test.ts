import { describe, expect, test } from 'vitest';
import type { Discord, DrawnMessage } from '../src/discord.ts';
import type { ChannelId, MessageId, RoleId, UserId } from '../src/ids.ts';
import { ending, stage } from './discord-connected.ts';

const text = (words: string): DrawnMessage => ({ text: words });

describe('Sending as the bot', () => {
  test('twice with the same nonce is sending once', async () => {
    const { connect, generalId, ada, general } = await stage();
    const { discord } = await connect();
    const first = await discord.send(generalId, text('hello'), 'owed-1');
    expect(await discord.send(generalId, text('hello'), 'owed-1')).toBe(first);
    expect(await discord.send(generalId, text('hello'), 'owed-2')).not.toBe(first);
    expect(ada.reads(general).map(({ content }) => content)).toEqual(['hello', 'hello']);
  });

  test('pings nobody, neither new nor edited, unless it is wanted', async () => {
    const { connect, generalId, ada, general, staffRole } = await stage();
    const { discord } = await connect();
    const loud = text(`@everyone <@&${staffRole}> <@${ada.id}>`);
    const id = await discord.send(generalId, loud, '1');
    await discord.editMessage(generalId, id, loud);
    const wanted = { ...loud, pings: { roles: [staffRole as RoleId], users: [ada.id as UserId] } };
    await discord.send(generalId, wanted, '2');
    const [quiet, pinging] = ada.reads(general);
    expect(quiet).toMatchObject({ mentionEveryone: false, mentions: [], mentionRoles: [] });
    expect(pinging).toMatchObject({ mentionEveryone: false, mentions: [ada.id], mentionRoles: [staffRole] });
  });

  test('shows embeds, buttons, links and selects, and an edit takes them away again', async () => {
    const { connect, generalId, ada, general } = await stage();
    const { discord } = await connect();
    const id = await discord.send(
      generalId,
      {
        text: 'card',
        embeds: [
          {
            title: 'Ticket',
            text: 'details',
            colour: 0x5865f2,
            author: { name: 'Ada', iconUrl: 'https://cdn.discordapp.com/embed/avatars/0.png' },
            fields: [{ name: 'Joined', value: 'today', inline: true }],
            footer: 'footer',
            at: Date.UTC(2026, 0, 1),
          },
        ],
        rows: [
          [
            { id: 'close', label: 'Close', style: 'danger', emoji: '🔒' },
            { label: 'Docs', url: 'https://example.org' },
          ],
          { id: 'server', placeholder: 'Which server?', choices: [{ value: '1', label: 'One', description: 'first' }] },
        ],
      },
      '1',
    );
    const [card] = ada.reads(general);
    expect(card?.embeds).toMatchObject([
      { title: 'Ticket', description: 'details', color: 0x5865f2, timestamp: '2026-01-01T00:00:00.000Z' },
    ]);
    expect(card?.components).toMatchObject([
      {
        components: [
          { custom_id: 'close', style: 4 },
          { style: 5, url: 'https://example.org' },
        ],
      },
      { components: [{ type: 3, custom_id: 'server', options: [{ value: '1', description: 'first' }] }] },
    ]);
    await discord.editMessage(generalId, id, text('gone'));
    expect(ada.reads(general)[0]).toMatchObject({ content: 'gone', embeds: [], components: [] });
  });

  test('replies, also to a message that is gone', async () => {
    const { connect, generalId, ada, general } = await stage();
    const { discord } = await connect();
    const question = await ada.types(general, 'a question');
    const answer = { text: 'an answer', replyTo: question.id as MessageId };
    await discord.send(generalId, answer, '1');
    expect(ada.reads(general)[1]).toMatchObject({ reference: { messageId: question.id }, mentions: [] });
    await ada.deletes(question.id);
    await discord.send(generalId, { ...answer, text: 'too late' }, '2');
    expect(ada.reads(general).at(-1)).toMatchObject({ content: 'too late' });
  });

  test('carries files with their bytes, names and descriptions', async () => {
    const { connect, generalId } = await stage();
    const { discord } = await connect();
    const bytes = new Uint8Array(Array.from({ length: 1000 }, (_, index) => index % 256));
    const name = 'odd "name" – ü.png';
    const id = await discord.send(
      generalId,
      { text: '', files: [{ name, description: 'noise', spoiler: true, bytes: async () => bytes }] },
      '1',
    );
    const [file] = (await discord.message(generalId, id)).files;
    expect(file).toMatchObject({ size: 1000, description: 'noise', spoiler: true, type: 'image/png' });
    expect(await discord.download(file!.url, 1000)).toEqual(bytes);
    expect(await ending(discord.download(file!.url, 999))).toMatchObject({ reason: 'too-large' });
    expect(await ending(discord.download('file:///etc/passwd', 999))).toMatchObject({ reason: 'invalid' });
  });

  test('a file whose link is dead cannot be downloaded any more', async () => {
    const { connect, generalId, clock } = await stage();
    const { discord } = await connect();
    const file = { name: 'a.txt', bytes: async () => new Uint8Array([1]) };
    const id = await discord.send(generalId, { text: '', files: [file] }, '1');
    const url = (await discord.message(generalId, id)).files[0]!.url;
    await clock.pass(3 * 24 * 3_600_000, async () => undefined);
    expect(await ending(discord.download(url, 1000))).toMatchObject({ reason: 'expired' });
  });

  test('makes no previews of links when told so, but keeps its own embeds', async () => {
    const { connect, generalId, ada, general } = await stage();
    const { discord } = await connect();
    await discord.send(generalId, { text: 'https://example.org', noPreviews: true }, '1');
    await discord.send(generalId, { text: 'x', noPreviews: true, embeds: [{ title: 'own' }] }, '2');
    expect(ada.reads(general).map(({ flags }) => flags & 4)).toEqual([4, 0]);
  });
});

describe('Reading', () => {
  test('messages come oldest first, after one or before one', async () => {
    const { connect, generalId, ada, general, guildId } = await stage();
    const { discord } = await connect();
    const ids: MessageId[] = [];
    for (const words of ['a', 'b', 'c', 'd']) ids.push((await ada.types(general, words)).id as MessageId);
    const texts = async (range: Parameters<Discord['messages']>[1]): Promise<string[]> =>
      (await discord.messages(generalId, range)).map((message) => message.text);
    expect(await texts({ limit: 100 })).toEqual(['a', 'b', 'c', 'd']);
    expect(await texts({ limit: 2, after: ids[0]! })).toEqual(['b', 'c']);
    expect(await texts({ limit: 2, before: ids[3]! })).toEqual(['b', 'c']);
    expect(await discord.message(generalId, ids[0]!, guildId)).toMatchObject({ text: 'a', guild: guildId });
  });

  test('members are found with their roles, or not at all', async () => {
    const { connect, guildId, sam, ada, staffRole, simulator, guild } = await stage();
    const { discord } = await connect();
    expect(await discord.member(guildId, sam.id as UserId)).toMatchObject({
      account: { username: 'sam', displayName: 'Sam' },
      roles: [staffRole],
      joinedAt: expect.any(Number),
    });
    ada.leaves(guild);
    expect(await discord.member(guildId, ada.id as UserId)).toBeNull();
    const stranger = simulator.seed.user({ username: 'stranger' });
    expect(await discord.member(guildId, stranger.id as UserId)).toBeNull();
  });

  test('a server is known with its owner and roles, its channels with their kinds', async () => {
    const { connect, guildId, desk, forum, generalId, staffRole } = await stage();
    const { discord } = await connect();
    const guild = await discord.guild(guildId);
    expect(guild).toMatchObject({ id: guildId, name: 'Library' });
    expect(guild.roles.find(({ id }) => id === staffRole)).toMatchObject({ name: 'Staff' });
    const channels = await discord.channels(guildId);
    expect(channels.find(({ id }) => id === forum)).toMatchObject({ type: 'forum', guild: guildId });
    const hidden = channels.find(({ id }) => id === desk);
    expect(hidden?.overwrites).toContainEqual({ id: guildId, of: 'role', allow: 0n, deny: 1n << 10n });
    expect(await discord.channel(generalId)).toMatchObject({ type: 'text', name: 'general', archived: false });
  });
});

describe('Making places', () => {
  test('a channel that only its overwrites show', async () => {
    const { connect, guildId, ada, sam, staffRole, application } = await stage();
    const { discord } = await connect();
    const viewChannel = 1n << 10n;
    const id = await discord.createChannel({
      guild: guildId,
      name: 'modmail-ada',
      category: null,
      topic: 'a ticket',
      overwrites: [
        { id: guildId, of: 'role', allow: 0n, deny: viewChannel },
        { id: staffRole, of: 'role', allow: viewChannel, deny: 0n },
        { id: application.userId, of: 'member', allow: viewChannel, deny: 0n },
      ],
    });
    expect([sam.sees(id), ada.sees(id)]).toEqual([true, false]);
    await discord.deleteChannel(id);
    expect(await ending(discord.channel(id))).toMatchObject({ reason: 'unknown-channel' });
  });

  test('a private thread, and a post whose first message has its id; both can be archived', async () => {
    const { connect, generalId, guildId, forum, simulator } = await stage();
    const { discord } = await connect();
    const thread = await discord.createPrivateThread(generalId, 'modmail-ada');
    const post = await discord.createPost(forum as ChannelId, 'modmail-ada', text('first'), []);
    expect(simulator.world.state.channels.get(thread)?.thread).toMatchObject({ invitable: false });
    expect(await discord.message(post, post as string as MessageId)).toMatchObject({ text: 'first' });
    const open = await discord.activeThreads(guildId);
    expect(open.map(({ id }) => id).toSorted()).toEqual([thread, post].toSorted());
    await discord.changeThread(thread, { archived: true, locked: true });
    expect(await discord.channel(thread)).toMatchObject({ type: 'thread', archived: true, locked: true });
    expect((await discord.activeThreads(guildId)).map(({ id }) => id)).toEqual([post]);
  });

  test('webhooks that speak, edit and delete under any name, also in a thread', async () => {
    const { connect, generalId, ada } = await stage();
    const { discord } = await connect();
    const webhook = await discord.createWebhook(generalId, 'Relay');
    expect(await discord.webhooks(generalId)).toEqual([webhook]);
    const thread = await discord.createPrivateThread(generalId, 'talk');
    const face = { name: 'Ada', avatarUrl: 'https://cdn.discordapp.com/embed/avatars/1.png' };
    const id = await discord.sendAs(webhook, thread, face, text('@everyone hi'));
    const here = await discord.sendAs(webhook, null, face, text('in the open'));
    const read = await discord.message(thread, id);
    expect(read).toMatchObject({ text: '@everyone hi', webhook: webhook.id, author: { username: 'Ada' } });
    await discord.editAs(webhook, thread, id, text('hi'));
    expect(await discord.message(thread, id)).toMatchObject({ text: 'hi' });
    await discord.deleteAs(webhook, thread, id);
    expect(await ending(discord.message(thread, id))).toMatchObject({ reason: 'unknown-message' });
    await discord.deleteAs(webhook, null, here);
    expect(ada.reads(generalId).filter(({ webhookId }) => webhookId !== null)).toEqual([]);
  });

  test('reactions come and go', async () => {
    const { connect, generalId, ada, general } = await stage();
    const { discord } = await connect();
    const { id } = await ada.types(general, 'hello');
    await discord.react(generalId, id as MessageId, '✅');
    expect(ada.reads(general)[0]?.reactions).toMatchObject([{ emoji: { name: '✅' } }]);
    await discord.unreact(generalId, id as MessageId, '✅');
    expect(ada.reads(general)[0]?.reactions).toEqual([]);
  });
});
