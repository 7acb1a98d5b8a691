import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { readEvent } from '../src/discord/events.ts';
import type { IncomingMessage } from '../src/incoming.ts';
import type { UserId } from '../src/ids.ts';

const bot = '400000000000000001';
const reader = { cdn: 'https://cdn.discordapp.com', user: bot as UserId };

const ada = {
  id: '300000000000000001',
  username: 'ada',
  discriminator: '0',
  global_name: 'Ada',
  avatar: 'a1b2',
};

function event(name: string, data: object): ReturnType<typeof readEvent> {
  return readEvent(reader, { op: 0, s: 5, t: name, d: data } as unknown as GatewayDispatchPayload);
}

/** What the bot understands of a MESSAGE_CREATE with these fields. */
function message(fields: object): IncomingMessage {
  const read = event('MESSAGE_CREATE', {
    id: '500000000000000001',
    channel_id: '200000000000000001',
    channel_type: 1,
    author: ada,
    content: '',
    timestamp: '2026-11-20T10:00:00.000000+00:00',
    edited_timestamp: null,
    mentions: [],
    attachments: [],
    embeds: [],
    components: [],
    type: 0,
    flags: 0,
    ...fields,
  });
  if (read?.is !== 'message') throw new Error('not a message');
  return read.message;
}

describe('A message that arrives', () => {
  test('in a DM has no server, no roles, and the name and picture that people see', () => {
    expect(message({ content: 'hello' })).toEqual({
      id: '500000000000000001',
      channel: '200000000000000001',
      guild: null,
      author: {
        id: ada.id,
        username: 'ada',
        displayName: 'Ada',
        avatarUrl: 'https://cdn.discordapp.com/avatars/300000000000000001/a1b2.png',
        bot: false,
      },
      roles: [],
      webhook: null,
      kind: 'text',
      ephemeral: false,
      replyTo: null,
      mentionsBot: false,
      repliesToBot: false,
      sentAt: Date.UTC(2026, 10, 20, 10),
      editedAt: null,
      text: 'hello',
      files: [],
      stickers: [],
      embeds: [],
      poll: null,
      forwarded: null,
      unknown: [],
    });
  });

  test('in a server shows the nickname, the picture for that server, and the roles', () => {
    const read = message({
      guild_id: '100000000000000001',
      channel_type: 0,
      member: { nick: 'Ada (staff)', avatar: 'ff00', roles: ['600000000000000001'], joined_at: '2026-01-01T00:00:00Z' },
    });
    expect(read.guild).toBe('100000000000000001');
    expect(read.author.displayName).toBe('Ada (staff)');
    expect(read.author.avatarUrl).toBe(
      'https://cdn.discordapp.com/guilds/100000000000000001/users/300000000000000001/avatars/ff00.png',
    );
    expect(read.roles).toEqual(['600000000000000001']);
  });

  test('from someone without a picture shows the one that Discord gives them', () => {
    const plain = { ...ada, avatar: null };
    expect(message({ author: plain }).author.avatarUrl).toBe(
      `https://cdn.discordapp.com/embed/avatars/${(300000000000000001n >> 22n) % 6n}.png`,
    );
    expect(message({ author: { ...plain, discriminator: '0007' } }).author.avatarUrl).toBe(
      'https://cdn.discordapp.com/embed/avatars/2.png',
    );
  });

  test('that only its reader can see is not taken for a DM', () => {
    expect(message({ flags: 64, channel_type: 0 }).ephemeral).toBe(true);
    expect(message({ channel_type: 0 }).ephemeral).toBe(true);
    expect(message({ flags: 64, channel_type: undefined }).ephemeral).toBe(true);
    expect(message({ channel_type: undefined }).ephemeral).toBe(false);
  });

  test('as a reply names the message it answers, and whether that pings the bot', () => {
    const reference = { message_reference: { type: 0, message_id: '500000000000000000' } };
    const pinging = message({ type: 19, ...reference, mentions: [{ id: bot, username: 'bot' }] });
    expect(pinging).toMatchObject({ kind: 'text', replyTo: '500000000000000000', mentionsBot: true });
    expect(message({ type: 19, ...reference }).mentionsBot).toBe(false);
  });

  test('that Discord writes itself is told apart from what people write', () => {
    expect(message({ type: 6, message_reference: { message_id: '500000000000000000' } })).toMatchObject({
      kind: 'system',
      replyTo: null,
    });
    expect(message({ type: 7 }).kind).toBe('system');
    expect(message({ type: 0, webhook_id: '700000000000000001' })).toMatchObject({
      kind: 'text',
      webhook: '700000000000000001',
    });
  });
});

