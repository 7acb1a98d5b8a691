import type { Clock } from '../clock.ts';
import type { GuildId } from '../ids.ts';
import type { Store } from '../store.ts';
import type { SettingChange } from './assignments.ts';
import { changeSettings, type Changed } from './change.ts';
import type { SettingsReader } from './read.ts';

/** Stores a change made in Discord, where ids can only be chosen among those that are there. It counts at once. */
export async function saveSettings(
  parts: {
    readonly store: Pick<Store, 'transaction'>;
    readonly clock: Pick<Clock, 'now'>;
    readonly settings: Pick<SettingsReader, 'refresh'>;
  },
  guild: GuildId,
  change: SettingChange,
  by: string,
): Promise<Changed> {
  const changed = await parts.store.transaction(async (tables) => {
    const checked = (await tables.settings.get(guild))?.checked ?? true;
    return changeSettings(tables, guild, { change, checked, by, now: parts.clock.now() });
  });
  parts.settings.refresh();
  return changed;
}
