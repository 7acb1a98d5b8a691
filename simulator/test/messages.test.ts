import type { API } from '@discordjs/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bytes, clientOf, refusal } from './client.ts';
import { library, type Library } from './library.ts';

let here: Library;
let api: API;

beforeEach(async () => {
  here = await library();
  api = clientOf(here);
});
afterEach(() => here.simulator.stop());

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const post = (body: Parameters<API['channels']['createMessage']>[1]) => api.channels.createMessage(here.general, body);

describe('a bot that writes', () => {
  test('attaches files, described in the body, which everyone can download', async () => {
    const message = await post({
      content: 'two files',
      files: [
        { name: 'a.txt', data: Buffer.from('first'), contentType: 'text/plain' },
        { name: 'b.png', data: Buffer.from('second') },
      ],
      attachments: [
        { id: 0, filename: 'a.txt', description: 'the first' },
        { id: 1, filename: 'b.png' },
      ],
    });
    expect(message.attachments.map(({ filename, size, description }) => [filename, size, description])).toEqual([
      ['a.txt', 5, 'the first'],
      ['b.png', 6, undefined],
    ]);
    const download = await fetch(message.attachments[0]!.url);
    expect(await download.text()).toBe('first');
    expect(here.ada.reads('general').at(-1)?.attachments).toHaveLength(2);
  });

  test('gets the same message back for a repeated nonce, and nobody sees it twice', async () => {
    const first = await post({ content: 'once', nonce: 'delivery-1', enforce_nonce: true });
    const files = [{ name: 'again.txt', data: Buffer.from('again') }];
    const again = await post({ content: 'once', nonce: 'delivery-1', enforce_nonce: true, files });
    expect(again.id).toBe(first.id);
    expect(first.nonce).toBe('delivery-1');
    expect(here.ada.reads('general')).toHaveLength(1);
    // The second try's file is not kept.
    expect(here.simulator.world.state.uploads.size).toBe(0);
    await api.channels.deleteMessage(here.general, first.id);
    const deleted = post({ content: 'once', nonce: 'delivery-1', enforce_nonce: true });
    expect(await refusal(deleted)).toMatchObject({ status: 404, code: 10008 });
  });

  test('replies; to a message that is gone only when it does not insist', async () => {
    const said = await here.ada.types('general', 'question');
    const answer = await post({ content: 'answer', message_reference: { message_id: said.id } });
    expect(answer.type).toBe(19);
    expect(answer.referenced_message?.content).toBe('question');
    const elsewhere = { message_id: said.id, channel_id: here.desk };
    expect(await refusal(post({ content: 'answer', message_reference: elsewhere }))).toMatchObject({ code: 50035 });
    const gone = { message_id: '1200000000000000000' };
    expect(await refusal(post({ content: 'lost', message_reference: gone }))).toMatchObject({ code: 50035 });
    const degraded = await post({ content: 'lost', message_reference: { ...gone, fail_if_not_exists: false } });
    expect(degraded.type).toBe(0);
  });

  test.each([
    ['nothing at all', {}, 50006, []],
    ['only white space', { content: ' \n ' }, 50006, []],
    ['2001 characters', { content: 'x'.repeat(2001) }, 50035, ['content BASE_TYPE_MAX_LENGTH']],
    ['a long nonce', { content: 'x', nonce: 'n'.repeat(26) }, 50035, ['nonce BASE_TYPE_MAX_LENGTH']],
    [
      'a misspelt field inside',
      { content: 'x', allowed_mentions: { parsed: [] } } as never,
      50035,
      ['allowed_mentions.parsed UNKNOWN_FIELD'],
    ],
    [
      'mentions that contradict each other',
      { content: 'x', allowed_mentions: { parse: ['users' as never], users: ['123456789012345678'] } },
      50035,
      ['allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
    ],
    [
      '11 embeds',
      { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) },
      50035,
      ['embeds BASE_TYPE_MAX_LENGTH'],
    ],
    ['an empty embed', { embeds: [{}] }, 50035, ['embeds.0 EMBED_EMPTY']],
    ['a long title', { embeds: [{ title: 'x'.repeat(257) }] }, 50035, ['embeds.0.title BASE_TYPE_MAX_LENGTH']],
    [
      'a field without a value',
      { embeds: [{ fields: [{ name: 'x', value: ' ' }] }] },
      50035,
      ['embeds.0.fields.0.value BASE_TYPE_REQUIRED'],
    ],
    [
      'more than 6000 characters in all its embeds',
      { embeds: [{ description: 'x'.repeat(4000) }, { footer: { text: 'x'.repeat(2001) } }] },
      50035,
      ['embeds MAX_EMBED_SIZE_EXCEEDED'],
    ],
    ['a sticker', { sticker_ids: ['123456789012345678'] as [string] }, 50081, []],
  ])('is refused for %s', async (_, body, code, fields) => {
    expect(await refusal(post(body))).toEqual({ status: 400, code, fields });
  });

  test('counts characters, not UTF-16 units', async () => {
    const message = await post({ content: '🦉'.repeat(2000) });
    expect(message.content).toHaveLength(4000);
  });

  test('is refused for the eleventh file, and for one over 10 MiB unless the server is boosted', async () => {
    const file = (size: number) => ({ name: 'a.bin', data: Buffer.from(bytes(size)) });
    const many = post({ files: Array.from({ length: 11 }, () => file(1)) });
    expect(await refusal(many)).toMatchObject({ status: 400, code: 30015 });
    const large = 10 * 1024 * 1024 + 1;
    expect(await refusal(post({ files: [file(large)] }))).toMatchObject({ status: 413, code: 40005 });
    // What is refused after the upload leaves no bytes behind.
    here.ada.blocksTheBot();
    const dm = await api.users.createDM(here.ada.id);
    const refused = api.channels.createMessage(dm.id, { files: [file(9)] });
    expect(await refusal(refused)).toMatchObject({ code: 50007 });
    expect(here.simulator.world.state.uploads.size).toBe(0);
    here.simulator.world.state.guilds.get(here.guild)!.premiumTier = 2;
    expect((await post({ files: [file(large)] })).attachments[0]?.size).toBe(large);
    expect(await refusal(post({ files: [file(26 * 1024 * 1024)] }))).toMatchObject({ status: 413, code: 40005 });
    const together = post({ files: [file(13 * 1024 * 1024), file(13 * 1024 * 1024)] });
    expect(await refusal(together)).toMatchObject({ status: 413, code: 40005 });
  });

  test('finds each file by its number, in whatever order they are described', async () => {
    const { attachments } = await post({
      files: [
        { name: 'a.txt', key: 'files[7]', data: Buffer.from('seven') },
        { name: 'b.txt', key: 'files[2]', data: Buffer.from('two') },
      ],
      attachments: [
        { id: 2, description: 'number two' },
        { id: 7, description: 'number seven', filename: 'renamed.txt' },
      ],
    });
    expect(attachments.map(({ filename, size, description }) => [filename, size, description])).toEqual([
      ['renamed.txt', 5, 'number seven'],
      ['b.txt', 3, 'number two'],
    ]);
    const nobody = post({ files: [{ name: 'a.txt', data: Buffer.from('a') }], attachments: [{ id: 1 }] });
    expect(await refusal(nobody)).toMatchObject({ fields: ['attachments.0.id ATTACHMENT_NOT_FOUND'] });
    const twice = post({ files: [{ name: 'a.txt', data: Buffer.from('a') }], attachments: [{ id: 0 }, { id: 0 }] });
    expect(await refusal(twice)).toMatchObject({ fields: ['attachments.1.id ATTACHMENT_ID_DUPLICATED'] });
    const long = post({
      files: [{ name: 'a.txt', data: Buffer.from('a') }],
      attachments: [{ id: 0, description: 'x'.repeat(1025) }],
    });
    expect(await refusal(long)).toMatchObject({ fields: ['attachments.0.description BASE_TYPE_MAX_LENGTH'] });
  });
});

