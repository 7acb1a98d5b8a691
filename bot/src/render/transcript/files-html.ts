import type { Language } from '../../language.ts';
import { byteLength } from '../content.ts';
import { escapeHtml } from '../markdown/html.ts';
import { text } from '../notices.ts';
import { fileName } from '../pack.ts';
import type { TranscriptFile } from './data.ts';
import { dataAddress, isPicture, plainType } from './reading.ts';

/** Files inside the document: pictures, sound and video are shown, the rest can be saved; what is not in it is named. */

export const playable: Readonly<Record<string, 'audio' | 'video'>> = {
  'audio/mpeg': 'audio',
  'audio/ogg': 'audio',
  'audio/wav': 'audio',
  'audio/mp4': 'audio',
  'audio/aac': 'audio',
  'audio/webm': 'audio',
  'audio/flac': 'audio',
  'video/mp4': 'video',
  'video/webm': 'video',
};

export function filesHtml(files: readonly TranscriptFile[], locale: Language): string {
  if (files.length === 0) return '';
  return `<div class="files">${files.map((file) => fileHtml(file, locale)).join('')}</div>`;
}

function fileHtml(file: TranscriptFile, locale: Language): string {
  const { type, spoiler, description } = file;
  const picture = pictureOf(file);
  const title = escapeHtml(fileName(file.name));
  if (picture !== null) {
    const lazy = file.address === undefined ? '' : ' loading="lazy"';
    const shown = `<img src="${picture}"${lazy} alt="${escapeHtml(description ?? '') || title}" title="${title}" tabindex="0">`;
    const label = escapeHtml(text('transcript.spoiler', {}, locale));
    const hidden = `<span class="spoiler" tabindex="0" data-label="${label}"><span>${shown}</span></span>`;
    return `<figure class="picture">${spoiler ? hidden : shown}</figure>`;
  }
  const player = playable[plainType(type)];
  const address = addressOf(file, player === undefined ? 'application/octet-stream' : plainType(type));
  if (player === undefined || address === null) return card(file, address, locale);
  return `<figure class="player"><figcaption>${title} <small>${byteLength(file.size, locale)}</small></figcaption><${player} controls preload="metadata" src="${address}"></${player}></figure>`;
}

/** Null for what is not in the document and not beside it, and for what is no picture. */
export function pictureOf(file: TranscriptFile): string | null {
  return isPicture(file.type) ? addressOf(file, plainType(file.type)) : null;
}

function addressOf({ address, bytes }: TranscriptFile, type: string): string | null {
  if (address !== undefined) return escapeHtml(address);
  return bytes === null ? null : dataAddress(type, bytes);
}

function card({ name, size }: TranscriptFile, address: string | null, locale: Language): string {
  const shown = escapeHtml(fileName(name));
  const note = address === null ? ` · ${escapeHtml(text('transcript.file-missing', {}, locale))}` : '';
  const facts = `<span class="name"><bdi>${shown}</bdi></span><small>${byteLength(size, locale)}${note}</small>`;
  if (address === null) return `<div class="file missing">${facts}</div>`;
  const save = escapeHtml(text('transcript.download', {}, locale));
  return `<a class="file" href="${address}" download="${shown}">${facts}<span class="save">${save}</span></a>`;
}
