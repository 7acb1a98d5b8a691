import type { Clock } from '../../clock.ts';
import type { GuildId } from '../../ids.ts';
import type { Store } from '../../store.ts';
import type { SettingChange, SettingProblem } from '../assignments.ts';
import { changedValues, changeSettings } from '../change.ts';
import { complete } from '../complete.ts';
import type { SettingsReader } from '../read.ts';
import type { Settings } from '../schema.ts';
import { findProblems } from './find.ts';
import type { Finding } from './finding.ts';
import { keepFindings } from './keep.ts';
import { readServer, type ServerReader } from './server.ts';

export type Saved =
  | { readonly settings: Settings; readonly found: readonly Finding[] }
  | { readonly problems: readonly SettingProblem[] };

export interface SaveParts {
  readonly store: Pick<Store, 'tables' | 'transaction'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly discord: ServerReader;
  readonly settings: Pick<SettingsReader, 'refresh'>;
  /** The operator's. */
  readonly publicUrl: string | null;
}

/** Stores a change of a server that the bot is in, once its ids were looked up there; else says what is wrong, and changes nothing. */
export async function saveChecked(
  { store, clock, discord, settings: reader, publicUrl }: SaveParts,
  guild: GuildId,
  change: SettingChange,
  by: string,
): Promise<Saved> {
  const wanted = complete(changedValues(await store.tables.settings.get(guild), change));
  const server = await readServer(discord, guild, wanted);
  const found = server === 'not-there' ? [] : findProblems(server, wanted, publicUrl);
  const wrong = found.flatMap(({ setting }) => setting ?? []);
  if (wrong.length > 0) return { problems: wrong };
  const now = clock.now();
  const changed = await store.transaction(async (tables) => {
    const checked = server !== 'not-there';
    const result = await changeSettings(tables, guild, { change, checked, by, now });
    const stored = await tables.settings.get(guild);
    if ('settings' in result && stored !== null) await keepFindings(tables, { guild, found, now }, stored);
    return result;
  });
  reader.refresh();
  return 'problems' in changed ? changed : { settings: changed.settings, found };
}