describe('a bot that edits', () => {
  test('keeps only the files that it lists, and adds new ones', async () => {
    const files = ['a', 'b'].map((name) => ({ name: `${name}.txt`, data: Buffer.from(name) }));
    const message = await post({ content: 'files', files });
    const edited = await api.channels.editMessage(here.general, message.id, {
      attachments: [{ id: message.attachments[1]!.id }, { id: '0', filename: 'c.txt' }],
      files: [{ name: 'c.txt', data: Buffer.from('c') }],
    });
    expect(edited.attachments.map(({ filename }) => filename)).toEqual(['b.txt', 'c.txt']);
    const untouched = await api.channels.editMessage(here.general, message.id, { content: 'still' });
    expect(untouched.attachments).toHaveLength(2);
    const more = Array.from({ length: 9 }, (_, at) => ({ name: `${at}.txt`, data: Buffer.from('x') }));
    const many = api.channels.editMessage(here.general, message.id, { files: more });
    expect(await refusal(many)).toMatchObject({ status: 400, code: 30015 });
    const large = [{ name: 'a.bin', data: Buffer.from(bytes(10 * 1024 * 1024 + 1)) }];
    const heavy = api.channels.editMessage(here.general, message.id, { files: large });
    expect(await refusal(heavy)).toMatchObject({ status: 413, code: 40005 });
    const unknown = api.channels.editMessage(here.general, message.id, { attachments: [{ id: '123456789012345678' }] });
    expect(await refusal(unknown)).toMatchObject({ fields: ['attachments.0.id ATTACHMENT_NOT_FOUND'] });
  });

  test('cannot leave nothing, nor touch what others wrote', async () => {
    const own = await post({ content: 'mine' });
    expect(await refusal(api.channels.editMessage(here.general, own.id, { content: '' }))).toMatchObject({
      code: 50006,
    });
    const { id } = await here.ada.types('general', 'hers');
    const foreign = api.channels.editMessage(here.general, id, { content: 'changed' });
    expect(await refusal(foreign)).toMatchObject({ status: 403, code: 50005 });
  });
});

