import { ApiError } from '../errors.ts';
import { channelPermissions, guildPermissions, missingPermissions, permissionFlags } from '../permissions.ts';
import { allPermissions } from '../permissions.ts';
import type { Channel, Guild, Overwrite } from '../state.ts';
import type { World } from '../world.ts';
import { channel as most } from '../rules/numbers.ts';

/**
 * Whether the actor may change a channel's overwrites from `before` to `after`: only bits that it holds in the server, and
 * Manage Roles itself only for administrators; one that an overwrite lets manage the channel's permissions may give all it holds there.
 * https://docs.discord.com/developers/resources/channel#edit-channel-permissions
 * @throws 50013, 30060
 */
export function needToOverwrite(
  world: World,
  actor: string,
  guild: Guild,
  channel: Channel | null,
  before: ReadonlyMap<string, Overwrite>,
  after: ReadonlyMap<string, Overwrite>,
): void {
  if (after.size > most.overwrites)
    throw new ApiError(400, 30060, 'Maximum number of channel permission overwrites reached (1000)');
  const now = world.clock.now();
  const inGuild = guildPermissions(guild, actor, now);
  if (inGuild === allPermissions) return;
  const inChannel = channel ? channelPermissions(world.state, channel, actor, now) : 0n;
  const trusted = [...(channel?.overwrites.values() ?? [])].some(
    ({ id, allow }) =>
      (allow & permissionFlags.manageRoles) !== 0n && (id === actor || guild.members.get(actor)?.roles.has(id)),
  );
  const changed = changedBits(before, after);
  if ((changed & permissionFlags.manageRoles) !== 0n) throw missingPermissions();
  if ((changed & ~(trusted ? inGuild | inChannel : inGuild)) !== 0n) throw missingPermissions();
}

export function overwriteMap(overwrites: readonly Overwrite[]): Map<string, Overwrite> {
  return new Map(overwrites.map((overwrite) => [overwrite.id, { ...overwrite }]));
}

/** Whether two channels' overwrites say the same; channels that agree with their category follow it. */
export function sameOverwrites(one: ReadonlyMap<string, Overwrite>, other: ReadonlyMap<string, Overwrite>): boolean {
  if (one.size !== other.size) return false;
  return [...one.values()].every(({ id, allow, deny }) => {
    const match = other.get(id);
    return match !== undefined && match.allow === allow && match.deny === deny;
  });
}

function changedBits(before: ReadonlyMap<string, Overwrite>, after: ReadonlyMap<string, Overwrite>): bigint {
  let changed = 0n;
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id), after.get(id)];
    changed |= ((was?.allow ?? 0n) ^ (is?.allow ?? 0n)) | ((was?.deny ?? 0n) ^ (is?.deny ?? 0n));
  }
  return changed;
}
