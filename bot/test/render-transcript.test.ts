import { describe, expect, test } from 'vitest';
import type { EntryId } from '../src/ids.ts';
import { transcriptText } from '../src/render/transcript/text.ts';
import {
  ada,
  contentOf,
  drawnOf,
  entryOf,
  kim,
  noon,
  noticeOf,
  replyOf,
  sam,
  settingsOf,
  transcriptOf,
  written,
} from './drawn-examples.ts';
import { minute, kept, hello, answer, story, both, seen, transcriptHtml } from './transcript-story.ts';

describe('a transcript for staff', () => {
  test('holds everything that was said, by whom, and how it ended', () => {
    for (const document of [seen(transcriptHtml(story)), transcriptText(story).replace(/\s+/g, ' ')]) {
      for (const words of [
        'Ticket 12 · Harbour',
        'Conversation with Ada',
        'Hello Ada',
        'Sam took this ticket.',
        'internal',
      ])
        expect(document).toContain(words);
      expect(document).toMatch(/Opened:? 14 Mar 2026, 12:00/);
      expect(document).toMatch(/Closed:? 14 Mar 2026, 13:00/);
      expect(document).toMatch(/Closed by:? Kim/);
      expect(document).toMatch(/Claimed by:? Sam/);
      expect(document).toMatch(/Comment:? Solved (<b>|&lt;b&gt;)/);
      expect(document).toContain('2 messages · 1 from the member · 1 from staff · 1 internal');
      expect(document).toContain('For staff');
    }
  });

  test('says who wrote each message, also when the member did not learn it', () => {
    const html = transcriptHtml(story);
    const badge = (kind: string) => `<span class="badge ${kind}">${kind}</span>`;
    expect(html).toContain(`<span class="who"><bdi>Ada</bdi></span><a class="at"`);
    expect(html).toContain(`<span class="who"><bdi>Sam</bdi></span>${badge('staff')}${badge('anonymous')}<a`);
    expect(html).toContain(`<span class="who"><bdi>Kim</bdi></span>${badge('staff')}${badge('internal')}<a`);
    expect(html).toMatch(
      /<ul class="people".*>A<\/span><bdi>Ada<\/bdi> <small>1<\/small>.*<bdi>Kim<\/bdi> <small>1<\/small>/,
    );
    expect(html.match(/<small>\d+<\/small>/g)).toHaveLength(3);
  });

  test('shows faces, and a letter on a colour where there is no picture', () => {
    const avatars = new Map([[ada.id as string, { type: 'image/png', bytes: Uint8Array.of(1, 2, 3) }]]);
    const html = transcriptHtml({ ...story, avatars });
    expect(html).toContain(`.person-${ada.id}{background-image:url(data:image/png;base64,AQID);color:transparent}`);
    expect(html).toMatch(new RegExp(`\\.person-${sam.id}\\{background-color:hsl\\(\\d+ 45% 45%\\)\\}`));
    expect(html).toContain(`<span class="face person-${sam.id}" aria-hidden="true">S</span>`);
    const drawing = { type: 'image/svg+xml', bytes: Uint8Array.of(1, 2, 3) };
    expect(transcriptHtml({ ...story, avatars: new Map([[ada.id as string, drawing]]) })).not.toContain('AQID');
  });

  test('names people, roles, channels and emoji that are mentioned', () => {
    const mentions = drawnOf(
      `<@${ada.user}> <@${sam.user}> <@100000000000000009> <@&5000000000000000001> <#3000000000000000001> <:ok:7000000000000000001>`,
    );
    const html = transcriptHtml({
      ...story,
      entries: [written(mentions), written(answer)],
      users: new Map([['100000000000000009', 'Zoe']]),
      roles: new Map([['5000000000000000001', 'Captain']]),
      channels: new Map([['3000000000000000001', 'harbour']]),
      emoji: new Map([['7000000000000000001', { type: 'image/png', bytes: Uint8Array.of(1) }]]),
    });
    expect(seen(html)).toContain('@Ada @Sam @Zoe @Captain #harbour');
    expect(html).toContain('<img class="emoji" src="data:image/png;base64,AQ=="');
  });

  test('as text reads like a letter', () => {
    const voice = {
      id: '1',
      name: 'voice.ogg',
      size: 5,
      type: 'audio/ogg',
      url: '',
      spoiler: false,
      description: null,
      duration: 65,
    };
    const edited = written(
      drawnOf('', { entry: entryOf({ text: 'Listen', files: [voice] }, { at: noon + 3 * minute, editedAt: noon }) }),
    );
    const away = written(noticeOf('notice.downtime', { count: 2, from: noon, to: noon + minute }));
    expect(transcriptText({ ...story, entries: [...story.entries, edited, away] })).toBe(
      [
        'Ticket 12 · Harbour',
        'Conversation with Ada',
        'Opened: 14 Mar 2026, 12:00',
        'Closed: 14 Mar 2026, 13:00',
        'Closed by: Kim',
        'Claimed by: Sam',
        'Comment: Solved <b>',
        'People: Ada (2), Sam (1), Kim (1)',
        '3 messages · 2 from the member · 1 from staff · 1 internal',
        'For staff: holds internal messages.',
        'Made 14 Mar 2026, 13:00 by Backchannel. Times are in UTC.',
        '',
        '[14 Mar 2026, 12:00] Ada:',
        '    Hi **there**',
        '',
        '[14 Mar 2026, 12:01] Sam (staff, anonymous):',
        '    > Ada: Hi there',
        '    Hello Ada',
        '',
        '[14 Mar 2026, 12:02] Kim (staff, internal):',
        '    They are *difficult*',
        '',
        '[14 Mar 2026, 12:00] * Sam took this ticket.',
        '',
        '[14 Mar 2026, 12:03] Ada (edited):',
        '    Listen',
        '    [Voice message 1:05]',
        '',
        '[14 Mar 2026, 12:00] * I was away. 2 messages between 14 March 2026 at 12:00 and 14 March 2026 at 12:01 were fetched.',
        '',
      ].join('\n'),
    );
    expect(seen(transcriptHtml({ ...story, entries: [edited] }))).toContain('Listen Voice message 1:05 edited');
    expect(transcriptText(transcriptOf([written(noticeOf('notice.claimed', { by: 'Sam_*' }))]))).toContain(
      '* Sam_* took',
    );
  });

  test('shows times in the time zone of the server', () => {
    const data = { ...story, settings: settingsOf({ timezone: 'America/New_York' }) };
    for (const document of both(data)) expect(document).toContain('14 Mar 2026, 08:00');
    expect(transcriptHtml(data)).toContain('Times are in America/New_York');
  });

  test('links a reply to what it answers', () => {
    const html = transcriptHtml(story);
    expect(html).toContain(`<article class="entry member first" id="entry-${hello.entry.id}">`);
    expect(html).toMatch(
      new RegExp(
        `<a class="reply-to" href="#entry-${hello.entry.id}"><b><bdi>Ada</bdi></b> <span dir="auto">Hi there<`,
      ),
    );
    const lost = written(drawnOf('', { entry: entryOf('Yes', { replyTo: 9999 as EntryId }) }));
    for (const document of both(transcriptOf([lost])))
      expect(document).toContain('A message that is not part of this transcript');
  });

  test('shows what was said before an edit, and marks what was deleted, waits or never arrived', () => {
    const edited = written(drawnOf('', { entry: entryOf('Now', { editedAt: noon }) }), {
      versions: [{ content: contentOf('Before'), until: noon }],
    });
    const deleted = written(drawnOf('', { entry: entryOf('Gone', { deletedAt: noon + minute }) }));
    const undelivered = written(replyOf('Lost', {}, { state: 'undelivered' }));
    const held = written(replyOf('Soon', {}, { state: 'held' }));
    const [html, text] = both(transcriptOf([edited, deleted, undelivered, held]));
    expect(html).toMatch(
      /<details><summary>edited: show the earlier version<\/summary>.*until 14 Mar 2026, 12:00.*Before/,
    );
    expect(html).toMatch(/class="entry member \w+ deleted".*Gone.*deleted 14 Mar 2026, 12:01/);
    expect(html).toMatch(/class="entry reply first undelivered".*Lost.*not delivered/);
    expect(html).toMatch(/Soon.*waiting to be delivered/);
    for (const words of [
      '(until 14 Mar 2026, 12:00) Before',
      '(deleted 14 Mar 2026, 12:01)',
      'not delivered)',
      'waiting to be delivered)',
    ])
      expect(text).toContain(words);
  });

  test('shows what the member was told, in the words of the server', () => {
    const told = noticeOf('member.closed', { comment: 'All done' }, 'member');
    const data = transcriptOf([written(told)], { settings: settingsOf({ closeMessage: 'Farewell, **friend**.' }) });
    expect(transcriptHtml(data)).toContain('<strong>To the member:</strong> Farewell, <strong>friend</strong>.');
    expect(transcriptHtml(data)).toContain('<blockquote><p>All done</p></blockquote>');
    expect(transcriptText(data)).toContain('To the member: Farewell, friend.\n    > All done');
  });

  test('has files in it: pictures to see, others to save, those that are not there by name', () => {
    const files = [
      kept('cat.png', 'image/png', Uint8Array.of(1, 2, 3)),
      kept('a".pdf', 'application/pdf', Uint8Array.of(4, 5, 6)),
      kept('evil.svg', 'image/svg+xml', Uint8Array.of(7)),
      kept('page.html', 'text/html', Uint8Array.of(8)),
      kept('song.mp3', 'audio/mpeg; x=1', Uint8Array.of(9)),
      kept('film.mov', 'video/quicktime', null),
    ];
    const [html, text] = both(transcriptOf([written(hello, { files })]));
    expect(html).toContain('<img src="data:image/png;base64,AQID" alt="cat.png"');
    expect(html).toContain('<a class="file" href="data:application/octet-stream;base64,BAUG" download="a_.pdf">');
    expect(html).toContain('href="data:application/octet-stream;base64,Bw==" download="evil.svg"');
    expect(html).toContain('href="data:application/octet-stream;base64,CA==" download="page.html"');
    expect(html).toContain('<audio controls preload="metadata" src="data:audio/mpeg;base64,CQ==">');
    expect(html).toMatch(/file missing.*film\.mov.*12 MB · not part of this file/);
    expect(html).toContain('6 files');
    for (const { name } of files) expect(text).toContain(name.replace('"', '_'));
  });

  test('holds stickers, polls, forwards, embeds and unknown things', () => {
    const field = { name: 'Weight', value: '**2** kg' };
    const embed = {
      title: 'Parcel',
      text: 'On its *way*',
      url: null,
      image: 'https://x.y/z.png',
      author: 'Carrier',
      footer: 'Foot',
      fields: [field],
      unfurled: false,
    };
    const drawn = drawnOf({
      stickers: [
        { id: '1', name: 'wave', url: null },
        { id: '2', name: 'kept', url: null },
      ],
      poll: { question: 'Tea?', answers: ['Yes', 'No'] },
      embeds: [embed, { ...embed, title: 'Unfurled', unfurled: true }],
      forwarded: { ...contentOf('from elsewhere') },
      unknown: ['activity'],
    });
    const sticker = { ...kept('kept.png', 'image/png', Uint8Array.of(1)), id: '2' };
    const [html, text] = both(transcriptOf([written(drawn, { files: [sticker] })]));
    for (const document of [seen(html), text])
      for (const words of [
        'Sticker: wave',
        'Tea?',
        'Yes',
        'Parcel',
        'Carrier',
        'Foot',
        'Weight',
        'https://x.y/z.png',
        'Forwarded',
        'from elsewhere',
        'activity',
      ])
        expect(document).toContain(words);
    expect(html).toContain('On its <em>way</em>');
    expect(html).toContain('<img class="sticker" src="data:image/png;base64,AQ==" alt="kept"');
    expect(html).not.toContain('Unfurled');
  });

  test('puts messages of one person under one name for seven minutes of a day', () => {
    const at = (minutes: number) => written(drawnOf('', { entry: entryOf('x', { at: noon + minutes * minute }) }));
    const html = transcriptHtml(transcriptOf([at(0), at(6), at(14), at(24 * 60)]));
    expect(html.match(/entry member (first|follows)/g)?.map((one) => one.slice(13))).toEqual([
      'first',
      'follows',
      'first',
      'first',
    ]);
    expect(html.match(/class="day"/g)).toHaveLength(2);
    const aside = written(replyOf('x', {}, { kind: 'internal' }));
    const replies = [
      written(replyOf('x')),
      aside,
      written(replyOf('x', {}, { anonymous: true })),
      written(replyOf('x', { author: kim })),
    ];
    expect(transcriptHtml(transcriptOf(replies))).not.toContain(' follows');
    expect(
      transcriptHtml(transcriptOf([at(0), written({ ...hello, entry: { ...hello.entry, replyTo: 1 as EntryId } })])),
    ).not.toContain(' follows');
  });
});
