import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, escapeMarkdown, shorten } from '../src/render/escape.ts';
import { markdownHtml } from '../src/render/markdown/html.ts';
import { parseMarkdown } from '../src/render/markdown/parse.ts';
import {
  authorForMember,
  faceForStaff,
  faceName,
  inMemberText,
  inStaffText,
  neutralFace,
  ticketChannelName,
  underAlias,
} from '../src/render/names.ts';
import { ada, contextOf, hostileTexts, replyOf, sam, settingsOf, ticketOf } from './drawn-examples.ts';

const named = (displayName: string, username = 'user') => ({ ...ada, displayName, username });

describe('a name in a line of ours', () => {
  test('is shown as it is and does nothing, whatever somebody calls themselves', () => {
    const words = { users: new Map(), roles: new Map(), channels: new Map(), emoji: new Map(), time: String };
    const plain = /^<p>[^<]*<\/p>$/;
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...hostileTexts), fc.string()), (name) => {
        const line = `${escapeMarkdown(cleanLine(name))} took this ticket.`;
        expect(markdownHtml(parseMarkdown(line), words)).toMatch(plain);
        expect(line).not.toMatch(/@everyone|@here|(?<!\\)<[@#]/);
      }),
    );
  });

  test('reads left to right, is seen, and has no piles of accents', () => {
    expect(cleanLine('a\u202eb\u200bc\u2066d\u0000e')).toBe('abcde');
    expect(cleanLine('  two \n lines\u2028 ')).toBe('two lines');
    expect(cleanLine('a\u200db \u200b c')).toBe('ab c');
    expect(cleanLine('\u3164\u2800')).toBe('');
    expect(cleanLine(`Z${'\u0351'.repeat(30)}`)).toBe(`Z${'\u0351'.repeat(3)}`);
    expect(cleanLine('👩‍👩‍👧 👍🏽 🏳️‍🌈')).toBe('👩‍👩‍👧 👍🏽 🏳️‍🌈');
  });

  test('is cut between characters', () => {
    expect(shorten('𝕕𝕕𝕕𝕕', 6)).toBe('𝕕𝕕…');
    expect(shorten('short', 5)).toBe('short');
  });

  test('is escaped in time that grows with its length only', () => {
    for (const unit of ['\n', ' ', '1', '*', '\u200d', '\u0301']) {
      const before = process.cpuUsage().user;
      cleanLine(escapeMarkdown(unit.repeat(200_000)));
      expect(process.cpuUsage().user - before).toBeLessThan(2_000_000);
    }
  });
});

describe('the face of a copy', () => {
  const face = (person: typeof ada) => faceForStaff(person, contextOf()).name;

  test('is the name and avatar of the person', () => {
    expect(faceForStaff(ada, contextOf())).toEqual({ name: 'Ada', avatarUrl: ada.avatarUrl });
  });

  test('is one that Discord takes, whatever somebody calls themselves', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...hostileTexts), fc.string(), fc.string({ minLength: 70 })), (name) => {
        const shown = face(named(name, name));
        expect(shown.length).toBeGreaterThan(0);
        expect(shown.length).toBeLessThanOrEqual(80);
        expect(shown).toBe(shown.trim());
        expect(shown).not.toMatch(/clyde|discord|^everyone$|^here$/i);
      }),
    );
  });

  test('falls back to the username, then to a neutral name, where Discord refuses words in it', () => {
    expect(face(named('Discord Fan', 'fan'))).toBe('fan');
    expect(face(named('cl\u200byde', 'DISCORDIA'))).toBe('Member');
    expect(face(named('Ｄｉｓｃｏｒｄ', 'everyone'))).toBe('Member');
    expect(face(named('here', 'here'))).toBe('Member');
    expect(faceForStaff({ ...sam, displayName: 'Clyde', username: 'clyde' }, contextOf()).name).toBe('Staff');
    expect(faceName('hereafter')).toBe('hereafter');
  });

  test('can be neutral, with the same avatar, where Discord refuses a name that looked usable', () => {
    expect(neutralFace({ name: 'D1sc0rd', avatarUrl: ada.avatarUrl }, 'en')).toEqual({
      name: 'Somebody',
      avatarUrl: ada.avatarUrl,
    });
  });

  test('of somebody whose data was erased is neutral', () => {
    expect(faceForStaff(null, contextOf()).name).toBe('Staff');
  });
});

