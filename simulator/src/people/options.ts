import { attach } from '../acts/attach.ts';
import { ApiError } from '../errors.ts';
import { optionTypes } from '../interactions/command-rules.ts';
import type { Named } from '../interactions/resolved.ts';
import type { Wire } from '../objects/wire.ts';
import { lengthOf, type Fields } from '../rules/read.ts';
import { nameChannel, nameEither, namePerson, nameRole } from './choosing.ts';
import type { Self } from './create-person.ts';
import type { Attached, OptionValue } from './person.ts';
import { impossible } from './places.ts';
import { largestFile } from './writing.ts';

/** The options as they are sent, checked as the client checks them; what they name is noted. */
export function fillOptions(
  self: Self,
  options: readonly Fields[],
  given: Readonly<Record<string, OptionValue>>,
  named: Named,
): Wire[] {
  for (const name of Object.keys(given))
    if (!options.some((option) => option['name'] === name)) throw impossible(`there is no option ${name}`);
  return options.flatMap((option) => {
    const name = String(option['name']);
    const value = given[name];
    if (value === undefined) {
      if (option['required'] === true) throw impossible(`the option ${name} is missing`);
      return [];
    }
    return [{ name, type: option['type'], value: fill(self, option, value, named) }];
  });
}

function fill(self: Self, option: Fields, value: OptionValue, named: Named): string | number | boolean {
  const text = String(value);
  switch (option['type']) {
    case optionTypes.text:
      return chosen(option, shortOrLong(option, text));
    case optionTypes.integer:
    case optionTypes.number:
      return chosen(option, smallOrLarge(option, value));
    case optionTypes.boolean:
      if (typeof value !== 'boolean') throw wrong(option, 'true or false');
      return value;
    case optionTypes.user:
      return namePerson(self, text, named);
    case optionTypes.channel:
      return nameChannel(self, text, named, option['channel_types']);
    case optionTypes.role:
      return nameRole(self, text, named);
    case optionTypes.mentionable:
      return nameEither(self, text, named);
    default:
      return upload(self, option, value, named);
  }
}

/** With choices, only those; by name or value. With autocomplete, anything. */
function chosen<T extends string | number>(option: Fields, value: T): T {
  const choices = Array.isArray(option['choices']) ? (option['choices'] as Fields[]) : [];
  if (choices.length === 0) return value;
  const choice = choices.find((one) => one['value'] === value) ?? choices.find((one) => one['name'] === value);
  if (!choice) throw wrong(option, 'one of its choices');
  return choice['value'] as T;
}

function shortOrLong(option: Fields, text: string): string {
  const most = Number(option['max_length'] ?? 6000);
  const length = lengthOf(text, most);
  if (length < Number(option['min_length'] ?? 0) || length > most) throw wrong(option, 'a text of another length');
  return text;
}

function smallOrLarge(option: Fields, value: OptionValue): number | string {
  if (typeof value === 'string' && Array.isArray(option['choices'])) return value;
  const whole = option['type'] === optionTypes.integer;
  if (typeof value !== 'number' || (whole && !Number.isInteger(value))) throw wrong(option, 'a number');
  if (value < Number(option['min_value'] ?? -Infinity) || value > Number(option['max_value'] ?? Infinity))
    throw wrong(option, 'a number in its range');
  return value;
}

function upload(self: Self, option: Fields, value: OptionValue, named: Named): string {
  if (typeof value !== 'object') throw wrong(option, 'a file');
  return uploadFor(self, value, named);
}

/** A file given with a command or a modal; it is the bot's to fetch, and nobody else sees it. */
export function uploadFor({ world }: Self, file: Attached, named: Named): string {
  if (file.bytes.length > largestFile(world, named.at)) throw new ApiError(413, 40005, 'Request entity too large');
  const attachment = attach(world, {
    filename: file.name,
    bytes: file.bytes,
    contentType: file.type ?? null,
    ephemeral: true,
  });
  named.attachments.push(attachment);
  return attachment.id;
}

function wrong(option: Fields, what: string): Error {
  return impossible(`the option ${String(option['name'])} wants ${what}`);
}
