import { describe, expect, test } from 'vitest';
import type { GuildId, MessageId } from '../src/ids.ts';
import { askServer, serverChosen, serverQuestionExpired } from '../src/render/ask-server.ts';
import type { DrawContext, DrawnEntry } from '../src/render/drawable.ts';
import { forMember, tellMember } from '../src/render/for-member.ts';
import {
  ada,
  contentOf,
  contextOf,
  drawnOf,
  entryOf,
  fileOf,
  hostileTexts,
  noticeOf,
  replyOf,
  sam,
  settingsOf,
} from './drawn-examples.ts';

const texts = (drawn: DrawnEntry, context: DrawContext = contextOf()): readonly string[] =>
  forMember(context, drawn).map(({ text }) => text);

describe('an anonymous answer', () => {
  test('is the text and nothing else', () => {
    expect(forMember(contextOf(), replyOf('Hello **Ada**', {}, { anonymous: true }))).toEqual([
      { text: 'Hello **Ada**' },
    ]);
  });

  test('holds no trace of who wrote it, whatever it carries', () => {
    const author = { ...sam, displayName: 'Samantha Secret', username: 'samsecret' };
    const content = {
      text: 'x'.repeat(3000),
      forwarded: contentOf('Hi'),
      poll: { question: 'Q', answers: ['A'] },
      unknown: ['u'],
    };
    const drawn = replyOf(
      content,
      { author, topRole: 'Secret Captain', files: [fileOf('a.png', 5)] },
      { anonymous: true },
    );
    const context = contextOf({ severalServers: true, settings: settingsOf({ signature: 'name-and-role' }) });
    expect(JSON.stringify(forMember(context, drawn))).not.toMatch(/secret|captain/i);
    expect(JSON.stringify(forMember(context, drawn))).not.toContain(sam.user);
  });

  test('names its server where the member writes with several', () => {
    const context = contextOf({ severalServers: true, guildName: 'Har*bour' });
    expect(texts(replyOf('Hello', {}, { anonymous: true }), context)).toEqual(['-# Har\\*bour\nHello']);
  });
});

