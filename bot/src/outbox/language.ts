import type { GuildId } from '../ids.ts';
import { type Language, languageOf } from '../language.ts';
import type { SendParts } from './parts.ts';

/** In which somebody is written to: their own language where Discord has told us, else the one that all of these servers have. */
export async function languageFor(
  { settingsOf }: Pick<SendParts, 'settingsOf'>,
  { locale = null }: { readonly locale?: string | null },
  guilds: readonly GuildId[],
): Promise<Language> {
  const own = languageOf(locale);
  if (own !== null) return own;
  const spoken = new Set<Language>();
  for (const guild of guilds) spoken.add((await settingsOf(guild)).language);
  const [first] = spoken;
  return first !== undefined && spoken.size === 1 ? first : 'en';
}

/** Where no server is named, any of them may be meant. */
export async function allServers({ enabled }: Pick<SendParts, 'enabled'>): Promise<readonly GuildId[]> {
  return (await enabled()).map(({ guild }) => guild);
}
