import { escapeHtml } from '../markdown/html.ts';
import { serverName } from '../names.ts';
import { text } from '../notices.ts';
import type { TranscriptData, TranscriptEntry } from './data.ts';
import { entryHtml } from './entry-html.ts';
import { headerHtml } from './header-html.ts';
import { pictureAddress, startReading } from './reading.ts';
import type { Reading } from './reading.ts';
import { style } from './style.ts';

/**
 * One HTML document without a script. Self-contained, unless it is served. In pieces, so that whoever draws a long one can do something
 * else in between.
 */
export function* transcriptPieces(data: TranscriptData): Generator<string> {
  const reading = startReading(data);
  const { locale, ticket } = data;
  const title = escapeHtml(text('transcript.title', { number: ticket.number, server: serverName(data) }, locale));
  const made = text(
    'transcript.made',
    { at: reading.times.moment(data.madeAt), timezone: data.settings.timezone },
    locale,
  );
  yield [
    `<!doctype html><html lang="${escapeHtml(locale)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${data.served ? servedPolicy : policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">',
    // Or browsers would ask the server for one.
    ...(data.served ? ['<link rel="icon" href="data:,">'] : []),
    `<title>${title}</title><style>${style}${colours(reading)}</style></head><body>`,
    headerHtml(reading, title),
    `<main${reading.shown.length > many ? ' class="long"' : ''}>`,
  ].join('\n');
  yield* conversation(reading);
  yield `</main>\n<footer>${escapeHtml(made)}</footer></body></html>\n`;
}

/** From here on, browsers lay out only what is looked at. */
const many = 400;

/** Even if something slipped in, it could not run or reach the network. */
const policy = "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'";
/** Files lie beside a page that is served; nothing else does. */
export const servedPolicy = "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'";

/** The server's colour, and everybody's picture once, however often they write. */
function colours({ data, shown }: Reading): string {
  const accent = data.settings.accentColour.toString(16).padStart(6, '0');
  const rules = [`:root{--accent:#${accent}}`];
  const people = new Set(shown.flatMap(({ author }) => (author === null ? [] : [author.id])));
  for (const id of people.add(data.member.id)) {
    if (!mayShowFace(id, data)) continue;
    const picture = data.avatars?.get(id);
    const address = picture === undefined ? null : pictureAddress(picture);
    if (address === null) rules.push(`.person-${id}{background-color:${colourOf(id)}}`);
    else rules.push(`.person-${id}{background-image:url(${address});color:transparent}`);
  }
  return rules.join('\n');
}

/** The member's copy holds no picture, and no trace, of staff who answered as the server. */
function mayShowFace(id: string, { reader, member, entries }: TranscriptData): boolean {
  if (reader === 'staff' || id === member.id) return true;
  return entries.some(({ entry, author }) => author?.id === id && entry.kind === 'reply' && !entry.anonymous);
}

/** One of a few calm colours, always the same for the same person. */
function colourOf(id: string): string {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 360;
  return `hsl(${sum} 45% 45%)`;
}

/** Drawn together before somebody else has a turn. */
const atOnce = 50;

function* conversation(reading: Reading): Generator<string> {
  const { shown, data, times } = reading;
  if (shown.length === 0) yield `<p class="nothing">${escapeHtml(text('transcript.nothing', {}, data.locale))}</p>`;
  let parts: string[] = [];
  let day = '';
  let before: TranscriptEntry | null = null;
  for (const one of shown) {
    const today = times.day(one.entry.at);
    if (today !== day) parts.push(`<div class="day" role="separator">${escapeHtml(today)}</div>`);
    const follows = today === day && before !== null && goesOn(before, one);
    parts.push(entryHtml(one, follows, reading));
    day = today;
    before = one;
    if (parts.length < atOnce) continue;
    yield `${parts.join('\n')}\n`;
    parts = [];
  }
  yield parts.join('\n');
}

/** Messages of one person within seven minutes stand under one name, as in Discord. */
function goesOn(before: TranscriptEntry, one: TranscriptEntry): boolean {
  const [a, b] = [before.entry, one.entry];
  if (b.kind === 'notice' || a.kind !== b.kind || a.anonymous !== b.anonymous || b.replyTo !== null) return false;
  return b.at - a.at < 7 * 60_000 && before.author?.id === one.author?.id && before.topRole === one.topRole;
}