describe('What a message carries', () => {
  test('files, with their size, their link, and how long a voice message is', () => {
    const [photo, voice] = message({
      attachments: [
        {
          id: '800000000000000001',
          filename: 'cat.png',
          size: 1234,
          url: 'https://cdn.discordapp.com/attachments/1/2/cat.png?ex=1',
          proxy_url: 'https://media.discordapp.net/attachments/1/2/cat.png',
          content_type: 'image/png',
          description: 'a cat',
          flags: 8,
        },
        {
          id: '800000000000000002',
          filename: 'voice-message.ogg',
          size: 99,
          url: 'https://cdn.discordapp.com/v.ogg',
          proxy_url: '',
          duration_secs: 2.5,
          waveform: 'AA==',
        },
      ],
    }).files;
    expect(photo).toEqual({
      id: '800000000000000001',
      name: 'cat.png',
      size: 1234,
      type: 'image/png',
      url: 'https://cdn.discordapp.com/attachments/1/2/cat.png?ex=1',
      spoiler: true,
      description: 'a cat',
      duration: null,
    });
    expect(voice).toMatchObject({ duration: 2.5, type: null, spoiler: false, description: null });
  });

  test('stickers as pictures, except for Lottie, which is none', () => {
    const kinds = [1, 2, 3, 4].map((format) => ({
      id: `90000000000000000${format}`,
      name: `s${format}`,
      format_type: format,
    }));
    expect(message({ sticker_items: kinds }).stickers.map(({ url }) => url)).toEqual([
      'https://cdn.discordapp.com/stickers/900000000000000001.png',
      'https://cdn.discordapp.com/stickers/900000000000000002.png',
      null,
      'https://media.discordapp.net/stickers/900000000000000004.gif',
    ]);
  });

  test('embeds of bots as written, and previews of links as made by Discord', () => {
    const embed = {
      type: 'rich',
      title: 'T',
      description: 'D',
      url: 'https://example.org',
      author: { name: 'A' },
      footer: { text: 'F' },
      fields: [{ name: 'n', value: 'v', inline: true }],
      thumbnail: { url: 'https://example.org/t.png' },
    };
    const [written] = message({ author: { ...ada, bot: true }, embeds: [embed] }).embeds;
    expect(written).toEqual({
      title: 'T',
      text: 'D',
      url: 'https://example.org',
      image: 'https://example.org/t.png',
      author: 'A',
      footer: 'F',
      fields: [{ name: 'n', value: 'v' }],
      unfurled: false,
    });
    expect(message({ embeds: [embed] }).embeds[0]?.unfurled).toBe(true);
    expect(message({ author: { ...ada, bot: true }, embeds: [{ type: 'video' }] }).embeds[0]?.unfurled).toBe(true);
  });

  test('polls with their question and answers', () => {
    const poll = {
      question: { text: 'Tea?' },
      answers: [
        { answer_id: 1, poll_media: { text: 'yes', emoji: { id: null, name: '🍵' } } },
        { answer_id: 2, poll_media: { text: 'no' } },
      ],
    };
    expect(message({ poll }).poll).toEqual({ question: 'Tea?', answers: ['🍵 yes', 'no'] });
  });

  test('what was forwarded, with its files and stickers', () => {
    const snapshot = {
      type: 0,
      content: 'from elsewhere',
      attachments: [{ id: '1', filename: 'a.txt', size: 1, url: 'https://x/a.txt', proxy_url: '' }],
      embeds: [{ type: 'link', url: 'https://example.org' }],
      sticker_items: [{ id: '9', name: 'wave', format_type: 1 }],
      timestamp: '2026-11-20T09:00:00Z',
      edited_timestamp: null,
      mentions: [],
      mention_roles: [],
    };
    const read = message({
      message_reference: { type: 1, message_id: '5', channel_id: '2' },
      message_snapshots: [{ message: snapshot }],
    });
    expect(read.text).toBe('');
    expect(read.replyTo).toBeNull();
    expect(read.forwarded).toMatchObject({
      text: 'from elsewhere',
      files: [{ name: 'a.txt' }],
      stickers: [{ name: 'wave' }],
      embeds: [{ unfurled: true }],
      unknown: [],
    });
  });

  test('text and links in components are read, what the files show already is not, and invented kinds are named', () => {
    const shown = { media: { url: 'https://cdn/a.png?ex=2' } };
    const read = message({
      author: { ...ada, bot: true },
      attachments: [{ id: '1', filename: 'a.png', size: 1, url: 'https://cdn/a.png?ex=1' }],
      components: [
        { type: 17, components: [{ type: 10, content: 'in a box' }, { type: 14 }, { type: 12, items: [shown] }] },
        {
          type: 9,
          components: [{ type: 10, content: 'beside' }],
          accessory: { type: 11, media: { url: 'https://b' } },
        },
        { type: 1, components: [{ type: 2 }, { type: 2, url: 'https://c', label: 'Rules' }, { type: 3 }] },
        { type: 99 },
        { type: 99 },
      ],
    });
    expect(read.text).toBe('in a box\nbeside\nRules: https://c\nhttps://b');
    expect(read.unknown).toEqual(['component 99']);
  });
});

describe('A change to a message', () => {
  test('is an edit when it names its author, whatever Discord says of the time', () => {
    const edited = event('MESSAGE_UPDATE', {
      id: '500000000000000001',
      channel_id: '200000000000000001',
      author: ada,
      content: 'new',
      timestamp: '2026-11-20T10:00:00Z',
      edited_timestamp: '2026-11-20T10:00:05Z',
      mentions: [],
      type: 0,
    });
    expect(edited).toMatchObject({ is: 'edit', message: { text: 'new', editedAt: Date.UTC(2026, 10, 20, 10, 0, 5) } });
  });

  test('without an author is a preview of a link and no edit', () => {
    expect(event('MESSAGE_UPDATE', { id: '5', channel_id: '2', embeds: [] })).toBeNull();
  });

  test('that deletes it, alone or with others, brings ids', () => {
    expect(event('MESSAGE_DELETE', { id: '5', channel_id: '2' })).toEqual({
      is: 'delete',
      channel: '2',
      guild: null,
      messages: ['5'],
    });
    expect(event('MESSAGE_DELETE_BULK', { ids: ['5', '6'], channel_id: '2', guild_id: '1' })).toEqual({
      is: 'delete',
      channel: '2',
      guild: '1',
      messages: ['5', '6'],
    });
  });
});
