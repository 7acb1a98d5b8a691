import { escapeHtml, isOnlyEmoji, markdownHtml } from '../markdown/html.ts';
import type { HtmlWords } from '../markdown/html.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { noticeBlocks } from '../for-member.ts';
import { inStaffText, seenByMember, seenByStaff } from '../names.ts';
import { noticeText, text } from '../notices.ts';
import { authorSeen, readable } from './data.ts';
import type { Picture, TranscriptData, TranscriptEntry } from './data.ts';
import { timesIn } from './times.ts';
import type { Times } from './times.ts';
import type { Person } from '../../store.ts';

/** What the parts of a document share: what is shown, by entry, and how things are called in it. */
export interface Reading {
  readonly data: TranscriptData;
  readonly shown: readonly TranscriptEntry[];
  readonly byId: ReadonlyMap<number, TranscriptEntry>;
  readonly times: Times;
  readonly words: HtmlWords;
}

export function startReading(data: TranscriptData): Reading {
  const shown = readable(data);
  const times = timesIn(data.locale, data.settings.timezone);
  const users = new Map(data.users);
  for (const one of [...shown].reverse()) {
    const { user, name } = authorSeen(data, one);
    if (user !== null) users.set(user, name);
  }
  const member = seenByStaff(data.member, data);
  if (member.user !== null) users.set(member.user, member.name);
  const emoji = new Map<string, string>();
  for (const [id, picture] of data.emoji ?? []) {
    const address = pictureAddress(picture);
    if (address !== null) emoji.set(id, address);
  }
  const words = {
    users,
    roles: data.roles ?? new Map(),
    channels: data.channels ?? new Map(),
    emoji,
    time: times.styled,
  };
  return { data, shown, byId: new Map(shown.map((one) => [one.entry.id, one])), times, words };
}

/** People's text as HTML; what is nothing but emoji is large. */
export function bodyHtml(text: string, { words }: Reading): string {
  const blocks = parseMarkdown(text);
  if (blocks.length === 0) return '';
  return `<div class="text${isOnlyEmoji(blocks) ? ' large' : ''}" dir="auto">${markdownHtml(blocks, words)}</div>`;
}

/** A notice in Discord's markdown, as whom it was for read it. */
export function noticeOf({ entry, people }: TranscriptEntry, { data }: Reading): string {
  const said = entry.notice ?? { text: '', with: {}, to: 'staff' };
  if (said.to === 'member') {
    const lines = noticeBlocks(data, said, people).map((block) => (block.quoted ? quoted(block.text) : block.text));
    return `${text('transcript.to-member', {}, data.locale)} ${lines.join('\n')}`;
  }
  const values = { server: data.guildName, ...said.with };
  return noticeText({ text: said.text, with: values }, (id) => inStaffText(people?.get(id) ?? null, data), data.locale);
}

function quoted(words: string): string {
  return words.replace(/^/gm, '> ');
}

/** Somebody's name in the header, as the reader may know them. */
export function nameOf(person: Person | null, { data }: Reading): string {
  if (data.reader === 'staff') return seenByStaff(person, data).name;
  return seenByMember(person, data, { anonymous: data.settings.anonymousStaff, topRole: null }).name;
}

const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

/** A picture as an address that holds its bytes; null for types that are not plainly pictures, such as SVG. */
export function pictureAddress({ type, bytes }: Picture): string | null {
  return isPicture(type) ? dataAddress(plainType(type), bytes) : null;
}

export function isPicture(type: string | null): boolean {
  return pictureTypes.includes(plainType(type));
}

export function dataAddress(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
}

/** A media type without its parameters. */
export function plainType(type: string | null): string {
  return (type ?? '').split(';', 1)[0]!.trim().toLowerCase();
}

export function bdi(name: string): string {
  return `<bdi>${escapeHtml(name)}</bdi>`;
}
