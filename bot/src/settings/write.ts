import { completeFlat } from './complete.ts';
import { settingFields } from './schema.ts';
import type { Field } from './fields.ts';
import type { FlatSettings, SettingName } from './schema.ts';

export interface WrittenSetting {
  readonly name: SettingName;
  /** As it is typed after `name=`. */
  readonly written: string;
  /** False where a preset or the defaults decided. */
  readonly isSet: boolean;
}

/** A server's settings as text, in the order of the schema. */
export function writeSettings(stored: Readonly<Record<string, unknown>>): readonly WrittenSetting[] {
  const flat = completeFlat(stored);
  return (Object.keys(settingFields) as SettingName[]).map((name) => ({
    name,
    written: write(name, flat),
    isSet: Object.hasOwn(stored, name),
  }));
}

function write<Name extends SettingName>(name: Name, flat: FlatSettings): string {
  const field: Field<FlatSettings[Name]> = settingFields[name];
  return field.write(flat[name]);
}
