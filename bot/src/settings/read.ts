import type { Clock } from '../clock.ts';
import type { GuildId } from '../ids.ts';
import type { Store } from '../store.ts';
import { complete } from './complete.ts';
import type { Settings } from './schema.ts';

/** How long what another process changed may go unnoticed; milliseconds. */
const oldestAnswer = 500;

export interface ServerSettings {
  readonly guild: GuildId;
  readonly settings: Settings;
}

/** The servers' settings, from memory while nothing changed. It may read the store: ask outside of transactions. */
export interface SettingsReader {
  /** Null for a server that was never set up. */
  of(guild: GuildId): Promise<Settings | null>;
  /** The servers in which members can write to staff now, by id. */
  enabled(): Promise<readonly ServerSettings[]>;
  /** Forgets what is in memory, so that a change of our own counts at once. */
  refresh(): void;
  /** Tells of the settings of every server that was set up: when they are read first, and when any of them changed. */
  watch(listener: (servers: ReadonlyMap<GuildId, Settings>) => void): void;
}

interface Snapshot {
  readonly revision: number;
  readonly byGuild: ReadonlyMap<GuildId, Settings>;
  readonly enabled: readonly ServerSettings[];
}

export function createSettings({
  store,
  clock,
}: {
  readonly store: { readonly tables: { readonly settings: Pick<Store['tables']['settings'], 'all' | 'revision'> } };
  readonly clock: Pick<Clock, 'now'>;
}): SettingsReader {
  const table = store.tables.settings;
  let current: Promise<Snapshot> | null = null;
  let askedAt = 0;
  const listeners: ((servers: ReadonlyMap<GuildId, Settings>) => void)[] = [];

  /** Asks once for all who ask at the same time; an answer that failed is not kept. */
  function snapshot(): Promise<Snapshot> {
    const age = clock.now() - askedAt;
    if (current !== null && age >= 0 && age < oldestAnswer) return current;
    askedAt = clock.now();
    const asked = next(current);
    current = asked;
    asked.catch(() => {
      if (current === asked) current = null;
    });
    return asked;
  }

  async function next(before: Promise<Snapshot> | null): Promise<Snapshot> {
    const revision = await table.revision();
    const known = await before;
    return known?.revision === revision ? known : read(revision);
  }

  async function read(revision: number): Promise<Snapshot> {
    const servers = (await table.all()).map(({ guild, values }) => ({ guild, settings: complete(values) }));
    const byGuild = new Map(servers.map(({ guild, settings }) => [guild, settings]));
    for (const listener of listeners) listener(byGuild);
    return {
      revision,
      byGuild,
      enabled: servers
        .filter(({ settings }) => settings.enabled)
        .sort((one, other) => (BigInt(one.guild) < BigInt(other.guild) ? -1 : 1)),
    };
  }

  return {
    of: async (guild) => (await snapshot()).byGuild.get(guild) ?? null,
    enabled: async () => (await snapshot()).enabled,
    refresh() {
      current = null;
      // Whoever listens hears of it now; were it to fail, the next one who asks is told.
      if (listeners.length > 0) void snapshot().catch(() => undefined);
    },
    watch: (listener) => void listeners.push(listener),
  };
}
