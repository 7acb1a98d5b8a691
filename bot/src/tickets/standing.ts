import type { Discord, Guild } from '../discord.ts';
import type { GuildId, RoleId, UserId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Clock } from '../clock.ts';
import { LRUCache } from 'lru-cache';

/** Discord's permission bits that decide who is staff: https://docs.discord.com/developers/topics/permissions */
const administrator = 1n << 3n;
const manageMessages = 1n << 13n;

/** What somebody is to a server's tickets; roles are read afresh for every action. */
export type Standing = 'admin' | 'staff' | 'none';

export interface Who {
  readonly user: UserId;
  readonly roles: readonly RoleId[];
  /** From interactions: the permissions in the channel, all of them for owners and administrators. Null for typed messages, which do not carry them. */
  readonly permissions: bigint | null;
}

/** `enough`: what the caller needs to know; whoever is seen to be that much is not looked at further. */
export type ReadStanding = (
  guild: GuildId,
  settings: Pick<Settings, 'staffRoles' | 'adminRoles'>,
  who: Who,
  enough: 'staff' | 'admin',
) => Promise<Standing>;

/**
 * Owner, Administrator and admin roles are admins; staff roles and Manage Messages are staff.
 * An interaction says all of that, and nothing is asked: a form has to be the first answer, within three seconds. Of the others most are
 * known by their roles alone; only for the rest is the server asked, at most once a minute.
 */
export function createStanding(parts: { readonly discord: Pick<Discord, 'guild'>; readonly clock: Clock }): {
  readonly of: ReadStanding;
  readonly forget: (guild: GuildId) => void;
} {
  const guilds = new LRUCache<GuildId, { guild: Guild; at: number }>({ max: 500 });

  async function guildOf(id: GuildId): Promise<Guild> {
    const known = guilds.get(id);
    if (known && Math.abs(parts.clock.now() - known.at) < 60_000) return known.guild;
    const guild = await parts.discord.guild(id);
    guilds.set(id, { guild, at: parts.clock.now() });
    return guild;
  }

  return {
    async of(guildId, settings, who, enough) {
      if (shares(settings.adminRoles, who.roles)) return 'admin';
      const isStaff = shares(settings.staffRoles, who.roles);
      if (who.permissions !== null) return byPermissions(who.permissions, isStaff);
      if (isStaff && enough === 'staff') return 'staff';
      const guild = await guildOf(guildId);
      if (guild.owner === who.user) return 'admin';
      return byPermissions(permissionsInServer(guild, who.roles), isStaff);
    },
    forget: (guild) => void guilds.delete(guild),
  };
}

function byPermissions(held: bigint, isStaff: boolean): Standing {
  if ((held & administrator) !== 0n) return 'admin';
  return isStaff || (held & manageMessages) !== 0n ? 'staff' : 'none';
}

function shares(wanted: readonly RoleId[], roles: readonly RoleId[]): boolean {
  return wanted.some((role) => roles.includes(role));
}

function permissionsInServer(guild: Guild, roles: readonly RoleId[]): bigint {
  return guild.roles
    .filter((role) => role.id === (guild.id as string) || roles.includes(role.id))
    .reduce((all, role) => all | role.permissions, 0n);
}
