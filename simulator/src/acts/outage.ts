import { ApiError } from '../errors.ts';
import { findGuild } from '../lookup.ts';
import { guildCreateObject } from '../objects/guild.ts';
import type { Wire } from '../objects/wire.ts';
import type { OutageReach, World } from '../world.ts';

/** A server is out: https://docs.discord.com/developers/events/gateway-events#guild-delete, with `unavailable`. @throws 10004 */
export function beginOutage(world: World, guildId: string, reach: OutageReach): void {
  const { id } = findGuild(world, guildId);
  const isNews = !world.outages.has(id);
  world.outages.set(id, reach);
  if (isNews) tellBots(world, id, 'GUILD_DELETE', () => ({ id, unavailable: true }));
}

/** It is back, as it is now; what happened meanwhile is not told. @throws 10004 */
export function endOutage(world: World, guildId: string): void {
  const guild = findGuild(world, guildId);
  if (!world.outages.delete(guild.id)) return;
  tellBots(world, guild.id, 'GUILD_CREATE', (receiver) => guildCreateObject(world, guild, receiver));
}

/** Discord does not say how it answers for a server that is out; some 5xx is what clients see. @throws 503 */
export function needAvailable(world: World, guildId: string | null): void {
  if (guildId !== null && world.outages.get(guildId) === 'everywhere')
    throw new ApiError(503, 0, '503: Service Unavailable');
}

function tellBots(world: World, guildId: string, name: string, data: (receiver: string) => Wire): void {
  const members = findGuild(world, guildId).members.keys();
  const onlyFor = [...members].filter((id) => world.state.users.get(id)?.bot);
  world.events.tell({ name, guildId, channelId: null, onlyFor, data });
}
