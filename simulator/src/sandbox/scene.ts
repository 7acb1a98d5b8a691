import type { Seed } from '../seed/seed.ts';
import type { ChannelKind } from './wire.ts';

/** The servers of a sandbox and how the bot is to be set up in them. Plain data: it is kept with the state. */
export interface Scene {
  readonly applicationId: string;
  readonly guilds: readonly GuildPlan[];
}

export interface GuildPlan {
  readonly id: string;
  readonly channelKind: ChannelKind;
  /** The parent channel that is prepared for each kind; kinds without one cannot be chosen. */
  readonly parents: Partial<Readonly<Record<ChannelKind, string>>>;
  readonly logsChannel: string | null;
  /** For `settings set`, like `anonymousStaff=false`, beside channel kind and parent. */
  readonly settings: readonly string[];
}

/** Makes the people and servers of a new sandbox. */
export type MakeScene = (seed: Seed) => Scene;
