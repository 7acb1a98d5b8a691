import type { Clock } from '../clock.ts';
import type { Discord } from '../discord.ts';
import type { GuildId } from '../ids.ts';
import type { Store } from '../store.ts';
import type { SettingProblem } from './assignments.ts';
import { checkIds } from './check-ids.ts';
import { complete } from './complete.ts';

export interface UncheckedServer {
  readonly guild: GuildId;
  readonly problems: readonly SettingProblem[];
}

/**
 * Looks up the ids that were set while Discord was not at hand, and notes which servers are fine.
 * Gives back what is wrong elsewhere; a server that the bot has not joined yet stays unchecked.
 */
export async function checkStoredSettings({
  store,
  discord,
  clock,
}: {
  readonly store: Pick<Store, 'tables' | 'transaction'>;
  readonly discord: Pick<Discord, 'guild' | 'channels'>;
  readonly clock: Pick<Clock, 'now'>;
}): Promise<readonly UncheckedServer[]> {
  const wrong: UncheckedServer[] = [];
  for (const { guild, values, version, checked } of await store.tables.settings.all()) {
    if (checked) continue;
    const result = await checkIds(discord, guild, complete(values));
    if (result === 'not-there') continue;
    if (result.problems.length > 0) wrong.push({ guild, problems: result.problems });
    else
      await store.transaction(({ settings }) =>
        settings.put(guild, values, version, true, 'the check at start', clock.now()),
      );
  }
  return wrong;
}
