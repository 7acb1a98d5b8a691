import { formError } from '../errors.ts';
import type { Wire } from '../objects/wire.ts';
import { type Fields, isGiven, readInteger } from './read.ts';

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
export const componentTypes = {
  row: 1,
  button: 2,
  stringSelect: 3,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;

/** What is known of a message's components while they are read. */
export interface Reading {
  readonly v2: boolean;
  readonly customIds: Set<string>;
  readonly ids: Set<number>;
  count: number;
  text: number;
}

export function wrongType(path: string, types: readonly number[]): Error {
  return formError(`${path}.type`, 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${types.join(', ')}).`);
}

/** Counts a component and checks its id, which is unique in the message. */
export function begin(fields: Fields, path: string, reading: Reading): Wire {
  reading.count += 1;
  if (!isGiven(fields['id']) || fields['id'] === 0) return { type: fields['type'] };
  const id = readInteger(fields['id'], `${path}.id`, 0, 2_147_483_647);
  if (reading.ids.has(id))
    throw formError(`${path}.id`, 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
  reading.ids.add(id);
  return { type: fields['type'], id };
}
