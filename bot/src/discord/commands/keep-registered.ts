import type { Clock } from '../../clock.ts';
import type { Discord } from '../../discord.ts';
import type { GuildId } from '../../ids.ts';
import type { DiscordEvent } from '../../incoming.ts';
import type { Log } from '../../log.ts';
import { createLoop } from '../../loop.ts';
import { Refused, SlowDown } from '../../refusal.ts';
import type { SettingsReader } from '../../settings/read.ts';
import type { Settings } from '../../settings/schema.ts';
import { commandsEverywhere, commandsOf } from './in-server.ts';

/** Between two servers: looking at one takes one request, and all of them together may take a tenth of the usual 50 a second. */
const pauseBetween = 200;
/** After a failure, the same server is tried again then. */
const pauseAfterFailure = 60_000;

export interface Registering {
  /** Everywhere now; in each server that was set up soon. Without its commands the bot still carries messages, so nothing waits for that. */
  start(): Promise<void>;
  /** The bot is in a server again: it may not have been when that was last tried. */
  hear(event: DiscordEvent): void;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

interface Parts {
  readonly clock: Clock;
  readonly log: Log;
  readonly discord: Pick<Discord, 'registerCommands'>;
  readonly settings: Pick<SettingsReader, 'watch' | 'enabled'>;
}

/**
 * Keeps the slash commands at Discord as they should be: those of all servers, and in each server that was set up those that its
 * settings say. What Discord has is looked at before, so a start registers nothing anew.
 */
export function createRegistering(parts: Parts): Registering {
  const { clock, settings } = parts;
  /** What each server should have, as it was last seen. */
  const wanted = new Map<GuildId, Settings['commands']>();
  const due = new Map<GuildId, number>();
  /** Where Discord refused: the bot may not be there. */
  const refused = new Set<GuildId>();
  let turning: Promise<unknown> = Promise.resolve();
  const loop = createLoop({
    clock,
    turn() {
      const turned = turn();
      turning = turned.catch(() => undefined);
      return turned;
    },
    onError: (error) => parts.log.error({ error }, 'commands could not be registered'),
  });

  settings.watch((servers) => {
    for (const [guild, { commands }] of servers) {
      if (wanted.get(guild)?.join() === commands.join()) continue;
      wanted.set(guild, commands);
      due.set(guild, clock.now());
    }
    if (due.size > 0) loop.wake();
  });

  async function turn(): Promise<number | null> {
    const now = clock.now();
    const next = [...due].find(([, at]) => at <= now)?.[0];
    const commands = next && wanted.get(next);
    if (next !== undefined && commands !== undefined) {
      due.delete(next);
      const ended = await registerIn(parts, next, commands);
      if (ended === 'refused') refused.add(next);
      if (typeof ended === 'number') due.set(next, ended);
    }
    if (due.size === 0) return null;
    const soonest = [...due.values()].reduce((least, at) => Math.min(least, at));
    return Math.max(soonest, next === undefined ? 0 : clock.now() + pauseBetween);
  }

  return {
    async start() {
      await registerEverywhere(parts);
      // Whoever watches hears of all servers.
      await settings.enabled();
    },
    hear(event) {
      if (event.is !== 'guild-available' || !refused.delete(event.guild)) return;
      due.set(event.guild, clock.now());
      loop.wake();
    },
    idle: async () => void (await turning),
    stop: loop.stop,
  };
}

async function registerEverywhere({ discord, log }: Parts): Promise<void> {
  try {
    if (await discord.registerCommands(commandsEverywhere(), null)) log.info({}, 'commands were registered');
  } catch (error) {
    if (error instanceof Refused && error.reason === 'unauthorized') throw error;
    log.warn({ error }, 'commands could not be registered; the next start tries again');
  }
}

/** When it is to be tried again, in epoch milliseconds; what Discord refuses it will refuse again. */
async function registerIn(
  { discord, log, clock }: Parts,
  guild: GuildId,
  commands: Settings['commands'],
): Promise<'done' | 'refused' | number> {
  try {
    if (await discord.registerCommands(commandsOf({ commands }), guild))
      log.info({ guild, commands: commands.join() }, 'commands of a server were registered');
    return 'done';
  } catch (error) {
    log.warn({ guild, error }, 'commands of a server could not be registered');
    if (error instanceof Refused) return 'refused';
    return clock.now() + (error instanceof SlowDown ? error.afterMs : pauseAfterFailure);
  }
}
