import { memberObject } from '../objects/member.ts';
import type { Guild, Member } from '../state.ts';
import type { World } from '../world.ts';
import { intents } from './intents.ts';
import { dispatch } from './session.ts';
import type { Session } from './session.ts';

/** https://docs.discord.com/developers/events/gateway-events#guild-members-chunk */
const chunkSize = 1000;

interface Request {
  readonly guild_id?: string;
  readonly query?: string;
  readonly limit?: number;
  readonly user_ids?: string | readonly string[];
  readonly nonce?: string;
}

/** Answers op 8 with GUILD_MEMBERS_CHUNK. Asking for all of them needs the Members intent. */
export function sendMembers(world: World, session: Session, wanted: unknown): void {
  const request = (wanted ?? {}) as Request;
  const guild = world.state.guilds.get(request.guild_id ?? '');
  if (!guild?.members.has(session.application.userId)) return;
  const found = matching(world, guild, session, request);
  const count = Math.max(1, Math.ceil(found.length / chunkSize));
  for (let index = 0; index < count; index += 1) {
    const members = found.slice(index * chunkSize, (index + 1) * chunkSize);
    const chunk = {
      guild_id: guild.id,
      members: members.map((member) => memberObject(world, member)),
      chunk_index: index,
      chunk_count: count,
      ...(request.user_ids === undefined ? {} : { not_found: missing(guild, request.user_ids) }),
      ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    };
    dispatch(session, 'GUILD_MEMBERS_CHUNK', JSON.stringify(chunk));
  }
}

function matching(world: World, guild: Guild, session: Session, request: Request): Member[] {
  const ids = request.user_ids === undefined ? null : new Set([request.user_ids].flat());
  if (ids) return [...guild.members.values()].filter(({ userId }) => ids.has(userId));
  const query = (request.query ?? '').toLowerCase();
  if (query === '' && (session.intents & intents.members) === 0) return [];
  const named = [...guild.members.values()].filter(({ userId, nick }) => {
    const username = world.state.users.get(userId)?.username ?? '';
    return username.toLowerCase().startsWith(query) || (nick ?? '').toLowerCase().startsWith(query);
  });
  return request.limit ? named.slice(0, request.limit) : named;
}

function missing(guild: Guild, ids: string | readonly string[]): string[] {
  return [ids].flat().filter((id) => !guild.members.has(id));
}
