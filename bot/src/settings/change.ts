import type { GuildId } from '../ids.ts';
import type { SettingsTable, StoredSettings } from '../bookkeeping.ts';
import type { SettingChange, SettingProblem } from './assignments.ts';
import { check } from './check.ts';
import { complete } from './complete.ts';
import type { Settings } from './schema.ts';

export type Changed = { readonly settings: Settings } | { readonly problems: readonly SettingProblem[] };

/**
 * Stores a change of a server's settings, if what comes out of it fits together. Run it in a transaction.
 * `checked` says whether the ids in it were looked up at Discord.
 */
export async function changeSettings(
  table: Pick<SettingsTable, 'get' | 'put'>,
  guild: GuildId,
  {
    change,
    checked,
    by,
    now,
  }: { readonly change: SettingChange; readonly checked: boolean; readonly by: string; readonly now: number },
): Promise<Changed> {
  const before = await table.get(guild);
  const version = before?.version ?? 0;
  if ((change.basedOn ?? version) !== version) return changedMeanwhile;
  const values = changedValues(before, change);
  const settings = complete(values);
  const problems = check(settings);
  if (problems.length > 0) return { problems };
  const stored = await table.put(guild, values, version, checked, by, now);
  return stored ? { settings } : changedMeanwhile;
}

const changedMeanwhile: Changed = {
  problems: [{ field: 'settings', wrong: 'were changed by somebody else just now: try again', example: null }],
};

/** What would be stored. */
export function changedValues(before: StoredSettings | null, change: SettingChange): StoredSettings['values'] {
  const reset: readonly string[] = change.reset;
  const kept = Object.entries(before?.values ?? {}).filter(([name]) => !reset.includes(name));
  return { ...Object.fromEntries(kept), ...change.values };
}