describe('a bot that reads', () => {
  test('pages through a channel, newest first', async () => {
    const ids: string[] = [];
    for (const content of ['1', '2', '3', '4', '5']) ids.push((await here.ada.types('general', content)).id);
    const contents = async (query: Parameters<API['channels']['getMessages']>[1]) =>
      (await api.channels.getMessages(here.general, query)).map(({ content }) => content);
    expect(await contents({ limit: 2 })).toEqual(['5', '4']);
    expect(await contents({ before: ids[3]!, limit: 2 })).toEqual(['3', '2']);
    expect(await contents({ after: ids[1]!, limit: 2 })).toEqual(['4', '3']);
    expect(await contents({ around: ids[2]!, limit: 3 })).toEqual(['4', '3', '2']);
    expect(await refusal(api.channels.getMessages(here.general, { limit: 101 }))).toMatchObject({
      fields: ['limit NUMBER_TYPE_MAX'],
    });
  });

  test('finds texts empty without the Message Content intent, but for its own, DMs and mentions', async () => {
    here.application.intents.content = false;
    await here.ada.types('general', 'secret');
    await here.ada.types('general', `<@${here.application.id}> please`);
    await post({ content: 'mine' });
    const dm = await here.ada.dms('private');
    const seen = await api.channels.getMessages(here.general);
    expect(seen.map(({ content }) => content)).toEqual(['mine', `<@${here.application.id}> please`, '']);
    expect((await api.channels.getMessage(dm.channelId, dm.id)).content).toBe('private');
  });

  test('sees no history where it may not read it, and does not reply to it', async () => {
    const said = await here.ada.types('general', 'before');
    const deny = String(1n << 16n);
    const bot = here.application.userId;
    await api.channels.editPermissionOverwrite(here.general, bot, { type: 1, deny });
    here.simulator.world.state.guilds.get(here.guild)!.members.get(bot)!.roles.clear();
    expect(await api.channels.getMessages(here.general)).toEqual([]);
    const answer = post({ content: 'answer', message_reference: { message_id: said.id } });
    expect(await refusal(answer)).toMatchObject({ status: 403, code: 160002 });
  });

  test('does not find what is only shown to somebody else', async () => {
    const { id } = await here.ada.types('general', 'x');
    here.simulator.world.state.messages.get(here.general)!.get(id)!.onlyFor = here.ada.id;
    expect(await api.channels.getMessages(here.general)).toEqual([]);
    expect(await refusal(api.channels.getMessage(here.general, id))).toMatchObject({ code: 10008 });
  });
});