describe('an answer with a name', () => {
  test('starts with it', () => {
    expect(texts(replyOf('Hello'))).toEqual(['**Sam:** Hello']);
    const context = contextOf({ settings: settingsOf({ signature: 'name-and-role' }) });
    expect(texts(replyOf('Hello', { topRole: 'Captain' }), context)).toEqual(['**Sam \\(Captain\\):** Hello']);
  });

  test('has it on a line of its own above what must start a line', () => {
    for (const start of ['```ts\nx\n```', '> quote', '# Head', '- item', '1. item', '-# small'])
      expect(texts(replyOf(start))).toEqual([`**Sam:**\n${start}`]);
    expect(texts(replyOf({ forwarded: contentOf('Hi') }))).toEqual([
      '**Sam:** -# ↪ forwarded\n> Hi'.replace(' -#', '\n-#'),
    ]);
    expect(forMember(contextOf(), replyOf('', { files: [fileOf('a.png', 5)] })).map(({ text }) => text)).toEqual([
      '**Sam:**',
    ]);
  });

  test('cannot be forged by a name', () => {
    for (const displayName of hostileTexts) {
      const [first = ''] = texts(replyOf('Hello', { author: { ...sam, displayName } }));
      expect(first).toMatch(/^\*\*[^\n]+:\*\* Hello$/);
      expect(first).not.toMatch(/@everyone|@here|(?<!\\)<[@#]/);
    }
  });
});

describe('an answer', () => {
  test('replies to the message it answers, with its first part only', () => {
    const replyTo = { entry: entryOf('Hi'), author: ada, message: '77' as MessageId, link: null };
    const parts = forMember(contextOf(), replyOf('word '.repeat(700), { replyTo }, { anonymous: true }));
    expect(parts.map((part) => part.replyTo)).toEqual(['77', undefined]);
  });

  test('never quotes what it answers, since that may be internal', () => {
    const internal = entryOf('They are lying', { kind: 'internal' });
    const replyTo = { entry: internal, author: sam, message: null, link: 'https://discord.com/channels/1/2/3' };
    expect(texts(replyOf('Hello', { replyTo }, { anonymous: true }))).toEqual(['Hello']);
  });

  test('carries its files', () => {
    const parts = forMember(
      contextOf(),
      replyOf('Here', { files: [fileOf('a.pdf', 5), fileOf('b.mp4', 20_000_000)] }, { anonymous: true }),
    );
    expect(parts).toHaveLength(1);
    expect(parts[0]?.files?.map(({ name }) => name)).toEqual(['a.pdf']);
    expect(parts[0]?.text).toMatch(/^Here\n📎 \[b\.mp4\]\(.*\) \(20 MB\) is too large/);
  });

  test('of nothing is said to be empty', () => {
    expect(texts(replyOf(' \n', {}, { anonymous: true }))).toEqual(['-# an empty message']);
  });

  test('is the only kind of entry that a member can get', () => {
    expect(() => forMember(contextOf(), replyOf('They are lying', {}, { kind: 'internal' }))).toThrow('internal');
    expect(() => forMember(contextOf(), drawnOf('Hi'))).toThrow('member');
    expect(() => forMember(contextOf(), noticeOf('notice.claimed', { by: sam.id }))).toThrow('staff');
  });
});

describe('what the bot tells a member', () => {
  test('names no staff unless the server does', () => {
    const people = new Map([[sam.id as string, sam]]);
    const drawn = { ...noticeOf('notice.claimed', { by: sam.id }, 'member'), people };
    expect(texts(drawn)).toEqual(['Harbour took this ticket.']);
    expect(texts(drawn, contextOf({ settings: settingsOf({ anonymousStaff: false }) }))).toEqual([
      'Sam took this ticket.',
    ]);
  });

  test('is the greeting of the server, or ours', () => {
    const greeting = noticeOf('member.greeting', {}, 'member');
    expect(texts(greeting)[0]).toContain('**Harbour**');
    expect(texts(greeting, contextOf({ settings: settingsOf({ greeting: 'Ahoy, **sailor**!' }) }))).toEqual([
      'Ahoy, **sailor**!',
    ]);
  });

  test('at closing is the message of the server, or ours, with the comment if it is shared', () => {
    const own = contextOf({ settings: settingsOf({ closeMessage: 'Farewell.' }) });
    const bare = noticeOf('member.closed', {}, 'member');
    const commented = noticeOf('member.closed', { comment: 'All\n**done**' }, 'member');
    expect(texts(bare)).toEqual([
      'Your conversation with **Harbour** was closed. Write here again whenever you need something.',
    ]);
    expect(texts(commented)).toEqual([
      'Your conversation with **Harbour** was closed:\n> All\n> **done**\nWrite here again whenever you need something.',
    ]);
    expect(texts(bare, own)).toEqual(['Farewell.']);
    expect(texts(commented, own)).toEqual(['Farewell.\n> All\n> **done**']);
    for (const text of texts(noticeOf('member.closed', { comment: '\n'.repeat(3000) + 'x' }, 'member')))
      expect(text.length).toBeLessThanOrEqual(2000);
  });

  test('outside of tickets is filled in harmlessly', () => {
    const said = { text: 'member.paused', with: { server: '*Evil* <@&500000000000000001> https://evil' } };
    expect(tellMember(said, 'en').text).toBe(
      '**\\*Evil\\* \\<@&500000000000000001\\> https\\://evil** takes no new conversations at the moment. Please write again later.',
    );
  });
});

describe('the question for a server', () => {
  const servers = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      guild: `20000000000000000${index}` as GuildId,
      name: `Server ${index}`,
    }));

  test('offers them in a menu, and says that nothing is lost', () => {
    const { text, rows } = askServer({ servers: servers(2), page: 0, kept: 1, mayBeMore: false }, 'en');
    expect(text).toBe('Which server is your message for?\nYour message is kept until you choose.');
    expect(rows).toEqual([
      {
        id: 'ask-server:choose',
        placeholder: 'Choose a server',
        choices: [
          { value: '200000000000000000', label: 'Server 0' },
          { value: '200000000000000001', label: 'Server 1' },
        ],
      },
    ]);
    expect(askServer({ servers: servers(2), page: 0, kept: 3, mayBeMore: false }, 'en').text).toContain(
      'Your 3 messages are kept',
    );
  });

  test('has pages from the 26th server on', () => {
    const { text, rows = [] } = askServer({ servers: servers(60), page: 2, kept: 0, mayBeMore: false }, 'en');
    expect(text).toContain('Page 3 of 3');
    const [select, buttons] = rows;
    expect(select && 'choices' in select && select.choices).toHaveLength(10);
    expect(buttons).toMatchObject([
      { id: 'ask-server:page:1', disabled: false },
      { id: 'ask-server:page:3', disabled: true },
      { id: 'ask-server:name', label: 'Another server' },
    ]);
    expect(askServer({ servers: servers(60), page: 99, kept: 0, mayBeMore: false }, 'en').text).toContain(
      'Page 3 of 3',
    );
  });

  test('is accepted by Discord, whatever servers are called', () => {
    const odd = hostileTexts.map((name, index) => ({ guild: `2000000000000000${10 + index}` as GuildId, name }));
    const [select] = askServer({ servers: odd, page: 0, kept: 0, mayBeMore: false }, 'en').rows ?? [];
    for (const { label } of select && 'choices' in select ? select.choices : [{ label: '' }]) {
      expect(label.trim()).not.toBe('');
      expect(label.length).toBeLessThanOrEqual(100);
    }
  });

  test('becomes a line without a menu when it is answered or too old', () => {
    expect(serverChosen('Har*bour', true, 'en')).toEqual({ text: 'Your message goes to **Har\\*bour**.', rows: [] });
    expect(serverChosen('Harbour', false, 'en').text).toContain('your next message goes to **Harbour**');
    expect(serverQuestionExpired('en').rows).toEqual([]);
  });
});
