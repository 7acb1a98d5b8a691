import { completeFlat } from './complete.ts';
import { settingFields } from './schema.ts';
import type { Field } from './fields.ts';
import type { FlatSettings, SettingName } from './schema.ts';

export interface WrittenSetting {
  readonly name: SettingName;
  /** As it is typed after `name=`. */
  readonly written: string;
  /** As people read it. */
  readonly shown: string;
  /** False where a preset or the defaults decided. */
  readonly isSet: boolean;
}

/** A server's settings as text, in the order of the schema. */
export function writeSettings(stored: Readonly<Record<string, unknown>>): readonly WrittenSetting[] {
  const flat = completeFlat(stored);
  return (Object.keys(settingFields) as SettingName[]).map((name) => ({
    name,
    ...write(name, flat),
    isSet: Object.hasOwn(stored, name),
  }));
}

function write<Name extends SettingName>(name: Name, flat: FlatSettings): Pick<WrittenSetting, 'written' | 'shown'> {
  const field: Field<FlatSettings[Name]> = settingFields[name];
  const written = field.write(flat[name]);
  return { written, shown: field.show?.(flat[name]) ?? written };
}
