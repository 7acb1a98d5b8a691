import type { Content, IncomingEmbed, IncomingPoll } from '../../incoming.ts';
import { clockLength, plainExcerpt, thingText } from '../content.ts';
import { cleanLine } from '../escape.ts';
import { escapeHtml } from '../markdown/html.ts';
import { text } from '../notices.ts';
import { anchorOf, authorSeen } from './data.ts';
import type { TranscriptEntry, TranscriptFile } from './data.ts';
import { filesHtml, pictureOf } from './files-html.ts';
import { bdi, bodyHtml, noticeOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** One entry of the conversation. */

/** `follows`: it goes on under the name above it. */
export function entryHtml(one: TranscriptEntry, follows: boolean, reading: Reading): string {
  const { entry } = one;
  const { times } = reading;
  const id = anchorOf(entry.id);
  if (entry.kind === 'notice') {
    const said = bodyHtml(noticeOf(one, reading), reading);
    return `<article class="notice" id="${id}">${said}<a class="at" href="#${id}" title="${times.moment(entry.at)}">${times.clock(entry.at)}</a></article>`;
  }
  const classes = ['entry', entry.kind, follows ? 'follows' : 'first', ...marksOf(one)].join(' ');
  const start = follows
    ? `<a class="at" href="#${id}" title="${times.moment(entry.at)}">${times.clock(entry.at)}</a>`
    : heading(one, id, reading);
  return `<article class="${classes}" id="${id}">${repliedTo(one, reading)}${start}<div class="body">${body(one, reading)}</div></article>`;
}

function marksOf({ entry }: TranscriptEntry): readonly string[] {
  return [...(entry.deletedAt === null ? [] : ['deleted']), ...(entry.state === 'undelivered' ? ['undelivered'] : [])];
}

function heading(one: TranscriptEntry, id: string, reading: Reading): string {
  const { entry, author } = one;
  const { data, times } = reading;
  const { name } = authorSeen(data, one);
  const isStaff = entry.kind !== 'member';
  const badges = [
    isStaff ? badge('staff', reading) : '',
    entry.anonymous && data.reader === 'staff' ? badge('anonymous', reading) : '',
    entry.kind === 'internal' ? badge('internal', reading) : '',
  ].join('');
  const hidden = data.reader === 'member' && isStaff && entry.anonymous;
  const face = hidden ? 'server' : `person-${author?.id ?? 'none'}`;
  const letter = escapeHtml([...name][0]?.toUpperCase() ?? '?');
  return `<span class="face ${face}" aria-hidden="true">${letter}</span><header><span class="who">${bdi(name)}</span>${badges}<a class="at" href="#${id}">${times.moment(entry.at)}</a></header>`;
}

function badge(which: 'staff' | 'anonymous' | 'internal', { data }: Reading): string {
  return `<span class="badge ${which}">${escapeHtml(text(`transcript.${which}`, {}, data.locale))}</span>`;
}

/** A reply's line above it. What it answers may be hidden from this reader, or lie in another ticket. */
function repliedTo({ entry }: TranscriptEntry, reading: Reading): string {
  if (entry.replyTo === null) return '';
  const { data, byId } = reading;
  const target = byId.get(entry.replyTo);
  if (target === undefined)
    return `<div class="reply-to gone">${escapeHtml(text('transcript.reply-to-gone', {}, data.locale))}</div>`;
  const { name } = authorSeen(data, target);
  const start = escapeHtml(plainExcerpt(target.entry.content, data.locale));
  return `<a class="reply-to" href="#${anchorOf(target.entry.id)}"><b>${bdi(name)}</b> <span dir="auto">${start}</span></a>`;
}

function body(one: TranscriptEntry, reading: Reading): string {
  const { entry, files } = one;
  const { forwarded } = entry.content;
  const { locale } = reading.data;
  const theirs = new Set(forwarded?.files.map(({ id }) => id));
  const mine = contentHtml(
    entry.content,
    files.filter(({ id }) => !theirs.has(id)),
    reading,
  );
  const forward =
    forwarded === null
      ? ''
      : `<div class="forward"><small>${escapeHtml(text('transcript.forwarded', {}, locale))}</small>${contentHtml(
          forwarded,
          files.filter(({ id }) => theirs.has(id)),
          reading,
        )}</div>`;
  return mine + forward + footnotes(one, reading);
}

function contentHtml(content: Omit<Content, 'forwarded'>, files: readonly TranscriptFile[], reading: Reading): string {
  const { locale } = reading.data;
  const voices = content.files.filter(({ duration }) => duration !== null);
  const stickers = content.stickers.map((sticker) => {
    const kept = files.find(({ id }) => id === sticker.id);
    const address = kept === undefined ? null : pictureOf(kept);
    const name = escapeHtml(cleanLine(sticker.name));
    if (address !== null) return `<img class="sticker" src="${address}" alt="${name}" title="${name}">`;
    return chip(`${text('transcript.sticker', {}, locale)}: ${cleanLine(sticker.name)}`);
  });
  const stickerIds = new Set(content.stickers.map(({ id }) => id));
  return [
    bodyHtml(content.text, reading),
    ...voices.map(({ duration }) => chip(`${text('transcript.voice', {}, locale)} ${clockLength(duration ?? 0)}`)),
    ...stickers,
    content.poll === null ? '' : pollHtml(content.poll, reading),
    ...content.embeds.filter(({ unfurled }) => !unfurled).map((embed) => embedHtml(embed, reading)),
    ...(content.things ?? []).map((thing) => chip(thingText(thing, locale))),
    ...('refused' in content ? (content.refused ?? []) : []).map((name) =>
      chip(text('transcript.file-refused', { name: cleanLine(name) }, locale)),
    ),
    ...content.unknown.map((kind) => chip(text('transcript.unknown', { kind }, locale))),
    filesHtml(
      files.filter(({ id }) => !stickerIds.has(id)),
      locale,
    ),
  ].join('');
}

function chip(words: string): string {
  return `<div class="chip">${escapeHtml(words)}</div>`;
}

function pollHtml({ question, answers }: IncomingPoll, { data }: Reading): string {
  const label = escapeHtml(text('transcript.poll', {}, data.locale));
  const lines = answers.map((answer) => `<li dir="auto">${escapeHtml(answer)}</li>`).join('');
  return `<div class="poll"><small>${label}</small><b dir="auto">${escapeHtml(question)}</b><ul>${lines}</ul></div>`;
}

/** Pictures of embeds lie on the web; their addresses are shown instead. */
function embedHtml(embed: IncomingEmbed, reading: Reading): string {
  const { author, title, url, image, footer, fields } = embed;
  const line = (tag: string, words: string | null): string =>
    words ? `<${tag} dir="auto">${escapeHtml(words)}</${tag}>` : '';
  const shownFields = fields.map(
    ({ name, value }) => `<div><b dir="auto">${escapeHtml(name)}</b>${bodyHtml(value, reading)}</div>`,
  );
  return [
    '<div class="embed">',
    line('small', author),
    line('b', title),
    url ? bodyHtml(url, reading) : '',
    embed.text ? bodyHtml(embed.text, reading) : '',
    shownFields.length > 0 ? `<div class="fields">${shownFields.join('')}</div>` : '',
    image ? bodyHtml(image, reading) : '',
    line('small', footer),
    '</div>',
  ].join('');
}

function footnotes({ entry, versions }: TranscriptEntry, reading: Reading): string {
  const { data, times } = reading;
  const note = (words: string, kind: string): string => `<div class="note ${kind}">${escapeHtml(words)}</div>`;
  const parts: string[] = [];
  if (entry.state === 'undelivered') parts.push(note(text('transcript.undelivered', {}, data.locale), 'bad'));
  if (entry.state === 'withdrawn') parts.push(note(text('transcript.withdrawn', {}, data.locale), 'bad'));
  if (entry.state === 'held') parts.push(note(text('transcript.held', {}, data.locale), 'bad'));
  if (entry.deletedAt !== null)
    parts.push(note(text('transcript.deleted-at', { at: times.moment(entry.deletedAt) }, data.locale), 'bad'));
  if (versions.length > 0) {
    const earlier = versions.map(({ content, until }) => {
      const when = escapeHtml(text('transcript.until', { at: times.moment(until) }, data.locale));
      return `<div class="version"><small>${when}</small>${bodyHtml(content.text, reading)}</div>`;
    });
    const summary = escapeHtml(text('transcript.earlier-versions', { count: versions.length }, data.locale));
    parts.push(`<details><summary>${summary}</summary>${earlier.join('')}</details>`);
  } else if (entry.editedAt !== null) parts.push(note(text('transcript.edited', {}, data.locale), ''));
  return parts.join('');
}
