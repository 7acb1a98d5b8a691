import { formError } from '../errors.ts';
import type { Wire } from '../objects/wire.ts';
import { embed as most, message } from './numbers.ts';
import {
  type Fields,
  isGiven,
  lengthOf,
  readBoolean,
  readFields,
  readInteger,
  readList,
  readText,
  readUrl,
  refuseUnknown,
  required,
} from './read.ts';

const known = new Set([
  'type',
  'title',
  'description',
  'url',
  'timestamp',
  'color',
  'footer',
  'image',
  'thumbnail',
  'video',
  'provider',
  'author',
  'fields',
]);
const knownInFooter = new Set(['text', 'icon_url', 'proxy_icon_url']);
const knownInAuthor = new Set(['name', 'url', 'icon_url', 'proxy_icon_url']);
const knownInField = new Set(['name', 'value', 'inline']);

/**
 * Reads `embeds`: lengths after trimming, at most 6000 characters over all of them.
 * https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 */
export function readEmbeds(value: unknown, path = 'embeds'): Wire[] {
  const total = { length: 0 };
  const embeds = readList(value, path, message.embeds).map((one, index) => readEmbed(one, `${path}.${index}`, total));
  if (total.length > most.total)
    throw formError(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${most.total}`);
  return embeds;
}

interface Total {
  length: number;
}

function readEmbed(value: unknown, path: string, total: Total): Wire {
  const fields = readFields(value, path);
  refuseUnknown(fields, known, path);
  const embed: Wire = { type: 'rich' };
  if (isGiven(fields['title'])) embed['title'] = count(fields['title'], `${path}.title`, most.title, total);
  if (isGiven(fields['description']))
    embed['description'] = count(fields['description'], `${path}.description`, most.description, total);
  if (isGiven(fields['url'])) embed['url'] = readUrl(fields['url'], `${path}.url`, most.url);
  if (isGiven(fields['timestamp'])) embed['timestamp'] = readTimestamp(fields['timestamp'], `${path}.timestamp`);
  if (isGiven(fields['color'])) embed['color'] = readInteger(fields['color'], `${path}.color`, 0, 0xffffff);
  if (isGiven(fields['footer'])) embed['footer'] = readFooter(fields['footer'], `${path}.footer`, total);
  if (isGiven(fields['author'])) embed['author'] = readAuthor(fields['author'], `${path}.author`, total);
  for (const kind of ['image', 'thumbnail'])
    if (isGiven(fields[kind])) embed[kind] = readPicture(fields[kind], `${path}.${kind}`);
  if (isGiven(fields['fields'])) embed['fields'] = readEntries(fields['fields'], `${path}.fields`, total);
  if (Object.keys(embed).length === 1) throw formError(path, 'EMBED_EMPTY', 'Embed cannot be empty.');
  return embed;
}

function readEntries(value: unknown, path: string, total: Total): Wire[] {
  return readList(value, path, most.fields).map((one, index) => {
    const at = `${path}.${index}`;
    const field = readFields(one, at);
    refuseUnknown(field, knownInField, at);
    return {
      name: countRequired(field, 'name', at, most.fieldName, total),
      value: countRequired(field, 'value', at, most.fieldValue, total),
      inline: isGiven(field['inline']) ? readBoolean(field['inline'], `${at}.inline`) : false,
    };
  });
}

function readFooter(value: unknown, path: string, total: Total): Wire {
  const fields = readFields(value, path);
  refuseUnknown(fields, knownInFooter, path);
  return { text: countRequired(fields, 'text', path, most.footer, total), ...readIcon(fields, path) };
}

function readAuthor(value: unknown, path: string, total: Total): Wire {
  const fields = readFields(value, path);
  refuseUnknown(fields, knownInAuthor, path);
  const url = isGiven(fields['url']) ? { url: readUrl(fields['url'], `${path}.url`, most.url) } : {};
  return { name: countRequired(fields, 'name', path, most.author, total), ...url, ...readIcon(fields, path) };
}

function readIcon(fields: Fields, path: string): Wire {
  if (!isGiven(fields['icon_url'])) return {};
  const url = readUrl(fields['icon_url'], `${path}.icon_url`, most.url);
  return { icon_url: url, proxy_icon_url: url };
}

function readPicture(value: unknown, path: string): Wire {
  const fields = readFields(value, path);
  const url = readUrl(fields['url'], `${path}.url`, most.url);
  return { url, proxy_url: url, width: 0, height: 0 };
}

function readTimestamp(value: unknown, path: string): string {
  const at = typeof value === 'string' || typeof value === 'number' ? Date.parse(String(value)) : NaN;
  if (Number.isNaN(at))
    throw formError(path, 'DATE_TIME_TYPE_PARSE', `Could not parse ${String(value)}. Should be ISO8601.`);
  return String(value);
}

function countRequired(fields: Fields, name: string, path: string, longest: number, total: Total): string {
  const text = isGiven(fields[name]) ? count(fields[name], `${path}.${name}`, longest, total) : '';
  if (text === '') throw required(`${path}.${name}`);
  return text;
}

/** White space around a text does not count, and is not kept. */
function count(value: unknown, path: string, longest: number, total: Total): string {
  const trimmed = typeof value === 'string' ? value.trim() : value;
  const text = readText(trimmed, path, longest);
  total.length += lengthOf(text, 0);
  return text;
}
