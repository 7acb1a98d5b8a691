import { ComponentType, type APIAttachment } from 'discord-api-types/v10';
import type { Interaction } from '../incoming.ts';
import { readFile } from './read-content.ts';

/** As much of a submitted form as reading needs; Label wraps one component, the older action row a list. */
interface Submitted {
  readonly type?: number;
  readonly custom_id?: string;
  readonly value?: string | boolean | null;
  readonly values?: readonly string[];
  readonly component?: Submitted;
  readonly components?: readonly Submitted[];
}

type Entered = Pick<Extract<Interaction, { kind: 'form' }>, 'values' | 'lists' | 'files'>;

/** What was entered, by field id. `uploads`: the files that Discord describes beside the form, by their ids. */
export function readForm(
  components: readonly object[],
  uploads: Readonly<Record<string, APIAttachment>> = {},
): Entered {
  const values: Record<string, string> = {};
  const lists: Record<string, readonly string[]> = {};
  const files: Record<string, Entered['files'][string]> = {};
  const walk = (part: Submitted): void => {
    part.components?.forEach(walk);
    if (part.component) walk(part.component);
    const { custom_id: id } = part;
    if (id === undefined) return;
    if (part.type === ComponentType.FileUpload)
      files[id] = (part.values ?? []).flatMap((upload) => uploads[upload] ?? []).map(readFile);
    else if (part.values) lists[id] = part.values;
    else if (part.value !== undefined && part.value !== null) lists[id] = [String(part.value)];
    if (lists[id] !== undefined) values[id] = lists[id].join(',');
  };
  components.forEach((component) => walk(component as Submitted));
  return { values, lists, files };
}
