import type { NewChannel } from '../acts/create-channel.ts';
import type { RoleChanges } from '../acts/roles.ts';
import type { Application, Channel, Emoji, Guild, Member, Role, User } from '../state.ts';
import type { World } from '../world.ts';

/** Makes what no API makes: applications, people, servers. After the start, bots that are connected hear of it. */
export interface Seed {
  /** With its bot account of the same id. All privileged intents are on unless `intents` says otherwise. */
  application(draft: {
    readonly id?: string;
    readonly name: string;
    readonly ownerId?: string;
    readonly token?: string;
    readonly intents?: Partial<Application['intents']>;
  }): Application;
  /** Accounts are a year old unless `createdAt` (epoch milliseconds) says otherwise; everybody gets a drawn picture unless `avatar` is null. */
  user(draft: {
    readonly id?: string;
    readonly username: string;
    readonly displayName?: string;
    readonly avatar?: string | null;
    readonly createdAt?: number;
    readonly locale?: string;
  }): User;
  /** With @everyone, the owner, and the bot with a managed role of `botPermissions` (all by default) when `bot` is given. Has no channels yet. */
  guild(draft: {
    readonly id?: string;
    readonly name: string;
    readonly owner: string;
    readonly bot?: string;
    readonly botPermissions?: bigint;
    readonly everyonePermissions?: bigint;
    readonly createdAt?: number;
  }): Guild;
  /** Invites a bot into a server, with its managed role. */
  addBot(guildId: string, applicationId: string, permissions?: bigint): Member;
  role(guildId: string, draft: RoleChanges & { readonly name: string }): Role;
  channel(
    guildId: string,
    draft: Omit<NewChannel, 'type' | 'parentId'> & { readonly type?: number; readonly parent?: string },
  ): Channel;
  join(guildId: string, userId: string, roles?: readonly string[]): Member;
  emoji(guildId: string, draft: { readonly name: string; readonly animated?: boolean }): Emoji;
}

export function createSeed(world: World): Seed {
  void world;
  throw new Error('being written');
}
