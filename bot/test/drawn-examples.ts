import type { Content, IncomingFile } from '../src/incoming.ts';
import type { BotId, ChannelId, EntryId, FileHash, GuildId, PersonId, TicketId, UserId } from '../src/ids.ts';
import { newId } from '../src/ids.ts';
import type { DrawContext, DrawnEntry, KeptFile } from '../src/render/drawable.ts';
import type { TranscriptData, TranscriptEntry } from '../src/render/transcript/data.ts';
import { complete } from '../src/settings/complete.ts';
import type { Settings } from '../src/settings/schema.ts';
import type { Entry, Person, Ticket } from '../src/store.ts';

/** People, tickets and entries to draw: plain data, each changed where a story needs it. */

export const noon = Date.UTC(2026, 2, 14, 12, 0);
const bot = '900000000000000001' as BotId;

function person(digit: number, username: string, displayName: string): Person {
  return {
    id: newId<PersonId>(noon + digit),
    bot,
    user: `10000000000000000${digit}` as UserId,
    username,
    displayName,
    avatarUrl: `https://cdn.discordapp.com/embed/avatars/${digit}.png`,
    dm: null,
    locale: null,
  };
}

export const ada = person(1, 'ada.l', 'Ada');
export const sam = person(2, 'sam', 'Sam');
export const kim = person(3, 'kim', 'Kim');

export function ticketOf(change: Partial<Ticket> = {}): Ticket {
  return {
    id: newId<TicketId>(noon),
    number: 12,
    bot,
    guild: '200000000000000001' as GuildId,
    person: ada.id,
    state: 'open',
    channelKind: 'private-thread',
    parent: '300000000000000001' as ChannelId,
    channel: '300000000000000002' as ChannelId,
    card: null,
    claimedBy: null,
    openedAt: noon,
    closedAt: null,
    closing: null,
    anonymous: false,
    memberThread: null,
    answersInThread: false,
    topic: null,
    answers: [],
    ...change,
  };
}

export function settingsOf(change: Partial<Settings> = {}): Settings {
  return { ...complete({}), ...change };
}

export function contextOf(change: Partial<DrawContext> = {}): DrawContext {
  return { ticket: ticketOf(), settings: settingsOf(), guildName: 'Harbour', member: ada, locale: 'en', ...change };
}

export function contentOf(change: Partial<Content> | string = {}): Content {
  const given = typeof change === 'string' ? { text: change } : change;
  return { text: '', files: [], stickers: [], embeds: [], poll: null, forwarded: null, unknown: [], ...given };
}

let entries = 0;

export function entryOf(content: Partial<Content> | string, change: Partial<Entry> = {}): Entry {
  entries += 1;
  return {
    id: entries as EntryId,
    ticket: ticketOf().id,
    kind: 'member',
    author: ada.id,
    at: noon,
    source: `message:${entries}`,
    content: contentOf(content),
    notice: null,
    replyTo: null,
    anonymous: false,
    state: 'delivered',
    editedAt: null,
    deletedAt: null,
    ...change,
  };
}

export function drawnOf(content: Partial<Content> | string, change: Partial<DrawnEntry> = {}): DrawnEntry {
  return { entry: entryOf(content), author: ada, topRole: null, files: [], replyTo: null, ...change };
}

export function replyOf(
  content: Partial<Content> | string,
  change: Partial<DrawnEntry> = {},
  entry: Partial<Entry> = {},
): DrawnEntry {
  return drawnOf('', { entry: entryOf(content, { kind: 'reply', author: sam.id, ...entry }), author: sam, ...change });
}

export function noticeOf(
  text: string,
  values: Record<string, string | number> = {},
  to: 'staff' | 'member' = 'staff',
): DrawnEntry {
  const entry = entryOf('', { kind: 'notice', author: null, notice: { text, with: values, to } });
  return drawnOf('', { entry, author: null });
}

let files = 0;

export function fileOf(name: string, size: number, change: Partial<KeptFile> = {}): KeptFile {
  files += 1;
  return {
    entry: 1 as EntryId,
    id: `40000000000000${String(files).padStart(4, '0')}`,
    name,
    type: null,
    size,
    hash: `hash-${files}` as FileHash,
    problem: null,
    bytes: async () => new Uint8Array(size),
    url: `https://cdn.discordapp.com/attachments/1/2/${name}`,
    spoiler: false,
    description: null,
    ...change,
  };
}

export function incomingOf(file: KeptFile, duration: number | null = null): IncomingFile {
  const { id, name, size, type, url, spoiler, description } = file;
  return { id, name, size, type, url, spoiler, description, duration };
}

export function transcriptOf(shown: readonly TranscriptEntry[], change: Partial<TranscriptData> = {}): TranscriptData {
  return {
    ...contextOf(),
    reader: 'staff',
    madeAt: noon + 3_600_000,
    entries: shown,
    claimedBy: null,
    closedBy: null,
    ...change,
  };
}

/** A drawn entry as a transcript holds it. */
export function written(drawn: DrawnEntry, change: Partial<TranscriptEntry> = {}): TranscriptEntry {
  const { entry, author, topRole, people } = drawn;
  return { entry, author, topRole, files: [], versions: [], ...(people && { people }), ...change };
}

/** What people of bad will call themselves or write. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '@everyone @here <@100000000000000002> <@&500000000000000001>',
  '[click](javascript:alert(1)) <javascript:alert(1)>',
  '\u202egnp.exe\u200b\u200d\u2066',
  'x'.repeat(200),
  '```\n**__~~||`[',
  '</style><script>alert(1)</script>',
  '𝕕'.repeat(100),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
  '\u3164\u2800\u115f',
  '> # - 1. `',
  '- item',
  '12. item',
];
