import { formError } from '../errors.ts';
import type { Wire } from '../objects/wire.ts';
import { begin, componentTypes, type Reading, wrongType } from './component.ts';
import { component as most } from './numbers.ts';
import {
  type Fields,
  isGiven,
  readBoolean,
  readFields,
  readInteger,
  readList,
  readSnowflake,
  readText,
  readUrl,
  refuseUnknown,
  required,
} from './read.ts';

const selects: ReadonlySet<unknown> = new Set([3, 5, 6, 7, 8]);

const knownInRow = new Set(['type', 'id', 'components']);

export function readRow(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, knownInRow, path);
  const row = begin(fields, path, reading);
  const inside = readList(fields['components'], `${path}.components`, most.buttonsInRow, 1);
  const components = inside.map((one, index) => {
    const at = `${path}.components.${index}`;
    const child = readFields(one, at);
    if (child['type'] === componentTypes.button) return readButton(child, at, reading);
    if (!selects.has(child['type'])) throw wrongType(at, [2, 3, 5, 6, 7, 8]);
    if (inside.length > 1)
      throw formError(
        `${path}.components`,
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      );
    return readSelect(child, at, reading);
  });
  return { ...row, components };
}

const knownInButton = new Set(['type', 'id', 'style', 'label', 'emoji', 'custom_id', 'sku_id', 'url', 'disabled']);
const linkStyle = 5;
const premiumStyle = 6;

/** https://docs.discord.com/developers/components/reference#button */
export function readButton(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, knownInButton, path);
  const button = begin(fields, path, reading);
  const style = readInteger(fields['style'], `${path}.style`, 1, premiumStyle);
  button['style'] = style;
  if (isGiven(fields['label'])) button['label'] = readText(fields['label'], `${path}.label`, most.buttonLabel);
  if (isGiven(fields['emoji'])) button['emoji'] = readEmoji(fields['emoji'], `${path}.emoji`);
  if (isGiven(fields['disabled'])) button['disabled'] = readBoolean(fields['disabled'], `${path}.disabled`);
  if (style === premiumStyle) return { ...button, sku_id: readSnowflake(fields['sku_id'], `${path}.sku_id`) };
  if (!button['label'] && !button['emoji'])
    throw formError(path, 'BUTTON_COMPONENT_INVALID_LABEL', 'A button must have a label or an emoji');
  const other = style === linkStyle ? 'custom_id' : 'url';
  if (isGiven(fields[other]))
    throw formError(
      path,
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      'A custom id and url cannot both be specified',
    );
  if (style === linkStyle) return { ...button, url: readUrl(fields['url'], `${path}.url`, most.url) };
  return { ...button, custom_id: readCustomId(fields, path, reading) };
}

const knownInSelect = new Set([
  'type',
  'id',
  'custom_id',
  'options',
  'channel_types',
  'placeholder',
  'default_values',
  'min_values',
  'max_values',
  'disabled',
  'required',
]);

/** https://docs.discord.com/developers/components/reference#string-select */
export function readSelect(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, knownInSelect, path);
  const select: Wire = { ...begin(fields, path, reading), custom_id: readCustomId(fields, path, reading) };
  if (isGiven(fields['placeholder']))
    select['placeholder'] = readText(fields['placeholder'], `${path}.placeholder`, most.placeholder);
  const fewest = isGiven(fields['min_values']) ? fields['min_values'] : 1;
  const maximum = isGiven(fields['max_values']) ? fields['max_values'] : 1;
  select['min_values'] = readInteger(fewest, `${path}.min_values`, 0, most.selectOptions);
  select['max_values'] = readInteger(maximum, `${path}.max_values`, 1, most.selectOptions);
  select['disabled'] = isGiven(fields['disabled']) ? readBoolean(fields['disabled'], `${path}.disabled`) : false;
  if (fields['type'] === componentTypes.stringSelect) return { ...select, options: readOptions(fields, path) };
  if (isGiven(fields['options']))
    throw formError(`${path}.options`, 'UNKNOWN_FIELD', 'Only string selects have options.');
  if (isGiven(fields['channel_types']))
    select['channel_types'] = readList(fields['channel_types'], `${path}.channel_types`, 25);
  if (isGiven(fields['default_values']))
    select['default_values'] = readList(fields['default_values'], `${path}.default_values`, 25);
  return select;
}

const knownInOption = new Set(['label', 'value', 'description', 'emoji', 'default']);

export function readOptions(fields: Fields, path: string, longest: number = most.selectOptions): Wire[] {
  if (!isGiven(fields['options'])) throw required(`${path}.options`);
  const values = new Set<string>();
  return readList(fields['options'], `${path}.options`, longest, 1).map((one, index) => {
    const at = `${path}.options.${index}`;
    const option = readFields(one, at);
    refuseUnknown(option, knownInOption, at);
    const value = readText(option['value'] ?? '', `${at}.value`, most.option, 1);
    if (values.has(value))
      throw formError(
        `${at}.value`,
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    values.add(value);
    const { description, emoji } = option;
    return {
      label: readText(option['label'] ?? '', `${at}.label`, most.option, 1),
      value,
      ...(isGiven(description) ? { description: readText(description, `${at}.description`, most.option) } : {}),
      ...(isGiven(emoji) ? { emoji: readEmoji(emoji, `${at}.emoji`) } : {}),
      ...(isGiven(option['default']) ? { default: readBoolean(option['default'], `${at}.default`) } : {}),
    };
  });
}

export function readCustomId(fields: Fields, path: string, reading: Reading): string {
  const at = `${path}.custom_id`;
  const id = readText(fields['custom_id'] ?? '', at, most.customId, 1);
  if (reading.customIds.has(id))
    throw formError(at, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  reading.customIds.add(id);
  return id;
}

const knownInEmoji = new Set(['id', 'name', 'animated']);

function readEmoji(value: unknown, path: string): Wire {
  const emoji = readFields(value, path);
  refuseUnknown(emoji, knownInEmoji, path);
  const { id, name, animated } = emoji;
  if (!isGiven(id) && !isGiven(name)) throw formError(`${path}.id`, 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
  return {
    ...(isGiven(id) ? { id: readSnowflake(id, `${path}.id`) } : {}),
    name: isGiven(name) ? readText(name, `${path}.name`, 32, 1) : '_',
    ...(animated === true ? { animated } : {}),
  };
}
