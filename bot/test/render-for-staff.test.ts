import { describe, expect, test } from 'vitest';
import type { DrawnMessage } from '../src/discord.ts';
import type { EntryId, MessageId } from '../src/ids.ts';
import type { DrawContext, DrawnEntry } from '../src/render/drawable.ts';
import { forStaff, forStaffByBot } from '../src/render/for-staff.ts';
import {
  ada,
  contentOf,
  contextOf,
  drawnOf,
  entryOf,
  fileOf,
  hostileTexts,
  incomingOf,
  kim,
  noticeOf,
  noon,
  replyOf,
  sam,
} from './drawn-examples.ts';

const link = 'https://discord.com/channels/1/2/3';
const texts = (drawn: DrawnEntry, context: DrawContext = contextOf()): readonly string[] =>
  forStaff(context, drawn).messages.map(({ text }) => text);

/** What Discord refuses: too long, or nothing in it. https://docs.discord.com/developers/resources/message#create-message */
function expectAccepted(messages: readonly DrawnMessage[]): void {
  expect(messages.length).toBeGreaterThan(0);
  for (const { text, files = [], embeds = [], pings } of messages) {
    expect(text.length).toBeLessThanOrEqual(2000);
    expect(files.length).toBeLessThanOrEqual(10);
    expect(text.trim() !== '' || files.length > 0 || embeds.some((one) => one.text || one.author)).toBe(true);
    for (const embed of embeds) expect(embed.text?.length ?? 0).toBeLessThanOrEqual(4096);
    expect(pings).toBeUndefined();
  }
}

