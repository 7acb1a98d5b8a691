import type { ChannelId } from '../ids.ts';
import { defaults, presets } from './presets.ts';
import { settingFields } from './schema.ts';
import type { FlatSettings, SettingName, Settings, Values } from './schema.ts';

/** Fills what was not set from the preset and the defaults. Stored values that this version does not know or accept are passed over. */
export function complete(stored: Readonly<Record<string, unknown>>): Settings {
  return nested(completeFlat(stored));
}

export function completeFlat(stored: Readonly<Record<string, unknown>>): FlatSettings {
  const values = readStored(stored);
  return { ...defaults, ...presets[values.preset ?? defaults.preset], ...values };
}

function nested(flat: FlatSettings): Settings {
  const {
    'limits.openCooldown': openCooldown,
    'limits.perSidePerMinute': perSidePerMinute,
    'gates.accountAge': accountAge,
    'gates.timeInServer': timeInServer,
    'gates.role': role,
    ...rest
  } = flat;
  return { ...rest, limits: { openCooldown, perSidePerMinute }, gates: { accountAge, timeInServer, role } };
}

function readStored(stored: Readonly<Record<string, unknown>>): Values {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(stored)) {
    if (!isSettingName(name)) continue;
    const parsed = settingFields[name].schema.safeParse(value);
    if (parsed.success) read[name] = parsed.data;
  }
  return read;
}

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingFields, name);
}

/** Where transcripts are posted; null means nowhere. With the phantom preset a link goes to its own channel or is not posted. */
export function transcriptPlace(settings: Settings): ChannelId | null {
  if (settings.transcript === 'none') return null;
  if (settings.transcriptChannel !== null) return settings.transcriptChannel;
  if (settings.preset === 'phantom' && settings.transcript === 'link') return null;
  return settings.logsChannel;
}
