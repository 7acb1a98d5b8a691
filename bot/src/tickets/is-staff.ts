import type { Blocked } from '../bookkeeping.ts';
import type { Discord } from '../discord.ts';
import type { GuildId, RoleId, UserId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Store } from '../store.ts';
import type { ReadStanding } from './standing.ts';

/** Whether somebody who is to be blocked answers tickets here, or a role lets people do so. Who blocks may name a role of their own. */
export type IsStaff = (
  guild: GuildId,
  settings: Settings,
  who: Blocked,
  blocker: { readonly roles: readonly RoleId[] },
) => Promise<boolean>;

export function createIsStaff(parts: {
  readonly discord: Pick<Discord, 'member'>;
  readonly store: Pick<Store, 'tables'>;
  readonly standing: ReadStanding;
}): IsStaff {
  const { discord, store, standing } = parts;
  const nobody = '' as UserId;
  return async (guild, settings, who, blocker) => {
    // To ask would be to tell that it is one of them.
    if (who.kind === 'alias') return false;
    if (who.kind === 'role') {
      if (blocker.roles.includes(who.id)) return true;
      const holders = { user: nobody, roles: [who.id], permissions: null };
      return (await standing(guild, settings, holders, 'staff')) !== 'none';
    }
    const user = (await store.tables.people.get(who.id))?.user;
    const member = user === undefined ? null : await discord.member(guild, user);
    if (member === null) return false;
    const { account, roles } = member;
    return (await standing(guild, settings, { user: account.id, roles, permissions: null }, 'staff')) !== 'none';
  };
}
