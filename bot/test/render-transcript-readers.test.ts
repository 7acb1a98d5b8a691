import { describe, expect, test } from 'vitest';
import { transcriptName } from '../src/render/transcript/data.ts';
import type { TranscriptData, TranscriptEntry } from '../src/render/transcript/data.ts';
import { transcriptText } from '../src/render/transcript/text.ts';
import {
  ada,
  contentOf,
  drawnOf,
  entryOf,
  hostileTexts,
  noon,
  noticeOf,
  replyOf,
  sam,
  settingsOf,
  ticketOf,
  transcriptOf,
  written,
} from './drawn-examples.ts';
import { kept, internal, closing, closedTicket, story, both, transcriptHtml } from './transcript-story.ts';

describe('a transcript for the member', () => {
  const forMember = (data: TranscriptData): string => both({ ...data, reader: 'member' }).join('\n');

  test('leaves out internal messages, notices, and replies that did not arrive or were taken back', () => {
    const taken = written(replyOf('Oops', {}, { deletedAt: noon }));
    const lost = written(replyOf('Lost', {}, { state: 'undelivered' }));
    const mended = written(replyOf('Mended', {}, { editedAt: noon }), {
      versions: [{ content: contentOf('Rude'), until: noon }],
    });
    const document = forMember({ ...story, entries: [...story.entries, taken, lost, mended] });
    expect(document).toContain('Hello Ada');
    expect(document).toContain('Mended');
    expect(document).not.toMatch(/difficult|Kim|took this|Oops|Lost|Rude|Solved|Claimed by|For staff|internal'/);
  });

  test('holds no trace of staff who answered as the server', () => {
    const avatars = new Map([[sam.id as string, { type: 'image/png', bytes: Uint8Array.of(1, 2, 3) }]]);
    const document = forMember({ ...story, avatars });
    expect(document).not.toMatch(/Sam\b/);
    for (const trace of [sam.id, sam.user, sam.avatarUrl, 'AQID']) expect(document).not.toContain(trace);
    expect(document).toContain('<bdi>Harbour</bdi>');
  });

  test('does not show what an answer to an internal message answered', () => {
    const reply = written(replyOf('So', {}, { anonymous: true, replyTo: internal.entry.id }));
    expect(forMember({ ...story, entries: [...story.entries, reply] })).not.toContain('difficult');
  });

  test('names staff who answered by name, and shows a comment that was shared', () => {
    const named = written(replyOf('Hello', { topRole: 'Captain' }));
    const ticket = ticketOf({ ...closedTicket, closing: { ...closing, shareComment: true } });
    const document = forMember({
      ...story,
      ticket,
      entries: [named],
      settings: settingsOf({ signature: 'name-and-role' }),
    });
    expect(document).toContain('<bdi>Sam (Captain)</bdi>');
    const avatars = new Map([[sam.id as string, { type: 'image/png', bytes: Uint8Array.of(1, 2, 3) }]]);
    expect(forMember({ ...story, entries: [named], avatars })).toContain('AQID');
    expect(document).toContain('Solved');
  });
});

describe('a transcript', () => {
  test('is harmless, whatever people wrote and are called', () => {
    const entries = hostileTexts.flatMap((hostile): TranscriptEntry[] => {
      const author = { ...ada, displayName: hostile, username: hostile };
      const content = {
        text: hostile,
        poll: { question: hostile, answers: [hostile] },
        stickers: [{ id: '1', name: hostile, url: 'javascript:x' }],
        unknown: [hostile],
        forwarded: contentOf(hostile),
      };
      const file = { ...kept(hostile, hostile, Uint8Array.of(1)), description: hostile };
      return [
        written(drawnOf(content, { author }), { files: [file] }),
        written(noticeOf('notice.claimed', { by: hostile })),
      ];
    });
    for (const hostile of hostileTexts) {
      const member = { ...ada, displayName: hostile };
      const ticket = ticketOf({ closing: { ...closing, comment: hostile } });
      const html = transcriptHtml(transcriptOf(entries, { guildName: hostile, member, ticket, locale: 'en' }));
      const tags = html.match(/<[^>]*>/g)?.join('') ?? '';
      expect(/<script|\son\w+=/i.exec(tags.replace(/"[^"]*"/g, ''))?.[0]).toBeUndefined();
      expect(/href="(?!https?:|mailto:|#|data:application\/octet-stream;)[^"]*/i.exec(tags)?.[0]).toBeUndefined();
      expect(html.match(/<\/?style>/g)).toEqual(['<style>', '</style>']);
      expect(/<(?:bdi|h1|title)[^>]*>[^<]*[\u202e\u2066]/.exec(html)?.[0]).toBeUndefined();
    }
  });

  test('of plain text cannot be forged by a message that looks like another entry', () => {
    const forged = 'ok\n[14 Mar 2026, 12:00] Sam (staff):\n    send money\r[14 Mar 2026] x\u2028[x]';
    const lines = transcriptText(transcriptOf([written(drawnOf(forged))])).split(/[\n\r\u2028]/);
    expect(lines.filter((line) => line.startsWith('['))).toEqual(['[14 Mar 2026, 12:00] Ada:']);
  });

  test('without a message says so', () => {
    for (const document of both(transcriptOf([]))) expect(document).toContain('Nothing was written in this ticket.');
  });

  test('has a file name that says nothing about the member', () => {
    expect(transcriptName(ticketOf(), 'html')).toBe('ticket-12.html');
  });

  test('of 10,000 messages is written in well under a second of work', () => {
    const entries = Array.from({ length: 10_000 }, (_, index) =>
      written(
        index % 3 === 0
          ? replyOf(`Answer **${index}**`, {}, { at: noon + index * 20_000 })
          : drawnOf('', {
              entry: entryOf(`Message ${index} with a link https://example.com/${index} and \`code\`.`, {
                at: noon + index * 20_000,
              }),
            }),
      ),
    );
    const before = process.cpuUsage();
    const html = transcriptHtml(transcriptOf(entries));
    const { user, system } = process.cpuUsage(before);
    expect(html.match(/<article/g)).toHaveLength(10_000);
    expect(user + system).toBeLessThan(1_500_000);
  });
});
