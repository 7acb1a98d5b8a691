import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { waitingBriefly } from './discord/brief-wait.ts';
import type { Connected } from './discord/connect.ts';
import type { GuildId } from './ids.ts';
import type { DestinationParts } from './intake/destination.ts';
import { createGuildNames } from './intake/guild-names.ts';
import { createLookedUp } from './intake/looked-up.ts';
import type { Log } from './log.ts';
import { createAcquaintance } from './relay/meet.ts';
import { complete } from './settings/complete.ts';
import { createSettings } from './settings/read.ts';
import type { Settings } from './settings/schema.ts';
import type { Store } from './store.ts';
import { createSharing } from './tickets/share.ts';
import { createStanding } from './tickets/standing.ts';

/** What both directions stand on. */
export type Ground = ReturnType<typeof layGround>;

export function layGround(
  { config, clock, log }: { readonly config: Config; readonly clock: Clock; readonly log: Log },
  store: Store,
  connected: Connected,
) {
  const { discord } = connected;
  const readsContent = (): boolean => connected.intents.content;
  const bot = { id: discord.me.bot, user: discord.me.user, readsContent };
  const settings = createSettings({ store, clock });
  const settingsOf = async (guild: GuildId): Promise<Settings> => (await settings.of(guild)) ?? complete({});
  const asking = { ...discord, ...waitingBriefly(discord, clock) };
  const lookedUp = createLookedUp({ discord: asking, clock });
  const intake: DestinationParts = {
    clock,
    store,
    discord: lookedUp,
    routing: config.routing,
    settingsOf,
    enabled: settings.enabled,
    meanwhile: (work) => void work.catch((error: unknown) => log.warn({ error }, 'a membership was not remembered')),
  };
  return {
    config,
    clock,
    log,
    store,
    discord,
    bot,
    settings,
    settingsOf,
    intake,
    lookedUp,
    sharing: createSharing(config.publicUrl, config.discord.token ?? ''),
    names: createGuildNames({ discord: asking, clock }),
    standing: createStanding({ discord: asking, clock }),
    ...createAcquaintance({ bot: bot.id, store, clock }),
  };
}