describe("a member's message before staff", () => {
  test('stands under their name and avatar, as they wrote it', () => {
    expect(forStaff(contextOf(), drawnOf('Hi **there**'))).toEqual({
      face: { name: 'Ada', avatarUrl: ada.avatarUrl },
      messages: [{ text: 'Hi **there**' }],
    });
  });

  test('pings nobody and is accepted by Discord, whatever it says', () => {
    for (const hostile of [...hostileTexts, 'x'.repeat(4000), '\n'.repeat(4000), '```'.repeat(1300), '']) {
      expectAccepted(forStaff(contextOf(), drawnOf(hostile)).messages);
      expectAccepted(forStaffByBot(contextOf(), drawnOf(hostile)));
      const everything = drawnOf({
        text: hostile,
        forwarded: contentOf(hostile.repeat(3)),
        poll: { question: hostile, answers: [hostile, hostile] },
        stickers: [{ id: '1', name: hostile, url: null }],
        unknown: [hostile],
      });
      expectAccepted(forStaff(contextOf(), everything).messages);
      expectAccepted(forStaffByBot(contextOf(), everything));
    }
  });

  test('of 4000 characters comes as two', () => {
    const text = 'word '.repeat(800).trim();
    expect(texts(drawnOf(text)).join('')).toBe(text);
    expect(texts(drawnOf(text))).toHaveLength(2);
  });

  test('that replies quotes the start of what it replies to, with a link', () => {
    const replyTo = {
      entry: entryOf('Which **order**?\nThe [last](https://x.y) one ||secret||'),
      author: sam,
      message: null,
      link,
    };
    expect(texts(drawnOf('#4821', { replyTo }))).toEqual([
      `-# ↪ [Sam: Which order? The \\[last\\]\\(https\\://x.y\\) one ▇▇▇](${link})\n#4821`,
    ]);
    const named = (content: Parameters<typeof entryOf>[0]) =>
      texts(drawnOf('Yes', { replyTo: { ...replyTo, entry: entryOf(content), link: null } }))[0];
    expect(named('<a:wave:700000000000000001>')).toBe('-# ↪ Sam: :wave:\nYes');
    expect(named({ forwarded: contentOf('x') })).toBe('-# ↪ Sam: a forwarded message\nYes');
    expect(named({ poll: { question: 'Q', answers: [] } })).toBe('-# ↪ Sam: a poll\nYes');
    expect(named({ files: [incomingOf(fileOf('a.png', 5))] })).toBe('-# ↪ Sam: a file\nYes');
    expect(named('')).toBe('-# ↪ Sam: a message\nYes');
    const silent = { ...replyTo, entry: entryOf({ stickers: [{ id: '1', name: 'wave', url: null }] }), link: null };
    expect(texts(drawnOf('Yes', { replyTo: silent }))).toEqual(['-# ↪ Sam: a sticker\nYes']);
    const gone = entryOf('Yes', { replyTo: 99 as EntryId });
    expect(texts(drawnOf('', { entry: gone }))).toEqual(['-# ↪ a message that is no longer here\nYes']);
  });

  test('that was edited or deleted says so, and keeps its words', () => {
    expect(texts(drawnOf('', { entry: entryOf('Hi', { editedAt: noon, deletedAt: noon }) }))).toEqual([
      `Hi\n-# ✏️ edited <t:${noon / 1000}:f>\n-# 🗑️ deleted by its author <t:${noon / 1000}:f>`,
    ]);
  });

  test('carries its files, ten to a message and no more bytes than a request may have', () => {
    const many = forStaff(
      contextOf(),
      drawnOf('Look', { files: Array.from({ length: 12 }, (_, n) => fileOf(`${n}.png`, 1000)) }),
    );
    expect(many.messages.map(({ text, files }) => [text, files?.length])).toEqual([
      ['Look', 10],
      ['', 2],
    ]);
    const large = forStaff(
      contextOf(),
      drawnOf('', { files: Array.from({ length: 3 }, (_, n) => fileOf(`${n}.mp4`, 9_000_000)) }),
    );
    expect(large.messages.map(({ files }) => files?.length)).toEqual([2, 1]);
  });

  test('has its files where an edit of the text does not move them', () => {
    const files = Array.from({ length: 12 }, (_, n) => fileOf(`${n}.png`, 1000));
    const carried = (text: string) =>
      forStaff(contextOf(), drawnOf(text, { files })).messages.map(({ files: own }) => own?.length);
    expect(carried('')).toEqual([10, 2]);
    expect(carried('short')).toEqual([10, 2]);
    expect(carried('long '.repeat(700))).toEqual([10, 2, undefined]);
  });

  test('names a file that is too large, or that could not be had, with a link where there is one', () => {
    const files = [
      fileOf('film_1.mp4', 30_000_000),
      fileOf('kept.zip', 12_000_000, { url: '' }),
      fileOf('lost.txt', 5, { hash: null, problem: 'expired', url: '' }),
      fileOf('dead.txt', 5, { hash: null, problem: 'expired', url: 'https://cdn/dead.txt' }),
    ];
    const [message] = forStaff(contextOf(), drawnOf('Files:', { files })).messages;
    expect(message).toEqual({
      text: [
        'Files:',
        `📎 [film\\_1.mp4](${files[0]!.url}) (30 MB) is too large to be sent along. The link works for about a day.`,
        '📎 kept.zip (12 MB) is too large to be sent along. It is kept with the ticket.',
        '📎 lost.txt (5 B) could not be copied.',
        '📎 [dead.txt](https://cdn/dead.txt) (5 B) could not be copied. The link works for about a day.',
      ].join('\n'),
    });
  });

  test('gives files names that are nothing but names', () => {
    const sent = (name: string) =>
      forStaff(contextOf(), drawnOf('', { files: [fileOf(name, 5)] })).messages[0]?.files?.[0]?.name;
    expect(sent('../../etc/pass*wd')).toBe('_.._etc_pass_wd');
    expect(sent(`${'long'.repeat(100)}.jpeg`)).toMatch(/^(long)+l?o?n?g?\.jpeg$/);
    expect(sent('\u200b')).toBe('file');
  });

  test('keeps spoilers and descriptions of files, and does not hide how a file name ends', () => {
    const file = fileOf('invoice\u202egnp.exe', 5, { spoiler: true, description: 'd'.repeat(2000) });
    const [sent] = forStaff(contextOf(), drawnOf('', { files: [file] })).messages[0]?.files ?? [];
    expect(sent?.name).toBe('invoicegnp.exe');
    expect(sent?.spoiler).toBe(true);
    expect(sent?.description).toHaveLength(1024);
  });

  test('holds voice messages, stickers, polls, forwards, embeds and unknown things as text', () => {
    const voice = fileOf('voice.ogg', 5000);
    const kept = fileOf('wave.png', 100, { id: '7' });
    const embed = {
      title: 'A *title*',
      text: 'Words',
      url: 'https://e.x',
      image: null,
      author: null,
      footer: 'f',
      fields: [{ name: 'N', value: 'V' }],
    };
    const drawn = drawnOf(
      {
        text: 'All of it',
        files: [incomingOf(voice, 65)],
        stickers: [
          { id: '7', name: 'wave', url: null },
          { id: '9', name: 'lottie', url: null },
          { id: '8', name: 'hug_', url: 'https://cdn/hug.png' },
        ],
        poll: { question: 'Tea?', answers: ['Yes', '*No*'] },
        embeds: [
          { ...embed, unfurled: false },
          { ...embed, title: 'Unfurled', unfurled: true },
        ],
        forwarded: { ...contentOf('from\nelsewhere') },
        unknown: ['activity'],
      },
      { files: [voice, kept] },
    );
    expect(texts(drawn)).toEqual([
      [
        'All of it',
        '🎤 Voice message (1:05)',
        'Sticker: lottie',
        '[Sticker: hug\\_](https://cdn/hug.png)',
        '📊 Poll: **Tea?**\n1. Yes\n2. \\*No\\*',
        '> **A \\*title\\***\n> https://e.x\n> Words\n> **N**\n> V\n> -# f',
        '❔ This message also holds something that I cannot show: activity',
        '-# ↪ forwarded',
        '> from\n> elsewhere',
      ].join('\n'),
    ]);
    expect(forStaff(contextOf(), drawn).messages[0]?.files?.map(({ name }) => name)).toEqual(['voice.ogg', 'wave.png']);
  });

  test('shows custom emoji as pictures where staff cannot see them, but not in code', () => {
    const emojiPicture = (id: string) => (id.startsWith('1') ? `https://cdn/${id}.webp` : null);
    const known = '<:ok:200000000000000000>';
    const foreign = '<a:wave:100000000000000000>';
    expect(texts(drawnOf(`${known} ${foreign} \`${foreign}\``, { emojiPicture }))).toEqual([
      `${known} [:wave:](https://cdn/100000000000000000.webp) \`${foreign}\``,
    ]);
  });
});

