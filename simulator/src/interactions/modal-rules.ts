import { formError } from '../errors.ts';
import type { Wire } from '../objects/wire.ts';
import { begin, type Reading, wrongType } from '../rules/component.ts';
import { readCustomId, readOptions, readSelect } from '../rules/component-rows.ts';
import { completeComponents } from '../acts/components.ts';
import {
  type Fields,
  isGiven,
  readBoolean,
  readChoice,
  readFields,
  readInteger,
  readList,
  readText,
  refuseUnknown,
} from '../rules/read.ts';

/** https://docs.discord.com/developers/components/reference#label, #text-input and their neighbours. */
const most = {
  title: 45,
  customId: 100,
  components: 5,
  label: 45,
  description: 100,
  text: 4000,
  placeholder: 100,
  files: 10,
  groupOptions: 10,
  textDisplay: 4000,
};

/** Kinds of components in a modal. */
export const modalTypes = {
  row: 1,
  stringSelect: 3,
  textInput: 4,
  text: 10,
  label: 18,
  files: 19,
  radio: 21,
  checkboxes: 22,
  checkbox: 23,
} as const;

const selects: readonly unknown[] = [3, 5, 6, 7, 8];
const insideLabel = [3, 4, 5, 6, 7, 8, 19, 21, 22, 23];

/** Reads the `data` of a modal; ids are filled in. */
export function readModal(data: Fields): Wire {
  refuseUnknown(data, new Set(['custom_id', 'title', 'components']), 'data');
  const reading: Reading = { v2: true, customIds: new Set(), ids: new Set(), count: 0, text: 0 };
  const list = readList(data['components'], 'data.components', most.components, 1);
  const components = list.map((one, index) => readTop(one, `data.components.${index}`, reading));
  return {
    custom_id: readText(data['custom_id'] ?? '', 'data.custom_id', most.customId, 1),
    title: readText(data['title'] ?? '', 'data.title', most.title, 1),
    components: completeComponents(components),
  };
}

function readTop(value: unknown, path: string, reading: Reading): Wire {
  const fields = readFields(value, path);
  switch (fields['type']) {
    case modalTypes.row:
      return readRow(fields, path, reading);
    case modalTypes.label:
      return readLabel(fields, path, reading);
    case modalTypes.text:
      refuseUnknown(fields, new Set(['type', 'id', 'content']), path);
      return {
        ...begin(fields, path, reading),
        content: readText(fields['content'] ?? '', `${path}.content`, most.textDisplay, 1),
      };
    default:
      throw wrongType(path, [modalTypes.row, modalTypes.text, modalTypes.label]);
  }
}

/** The older form: a row with one text input, which carries its own label. */
function readRow(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, new Set(['type', 'id', 'components']), path);
  const row = begin(fields, path, reading);
  const components = readList(fields['components'], `${path}.components`, 1, 1).map((one, index) => {
    const at = `${path}.components.${index}`;
    const child = readFields(one, at);
    if (child['type'] !== modalTypes.textInput) throw wrongType(at, [modalTypes.textInput]);
    const label = readText(child['label'] ?? '', `${at}.label`, most.label, 1);
    return { ...readTextInput(child, at, reading), label };
  });
  return { ...row, components };
}

function readLabel(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, new Set(['type', 'id', 'label', 'description', 'component']), path);
  const label: Wire = {
    ...begin(fields, path, reading),
    label: readText(fields['label'] ?? '', `${path}.label`, most.label, 1),
  };
  if (isGiven(fields['description']))
    label['description'] = readText(fields['description'], `${path}.description`, most.description, 1);
  const at = `${path}.component`;
  return { ...label, component: readField(readFields(fields['component'], at), at, reading) };
}

function readField(fields: Fields, path: string, reading: Reading): Wire {
  const { type } = fields;
  if (fields['disabled'] === true)
    throw formError(`${path}.disabled`, 'COMPONENT_DISABLED_IN_MODAL', 'Components in modals cannot be disabled');
  if (type === modalTypes.textInput) {
    if (isGiven(fields['label']))
      throw formError(`${path}.label`, 'TEXT_INPUT_LABEL_IN_LABEL', 'A text input in a label has no label of its own');
    return readTextInput(fields, path, reading);
  }
  const needed = isGiven(fields['required']) ? readBoolean(fields['required'], `${path}.required`) : true;
  if (selects.includes(type)) return { ...readSelect(fields, path, reading), required: needed };
  if (!insideLabel.includes(Number(type))) throw wrongType(path, insideLabel);
  return { ...readGroup(fields, path, reading), ...(type === modalTypes.checkbox ? {} : { required: needed }) };
}

const knownInTextInput = new Set([
  ...['type', 'id', 'custom_id', 'style', 'label', 'min_length', 'max_length', 'required', 'value', 'placeholder'],
]);

/** https://docs.discord.com/developers/components/reference#text-input */
function readTextInput(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, knownInTextInput, path);
  const input: Wire = {
    ...begin(fields, path, reading),
    custom_id: readCustomId(fields, path, reading),
    style: readChoice(fields['style'], `${path}.style`, [1, 2]),
    required: isGiven(fields['required']) ? readBoolean(fields['required'], `${path}.required`) : true,
  };
  for (const [name, fewest] of [
    ['min_length', 0],
    ['max_length', 1],
  ] as const)
    if (isGiven(fields[name])) input[name] = readInteger(fields[name], `${path}.${name}`, fewest, most.text);
  for (const [name, longest] of [
    ['value', most.text],
    ['placeholder', most.placeholder],
  ] as const)
    if (isGiven(fields[name])) input[name] = readText(fields[name], `${path}.${name}`, longest);
  return input;
}

const knownInGroup = new Set([
  ...['type', 'id', 'custom_id', 'required', 'options', 'min_values', 'max_values', 'default', 'disabled'],
]);

/** File uploads, radio and checkbox groups, single checkboxes. */
function readGroup(fields: Fields, path: string, reading: Reading): Wire {
  refuseUnknown(fields, knownInGroup, path);
  const group: Wire = { ...begin(fields, path, reading), custom_id: readCustomId(fields, path, reading) };
  const { type } = fields;
  if (type === modalTypes.checkbox)
    return { ...group, default: isGiven(fields['default']) && readBoolean(fields['default'], `${path}.default`) };
  if (type === modalTypes.radio || type === modalTypes.checkboxes) {
    const options = readOptions(fields, path, most.groupOptions);
    if (type === modalTypes.radio && options.length < 2)
      throw formError(`${path}.options`, 'BASE_TYPE_BAD_LENGTH', 'Must be between 2 and 10 in length.');
    group['options'] = options;
  }
  for (const [name, fewest] of [
    ['min_values', 0],
    ['max_values', 1],
  ] as const)
    if (isGiven(fields[name])) group[name] = readInteger(fields[name], `${path}.${name}`, fewest, most.files);
  return group;
}
