import type { Clock } from '../clock.ts';
import type { Discord } from '../discord.ts';
import type { GuildId } from '../ids.ts';
import type { Store, Tables } from '../store.ts';
import type { StoredSettings } from '../bookkeeping.ts';
import type { SettingProblem } from './assignments.ts';
import { checkIds } from './check-ids.ts';
import { complete } from './complete.ts';

export interface WrongSettings {
  readonly guild: GuildId;
  readonly problems: readonly SettingProblem[];
}

interface Parts {
  readonly store: Pick<Store, 'tables' | 'transaction'>;
  readonly discord: Pick<Discord, 'guild' | 'channels'>;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Looks up the ids that were set while Discord was not at hand, notes which servers are fine and raises a problem for what is not.
 * A server that the bot has not joined yet stays unchecked.
 */
export async function checkStoredSettings({ store, discord, clock }: Parts): Promise<readonly WrongSettings[]> {
  const wrong: WrongSettings[] = [];
  for (const stored of await store.tables.settings.all()) {
    if (stored.checked) continue;
    const result = await checkIds(discord, stored.guild, complete(stored.values));
    if (result === 'not-there') continue;
    await store.transaction((tables) => note(tables, stored, result.problems, clock.now()));
    if (result.problems.length > 0) wrong.push({ guild: stored.guild, problems: result.problems });
  }
  return wrong;
}

async function note(
  { settings, problems }: Tables,
  { guild, values, version }: StoredSettings,
  found: readonly SettingProblem[],
  now: number,
): Promise<void> {
  for (const { key } of await problems.all(guild)) if (key.startsWith(prefix)) await problems.solve(guild, key);
  for (const { field, wrong } of found)
    await problems.raise({ guild, key: prefix + field, text: 'problem.setting', with: { field, wrong }, since: now });
  if (found.length === 0) await settings.put(guild, values, version, true, 'the check at start', now);
}

const prefix = 'setting:';
