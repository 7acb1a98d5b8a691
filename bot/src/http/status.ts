import type { BotAccount } from '../discord.ts';
import type { GuildNames } from '../intake/guild-names.ts';
import type { Status } from '../render/status-page.ts';
import type { SettingsReader } from '../settings/read.ts';
import type { ChannelKind, Store } from '../store.ts';

/** Looks up what the status page shows, as it is now. */
export async function statusOf(parts: {
  readonly store: Store;
  readonly settings: SettingsReader;
  readonly names: GuildNames;
  readonly me: BotAccount;
  readonly connected: boolean;
  readonly readsContent: boolean;
  readonly invite: (kind: ChannelKind) => string;
}): Promise<Status> {
  const { tables } = parts.store;
  const enabled = await parts.settings.enabled();
  const kinds: readonly ChannelKind[] = ['private-thread', 'private-channel', 'forum-post'];
  return {
    bot: parts.me.name,
    connected: parts.connected,
    readsContent: parts.readsContent,
    owed: await tables.outbox.count(),
    servers: await Promise.all(
      enabled.map(async ({ guild, settings }) => ({
        name: (await parts.names.of(guild)) || guild,
        channelKind: settings.channelKind,
        open: (await tables.tickets.openIn(parts.me.bot, guild)).length,
      })),
    ),
    problems: await Promise.all(
      (await tables.problems.all()).map(async (problem) => ({
        ...problem,
        server: problem.guild === null ? null : await parts.names.of(problem.guild),
      })),
    ),
    invites: kinds.map((kind) => ({ kind, url: parts.invite(kind) })),
  };
}
