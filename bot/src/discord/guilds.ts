import { type APIGuild, type APIGuildMember, Routes } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import { Refused } from '../refusal.ts';
import type { GuildId, RoleId, UserId } from '../ids.ts';
import { readMember } from './accounts.ts';
import type { Ask } from './rest.ts';

type Guilds = Pick<Discord, 'guild' | 'guilds' | 'emojiPicture' | 'member'>;

/** https://docs.discord.com/developers/resources/user#get-current-user-guilds */
const guildsPage = 200;

/** https://docs.discord.com/developers/resources/guild */
export function createGuilds(ask: Ask, cdn: string): Guilds {
  return {
    async guild(id) {
      const raw = await ask<APIGuild>('GET', Routes.guild(id));
      return {
        id: raw.id as GuildId,
        name: raw.name,
        owner: raw.owner_id as UserId,
        roles: raw.roles.map((role) => ({
          id: role.id as RoleId,
          name: role.name,
          permissions: BigInt(role.permissions),
          position: role.position,
          mentionable: role.mentionable,
        })),
        emoji: new Set((raw.emojis ?? []).flatMap(({ id: one }) => one ?? [])),
      };
    },
    async guilds() {
      const all: { readonly id: GuildId; readonly name: string }[] = [];
      for (let last = '0'; ;) {
        const page = await ask<readonly APIGuild[]>('GET', `${Routes.userGuilds()}?limit=${guildsPage}&after=${last}`);
        for (const { id, name } of page) all.push({ id: id as GuildId, name });
        if (page.length < guildsPage) return all;
        last = page.at(-1)?.id ?? last;
      }
    },
    // https://docs.discord.com/developers/reference#image-formatting-cdn-endpoints
    emojiPicture: (id, animated) => `${cdn}/emojis/${id}.${animated ? 'gif' : 'png'}?size=48`,
    async member(guild, user) {
      try {
        const raw = await ask<APIGuildMember>('GET', Routes.guildMember(guild, user));
        return readMember(cdn, guild, raw.user, raw);
      } catch (error) {
        if (error instanceof Refused && (error.reason === 'unknown-member' || error.reason === 'unknown-user'))
          return null;
        throw error;
      }
    },
  };
}
