import type { GuildId } from '../ids.ts';
import type { StoredSettings } from '../bookkeeping.ts';
import type { Tables } from '../store.ts';
import type { SettingChange, SettingProblem } from './assignments.ts';
import { check } from './check.ts';
import { complete } from './complete.ts';
import { owePanels } from './owe-panels.ts';
import type { Settings } from './schema.ts';

export type Changed = { readonly settings: Settings } | { readonly problems: readonly SettingProblem[] };

/**
 * Stores a change of a server's settings, if what comes out of it fits together, with what is owed because of it. Run it in a transaction.
 * `checked` says whether the ids in it were looked up at Discord.
 */
export async function changeSettings(
  tables: Pick<Tables, 'settings' | 'panels' | 'outbox'>,
  guild: GuildId,
  {
    change,
    checked,
    by,
    now,
  }: { readonly change: SettingChange; readonly checked: boolean; readonly by: string; readonly now: number },
): Promise<Changed> {
  const before = await tables.settings.get(guild);
  const version = before?.version ?? 0;
  if ((change.basedOn ?? version) !== version) return changedMeanwhile;
  const values = changedValues(before, change);
  const settings = complete(values);
  const problems = check(settings);
  if (problems.length > 0) return { problems };
  const stored = await tables.settings.put(guild, values, version, checked, by, now);
  if (!stored) return changedMeanwhile;
  await owePanels(tables, guild, complete(before?.values ?? {}), { settings, now });
  return { settings };
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
