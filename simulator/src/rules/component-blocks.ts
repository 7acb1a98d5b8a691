import type { Wire } from '../objects/wire.ts';
import { begin, componentTypes, type Reading, wrongType } from './component.ts';
import { readButton, readRow } from './component-rows.ts';
import { component as most } from './numbers.ts';
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
} from './read.ts';

const { row, section, text, thumbnail, gallery, file, separator, container, button } = componentTypes;

/** Reads one of the components that need the v2 flag. https://docs.discord.com/developers/components/reference */
export function readBlock(fields: Fields, path: string, reading: Reading): Wire {
  const { type } = fields;
  if (type === text) return readTextDisplay(fields, path, reading);
  if (type === section) return readSection(fields, path, reading);
  if (type === gallery) return readGallery(fields, path, reading);
  if (type === file) return readFile(fields, path, reading);
  if (type === separator) return readSeparator(fields, path, reading);
  if (type === container) return readContainer(fields, path, reading);
  throw wrongType(path, [row, section, text, gallery, file, separator, container]);
}

function readTextDisplay(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, new Set(['type', 'id', 'content']), path);
  const content = readText(fields['content'] ?? '', `${path}.content`, most.textV2, 1);
  reading.text += lengthOf(content, 0);
  return { ...begin(fields, path, reading), content };
}

function readSection(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, new Set(['type', 'id', 'components', 'accessory']), path);
  const self = begin(fields, path, reading);
  const inside = readList(fields['components'], `${path}.components`, most.sectionTexts, 1);
  const components = inside.map((one, index) => {
    const at = `${path}.components.${index}`;
    const child = readFields(one, at);
    if (child['type'] !== text) throw wrongType(at, [text]);
    return readTextDisplay(child, at, reading);
  });
  const at = `${path}.accessory`;
  const beside = readFields(fields['accessory'], at);
  if (beside['type'] === button) return { ...self, components, accessory: readButton(beside, at, reading) };
  if (beside['type'] !== thumbnail) throw wrongType(at, [button, thumbnail]);
  refuseUnknown(beside, new Set(['type', 'id', 'media', 'description', 'spoiler']), at);
  return { ...self, components, accessory: { ...begin(beside, at, reading), ...readMedia(beside, 'media', at) } };
}

function readGallery(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, new Set(['type', 'id', 'items']), path);
  const items = readList(fields['items'], `${path}.items`, most.galleryItems, 1).map((one, index) => {
    const at = `${path}.items.${index}`;
    const item = readFields(one, at);
    refuseUnknown(item, new Set(['media', 'description', 'spoiler']), at);
    return readMedia(item, 'media', at);
  });
  return { ...begin(fields, path, reading), items };
}

function readFile(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, new Set(['type', 'id', 'file', 'spoiler']), path);
  return { ...begin(fields, path, reading), ...readMedia(fields, 'file', path), name: '', size: 0 };
}

function readSeparator(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, new Set(['type', 'id', 'divider', 'spacing']), path);
  const { divider, spacing } = fields;
  return {
    ...begin(fields, path, reading),
    divider: isGiven(divider) ? readBoolean(divider, `${path}.divider`) : true,
    spacing: isGiven(spacing) ? readInteger(spacing, `${path}.spacing`, 1, 2) : 1,
  };
}

function readContainer(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, new Set(['type', 'id', 'components', 'accent_color', 'spoiler']), path);
  const self = begin(fields, path, reading);
  const inside = readList(fields['components'], `${path}.components`, most.totalV2, 1);
  const components = inside.map((one, index) => {
    const at = `${path}.components.${index}`;
    const child = readFields(one, at);
    if (child['type'] === row) return readRow(child, at, reading);
    if (child['type'] === container) throw wrongType(at, [row, section, text, gallery, file, separator]);
    return readBlock(child, at, reading);
  });
  const { accent_color: colour, spoiler } = fields;
  return {
    ...self,
    accent_color: isGiven(colour) ? readInteger(colour, `${path}.accent_color`, 0, 0xffffff) : null,
    spoiler: isGiven(spoiler) ? readBoolean(spoiler, `${path}.spoiler`) : false,
    components,
  };
}

function readMedia(fields: Fields, name: 'media' | 'file', path: string): Wire {
  const media = readFields(fields[name], `${path}.${name}`);
  const { description, spoiler } = fields;
  const url = readUrl(media['url'], `${path}.${name}.url`, 2048);
  return {
    [name]: { id: '0', url, proxy_url: url, width: 0, height: 0, content_type: null },
    ...(name === 'media'
      ? {
          description: isGiven(description)
            ? readText(description, `${path}.description`, most.mediaDescription)
            : null,
        }
      : {}),
    spoiler: isGiven(spoiler) ? readBoolean(spoiler, `${path}.spoiler`) : false,
  };
}
