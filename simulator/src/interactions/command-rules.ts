import { formError } from '../errors.ts';
import {
  isGiven,
  readBits,
  readBoolean,
  readChoice,
  readFields,
  readList,
  readText,
  refuseUnknown,
  type Fields,
} from '../rules/read.ts';
import type { Command } from '../state.ts';
import { checkLocalizations } from './localizations.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
export const limits = {
  /** By type: chat, user, message; for all servers, and again in each. */
  perScope: { 1: 100, 2: 15, 3: 15 } as Readonly<Record<number, number>>,
  createdPerDay: 200,
  nameLength: 32,
  descriptionLength: 100,
  options: 25,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  characters: 8000,
  textOptionLength: 6000,
} as const;

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
export const optionTypes = {
  subcommand: 1,
  group: 2,
  text: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

export const commandFields = [
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'dm_permission',
  'default_permission',
  'integration_types',
  'contexts',
  'type',
  'nsfw',
  'handler',
] as const;

const knownInCommand = new Set<string>([...commandFields, 'id']);
const knownInOption = new Set([
  ...['type', 'name', 'name_localizations', 'description', 'description_localizations', 'required', 'choices'],
  ...['options', 'channel_types', 'min_value', 'max_value', 'min_length', 'max_length', 'autocomplete'],
]);
const knownInChoice = new Set(['name', 'name_localizations', 'value']);

/** Discord's form of a command that was sent: checked, with defaults. `at` is the body's place in the request, like `0.`. */
export function completeCommand(body: Fields, at = ''): Command['body'] {
  refuseUnknown(body, knownInCommand, at.slice(0, -1));
  const type = readChoice(body['type'] ?? 1, `${at}type`, [1, 2, 3]);
  const name = readText(body['name'] ?? '', `${at}name`, limits.nameLength, 1);
  const description = body['description'] ?? '';
  const options = fieldsOf(body['options'], `${at}options`, limits.options);
  checkLocalizations(
    body['name_localizations'],
    `${at}name_localizations`,
    limits.nameLength,
    type === 1 ? checkName : undefined,
  );
  if (type === 1) {
    checkLocalizations(body['description_localizations'], `${at}description_localizations`, limits.descriptionLength);
    checkName(name, `${at}name`);
    readText(description, `${at}description`, limits.descriptionLength, 1);
    checkOptions(options, `${at}options`, 0);
  } else checkContextMenu(description, options, at);
  const complete = {
    type,
    name,
    name_localizations: body['name_localizations'] ?? null,
    description: String(description),
    description_localizations: body['description_localizations'] ?? null,
    default_member_permissions: readPermissions(body['default_member_permissions'], `${at}default_member_permissions`),
    dm_permission: readBoolean(body['dm_permission'] ?? true, `${at}dm_permission`),
    contexts: readChosen(body['contexts'], [0, 1, 2], `${at}contexts`),
    integration_types: readChosen(body['integration_types'], [0, 1], `${at}integration_types`) ?? [0],
    nsfw: readBoolean(body['nsfw'] ?? false, `${at}nsfw`),
    ...(options.length > 0 ? { options } : {}),
  };
  if (characters(complete) > limits.characters)
    throw formError(`${at}name`, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
  return complete;
}

function checkContextMenu(description: unknown, options: readonly Fields[], at: string): void {
  const refuse = (field: string, what: string) =>
    formError(
      at + field,
      `APPLICATION_COMMAND_CONTEXT_MENU_${field.toUpperCase()}_CANNOT_BE_SET`,
      `Context menu commands cannot have ${what}`,
    );
  if (description !== '') throw refuse('description', 'description');
  if (options.length > 0) throw refuse('options', 'options');
}

/** `depth`: 0 in a command, 1 in a group, 2 in a subcommand. */
function checkOptions(options: readonly Fields[], at: string, depth: number): void {
  const names = options.map((option) => option['name']);
  if (new Set(names).size < names.length)
    throw formError(at, 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option names must be unique');
  const nested = options.filter((option) => Number(option['type']) <= optionTypes.group).length;
  if (nested > 0 && nested < options.length)
    throw formError(
      at,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  let optional = false;
  options.forEach((option, index) => {
    const here = `${at}.${index}`;
    checkOption(option, here, depth);
    if (option['required'] === true && optional)
      throw formError(
        here,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    optional ||= option['required'] !== true;
  });
}

function checkOption(option: Fields, at: string, depth: number): void {
  refuseUnknown(option, knownInOption, at);
  // Groups stand in commands only, subcommands in commands and groups.
  const possible = Object.values(optionTypes).filter(
    (one) => one > optionTypes.group || depth === 0 || (one === optionTypes.subcommand && depth === 1),
  );
  const type = readChoice(option['type'], `${at}.type`, possible);
  checkName(readText(option['name'] ?? '', `${at}.name`, limits.nameLength, 1), `${at}.name`);
  readText(option['description'] ?? '', `${at}.description`, limits.descriptionLength, 1);
  checkLocalizations(option['name_localizations'], `${at}.name_localizations`, limits.nameLength, checkName);
  checkLocalizations(option['description_localizations'], `${at}.description_localizations`, limits.descriptionLength);
  const inner = fieldsOf(option['options'], `${at}.options`, limits.options);
  if (type <= optionTypes.group) checkOptions(inner, `${at}.options`, type === optionTypes.group ? 1 : 2);
  else if (inner.length > 0) throw impossible(`${at}.options`, 'options');
  checkChoices(option, type, at);
}

function checkChoices(option: Fields, type: number, at: string): void {
  const choices = fieldsOf(option['choices'], `${at}.choices`, limits.choices);
  const may = type === optionTypes.text || type === optionTypes.integer || type === optionTypes.number;
  if (!may && choices.length > 0) throw impossible(`${at}.choices`, 'choices');
  if (option['autocomplete'] === true && (!may || choices.length > 0))
    throw impossible(`${at}.autocomplete`, 'autocomplete');
  choices.forEach((choice, index) => {
    const here = `${at}.choices.${index}`;
    refuseUnknown(choice, knownInChoice, here);
    readText(choice['name'] ?? '', `${here}.name`, limits.choiceName, 1);
    checkLocalizations(choice['name_localizations'], `${here}.name_localizations`, limits.choiceName);
    if (type === optionTypes.text) readText(choice['value'], `${here}.value`, limits.choiceValue, 1);
    else if (typeof choice['value'] !== 'number')
      throw formError(`${here}.value`, 'NUMBER_TYPE_COERCE', `Value "${String(choice['value'])}" is not a number.`);
  });
}

function impossible(at: string, what: string): Error {
  return formError(at, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', `This option cannot have ${what}`);
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
function checkName(name: string, at: string): void {
  if (!/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u.test(name) || name !== name.toLowerCase())
    throw formError(at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
}

function readPermissions(value: unknown, at: string): string | null {
  return isGiven(value) ? String(readBits(value, at)) : null;
}

function readChosen(value: unknown, possible: readonly number[], at: string): number[] | null {
  if (!isGiven(value)) return null;
  const chosen = readList(value, at, possible.length, 1).map((one, index) =>
    readChoice(one, `${at}.${index}`, possible),
  );
  if (new Set(chosen).size < chosen.length)
    throw formError(at, 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains one of the values');
  return chosen;
}

/** What counts: names, descriptions and choice values, each in its longest language. */
function characters(part: Fields): number {
  const longest = (field: string) => {
    const others = Object.values((part[`${field}_localizations`] ?? {}) as Record<string, string>);
    return Math.max(...[String(part[field] ?? ''), ...others].map((one) => [...one].length));
  };
  let sum = longest('name') + longest('description');
  for (const option of listed(part['options'])) sum += characters(option);
  for (const choice of listed(part['choices'])) sum += characters(choice) + String(choice['value']).length;
  return sum;
}

function fieldsOf(value: unknown, at: string, most: number): Fields[] {
  return isGiven(value) ? readList(value, at, most).map((one, index) => readFields(one, `${at}.${index}`)) : [];
}

const listed = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);
