import { formError } from '../errors.ts';
import type { Wire } from '../objects/wire.ts';
import { componentTypes, type Reading, wrongType } from './component.ts';
import { readBlock } from './component-blocks.ts';
import { readRow } from './component-rows.ts';
import { component as most } from './numbers.ts';
import { readFields, readList } from './read.ts';

/** Reads `components`, whose kinds depend on the flag for components v2. Missing ids are given when the message is made. */
export function readComponents(value: unknown, v2: boolean, path = 'components'): Wire[] {
  const reading: Reading = { v2, customIds: new Set(), ids: new Set(), count: 0, text: 0 };
  const list = readList(value, path, v2 ? most.totalV2 : most.rows);
  const components = list.map((one, index) => readTop(one, `${path}.${index}`, reading));
  if (reading.count > most.totalV2 && v2)
    throw formError(path, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', 'Too many components');
  if (reading.text > most.textV2)
    throw formError(path, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', 'The text of the components is too long');
  return components;
}

function readTop(value: unknown, path: string, reading: Reading): Wire {
  const fields = readFields(value, path);
  if (fields['type'] === componentTypes.row) return readRow(fields, path, reading);
  if (reading.v2) return readBlock(fields, path, reading);
  throw wrongType(path, [componentTypes.row]);
}