describe('who answers', () => {
  const answer = (settings: Parameters<typeof settingsOf>[0], anonymous: boolean) =>
    authorForMember(
      contextOf({ settings: settingsOf(settings) }),
      replyOf('Hello', { topRole: 'Captain' }, { anonymous }),
    );

  test('is the server before the member when the reply is anonymous, with nothing of the person', () => {
    expect(answer({}, true)).toEqual({ name: 'Harbour', avatarUrl: null, user: null });
  });

  test('is the person by name, and with their highest role where the server wants it', () => {
    expect(answer({}, false).name).toBe('Sam');
    expect(answer({ signature: 'name-and-role' }, false).name).toBe('Sam (Captain)');
  });

  test('is named in notices to the member only where staff are not anonymous', () => {
    expect(inMemberText(sam, contextOf())).toBe('Harbour');
    expect(inMemberText(sam, contextOf({ settings: settingsOf({ anonymousStaff: false }) }))).toBe('Sam');
    expect(inMemberText(ada, contextOf())).toBe('Ada');
    expect(inStaffText(sam, contextOf())).toBe('Sam');
  });
});

describe('the name of a ticket channel', () => {
  const channel = (kind: Parameters<typeof ticketChannelName>[0], username: string, template = 'modmail-{username}') =>
    ticketChannelName(kind, {
      ...contextOf({ settings: settingsOf({ nameTemplate: template }) }),
      member: { ...ada, username, displayName: username },
    });

  test('holds the username and number where the template says so', () => {
    expect(channel('private-thread', 'ada.l')).toBe('modmail-ada.l');
    expect(channel('private-channel', 'ada.l', '{number}-{username}')).toBe('12-ada-l');
    expect(channel('forum-post', 'Ada L', '{username} ({number})')).toBe('Ada L (12)');
  });

  test('holds the alias of an anonymous member wherever it would hold the name', () => {
    const ticket = ticketOf({ anonymous: true });
    const member = underAlias(ticket, 'quiet-otter', null);
    const named = (nameTemplate: string): string =>
      ticketChannelName('forum-post', { settings: settingsOf({ nameTemplate }), ticket, member });
    expect(named('modmail-{username}')).toBe('modmail-quiet-otter');
    expect(named('{alias} ({number})')).toBe('quiet-otter (12)');
    expect(channel('private-thread', 'ada.l', 'modmail-{alias}')).toBe('modmail-ada.l');
    expect(member.user).toBeNull();
    expect(member.id).not.toBe(ticket.person);
  });

  test('holds the topic, and nothing around it where there is none', () => {
    const topic = { id: 'billing', name: 'Billing & Co', emoji: '💳', staffRoles: [] };
    const named = (template: string, about: typeof topic | null): string =>
      ticketChannelName('private-channel', {
        ...contextOf({ settings: settingsOf({ nameTemplate: template }), ticket: ticketOf({ topic: about }) }),
        member: { ...ada, username: 'ada' },
      });
    expect(named('{topic}-{username}', topic)).toBe('billing-co-ada');
    for (const template of ['{topic}-{username}', '{username}-{topic}', '{topic}{username}'])
      expect(named(template, null)).toBe('ada');
    expect(named('modmail-{topic}-{username}', null)).toBe('modmail-ada');
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...hostileTexts), fc.string()), (name) => {
        expect(named('{topic}-{number}', { ...topic, name })).toMatch(/^[\p{L}\p{N}\p{M}_-]{1,100}$/u);
      }),
    );
  });

  test('is what text channels may be called', () => {
    expect(channel('private-channel', 'ÄDA  Łove!!')).toBe('modmail-äda-łove');
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...hostileTexts), fc.string(), fc.string({ minLength: 120 })),
        (username) => {
          const name = channel('private-channel', username);
          expect(name).toMatch(/^[\p{L}\p{N}\p{M}_-]{1,100}$/u);
          expect(name).toBe(name.toLowerCase());
          for (const kind of ['private-thread', 'forum-post'] as const) {
            expect(channel(kind, username).length).toBeLessThanOrEqual(100);
            expect(channel(kind, username).trim()).not.toBe('');
          }
        },
      ),
    );
  });

  test('is the ticket and its number when nothing of the username can stand in it', () => {
    expect(channel('private-channel', '\u3164!!')).toBe('ticket-12');
    expect(
      ticketChannelName('forum-post', { ...contextOf(), ticket: ticketOf({ number: 7 }), member: named('', '\u200b') }),
    ).toBe('ticket-7');
  });
});