test('many messages are deleted at once, but at least two and none twice', async () => {
  const ids = await Promise.all(['1', '2', '3'].map(async (content) => (await here.ada.types('general', content)).id));
  await api.channels.bulkDeleteMessages(here.general, ids.slice(0, 2));
  expect(here.ada.reads('general').map(({ content }) => content)).toEqual(['3']);
  expect(await refusal(api.channels.bulkDeleteMessages(here.general, [ids[2]!]))).toMatchObject({
    fields: ['messages BASE_TYPE_BAD_LENGTH'],
  });
  const twice = api.channels.bulkDeleteMessages(here.general, [ids[2]!, ids[2]!]);
  expect(await refusal(twice)).toMatchObject({ fields: ['messages BASE_TYPE_DUPLICATES'] });
});

test('reactions are counted, listed and taken away', async () => {
  const { id } = await here.ada.types('general', 'nice');
  await here.ada.reacts(id, '👍');
  await api.channels.addMessageReaction(here.general, id, '👍');
  const message = await api.channels.getMessage(here.general, id);
  expect(message.reactions?.map(({ count, me, emoji }) => [emoji.name, count, me])).toEqual([['👍', 2, true]]);
  const users = await api.channels.getMessageReactions(here.general, id, '👍');
  expect(users.map(({ username }) => username)).toContain('ada');
  const after = users.map((user) => user.id).sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))[0]!;
  expect(await api.channels.getMessageReactions(here.general, id, '👍', { after })).toHaveLength(1);
  await api.channels.deleteUserMessageReaction(here.general, id, '👍', here.ada.id);
  await api.channels.deleteOwnMessageReaction(here.general, id, '👍');
  expect((await api.channels.getMessage(here.general, id)).reactions).toBeUndefined();
  await here.ada.reacts(id, '👍');
  await api.channels.deleteAllMessageReactions(here.general, id);
  expect((await api.channels.getMessage(here.general, id)).reactions).toBeUndefined();
  expect(await refusal(api.channels.addMessageReaction(here.general, id, 'nonsense'))).toMatchObject({ code: 10014 });
});

test('pins are listed on the old path and on the new', async () => {
  const { id } = await here.ada.types('general', 'keep this');
  const pins = (path: '/pins' | '/messages/pins') => api.rest.get(`/channels/${here.general}${path}`);
  await api.channels.pinMessage(here.general, id);
  expect(await pins('/messages/pins')).toMatchObject({ items: [{ message: { id, pinned: true } }], has_more: false });
  expect(await pins('/pins')).toMatchObject([{ id }]);
  await api.channels.unpinMessage(here.general, id);
  expect(await pins('/messages/pins')).toEqual({ items: [], has_more: false });
});

test('a voice message is one audio file with its length and its wave, and nothing else', async () => {
  const voice = { flags: 8192, files: [{ name: 'v.ogg', data: Buffer.from(text('ogg')), contentType: 'audio/ogg' }] };
  const attachments = [{ id: 0, filename: 'v.ogg', duration_secs: 2.5, waveform: 'AAAA' }];
  expect(await refusal(post({ ...voice, attachments, content: 'and text' }))).toMatchObject({ code: 50159 });
  expect(await refusal(post(voice))).toMatchObject({ code: 50161 });
  const message = await post({ ...voice, attachments });
  expect(message.attachments[0]).toMatchObject({ duration_secs: 2.5, waveform: 'AAAA' });
});