describe('without a webhook', () => {
  test('the bot shows name and avatar in an embed, with the same parts', () => {
    const drawn = drawnOf('word '.repeat(600).trim(), { files: [fileOf('a.png', 5)] });
    const byBot = forStaffByBot(contextOf(), drawn);
    const byWebhook = forStaff(contextOf(), drawn).messages;
    expect(byBot.map(({ embeds }) => embeds?.[0]?.text)).toEqual(byWebhook.map(({ text }) => text));
    for (const { text, embeds } of byBot) {
      expect(text).toBe('');
      expect(embeds?.[0]?.author).toEqual({ name: 'Ada', iconUrl: ada.avatarUrl });
    }
    expect(byBot[0]?.files).toHaveLength(1);
  });
});

describe("staff's own entries", () => {
  test('that were not typed in the channel stand under the name of who wrote them, also when anonymous to the member', () => {
    const { face, messages } = forStaff(contextOf(), replyOf('Hello!', {}, { anonymous: true }));
    expect(face).toEqual({ name: 'Sam', avatarUrl: sam.avatarUrl });
    expect(messages).toEqual([{ text: 'Hello!' }]);
  });

  test('are marked when they are internal or did not arrive', () => {
    expect(texts(replyOf('Careful', {}, { kind: 'internal' }))).toEqual([
      'Careful\n-# internal: the member does not see this',
    ]);
    expect(texts(replyOf('Hello!', {}, { state: 'undelivered' }))).toEqual(['Hello!\n-# ❌ not delivered']);
  });
});

describe('a notice to staff', () => {
  test('is said by the bot, with people by name', () => {
    const people = new Map([[kim.id as string, { ...kim, displayName: '**Kim** @everyone' }]]);
    const drawn = { ...noticeOf('notice.claimed', { by: kim.id }), people };
    const said = '\\*\\*Kim\\*\\* @\u200beveryone took this ticket.';
    expect(forStaff(contextOf(), drawn)).toEqual({ face: null, messages: [{ text: said, noPreviews: true }] });
    expect(forStaffByBot(contextOf(), drawn)).toEqual([{ text: said, noPreviews: true }]);
  });

  test('shows what people wrote as they wrote it, without effect', () => {
    const drawn = noticeOf('notice.closed-with-comment', {
      by: sam.id,
      comment: '*so* <@&500000000000000001> {{by}} $t(x)',
    });
    expect(texts(drawn)).toEqual(['Staff closed this ticket: \\*so\\* \\<@&500000000000000001\\> {{by}} $t\\(x\\)']);
  });

  test('of another version is named', () => {
    expect(texts(noticeOf('notice.from-the-future'))[0]).toContain('notice.from-the-future');
  });

  test('that is longer than a message comes as several', () => {
    expectAccepted(
      forStaff(contextOf(), noticeOf('notice.closed-with-comment', { by: 'x', comment: '*'.repeat(4000) })).messages,
    );
  });
});

test('a reply of which only the bot can know where it stands is quoted without a link', () => {
  const replyTo = { entry: entryOf('Hi'), author: ada, message: '1' as MessageId, link: null };
  expect(texts(replyOf('Hello', { replyTo }))).toEqual(['-# ↪ Ada: Hi\nHello']);
});
