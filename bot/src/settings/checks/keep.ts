import type { StoredSettings } from '../../bookkeeping.ts';
import type { GuildId } from '../../ids.ts';
import type { Tables } from '../../store.ts';
import type { Finding } from './finding.ts';

/** Of the keys of what checks find; other problems happened. */
export const checkPrefix = 'check:';

/** What was found becomes what people see; what is not found any more vanishes. Settings without a wrong id count as checked. */
export async function keepFindings(
  { settings, problems }: Pick<Tables, 'settings' | 'problems'>,
  { guild, found, now }: { readonly guild: GuildId; readonly found: readonly Finding[]; readonly now: number },
  looked: Pick<StoredSettings, 'version'>,
): Promise<void> {
  const keys = new Set(found.map(({ key }) => checkPrefix + key));
  await forgetFindings(problems, guild, keys);
  for (const { key, text, with: values } of found)
    await problems.raise({ guild, key: checkPrefix + key, text, with: values, since: now });
  const stored = await settings.get(guild);
  // What was changed meanwhile was not looked at.
  if (stored === null || stored.checked || stored.version !== looked.version) return;
  if (found.every(({ setting }) => setting === null))
    await settings.put(guild, stored.values, stored.version, true, 'the check', now);
}

/** What is not found any more, or cannot be: the bot is not there. */
export async function forgetFindings(
  problems: Tables['problems'],
  guild: GuildId,
  still: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const { key } of await problems.all(guild))
    if (key.startsWith(checkPrefix) && !still.has(key)) await problems.solve(guild, key);
}
