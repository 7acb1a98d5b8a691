import { formError } from '../errors.ts';
import { channelPermissions, permissionFlags } from '../permissions.ts';
import type { Channel, Message } from '../state.ts';
import type { Wire } from '../objects/wire.ts';
import type { World } from '../world.ts';
import type { Author } from './author.ts';
import { message as most } from '../rules/numbers.ts';

/** Who a text may ping. Absent lists allow nothing unless `parse` names them. */
export interface AllowedMentions {
  readonly parse: readonly ('users' | 'roles' | 'everyone')[];
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly repliedUser: boolean;
}

/**
 * Reads an `allowed_mentions` object, whose shape the door has checked.
 * @throws 50035 when `parse` and a list contradict each other, or a list has more than 100 ids.
 */
export function readAllowedMentions(wire: unknown): AllowedMentions {
  const given = (wire ?? {}) as Wire;
  const parse = (given.parse ?? []) as AllowedMentions['parse'];
  const lists = { users: (given.users ?? []) as string[], roles: (given.roles ?? []) as string[] };
  for (const kind of ['users', 'roles'] as const) {
    const list = lists[kind];
    if (parse.includes(kind) && list.length > 0) {
      throw formError(
        'allowed_mentions',
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
    }
    if (list.length > most.allowedMentions) {
      throw formError(
        `allowed_mentions.${kind}`,
        'BASE_TYPE_MAX_LENGTH',
        `Must be ${most.allowedMentions} or fewer in length.`,
      );
    }
  }
  return { parse, ...lists, repliedUser: given.replied_user === true };
}

/** What holds when nothing is said: accounts ping everybody they may, webhooks and answers only people. */
export function defaultMentions(by: Author): AllowedMentions {
  if (by.as === 'account') return { parse: ['users', 'roles', 'everyone'], users: [], roles: [], repliedUser: true };
  return { parse: ['users'], users: [], roles: [], repliedUser: false };
}

/** What is written as code pings nobody. */
const code = /```[^]*?```|`[^`\n]+`/g;

/** Whom a text pings, in the order of the text. */
export function mentionsIn(
  world: World,
  channel: Channel,
  by: Author,
  content: string,
  allowed: AllowedMentions,
): Pick<Message, 'mentions' | 'mentionRoles' | 'mentionEveryone'> {
  if (!content.includes('@')) return { mentions: [], mentionRoles: [], mentionEveryone: false };
  const said = content.replaceAll(code, ' ');
  const roles = world.state.guilds.get(channel.guildId ?? '')?.roles;
  const anything = mayMentionAnything(world, channel, by);
  const users = idsIn(said, /<@!?(\d{17,20})>/g).filter(
    (id) => world.state.users.has(id) && (allowed.parse.includes('users') || allowed.users.includes(id)),
  );
  const mentionRoles = idsIn(said, /<@&(\d{17,20})>/g).filter((id) => {
    const role = roles?.get(id);
    if (!role || !(role.mentionable || anything)) return false;
    return allowed.parse.includes('roles') || allowed.roles.includes(id);
  });
  const everyone = anything && channel.guildId !== null && /@(everyone|here)\b/.test(said);
  return { mentions: users, mentionRoles, mentionEveryone: everyone && allowed.parse.includes('everyone') };
}

/** Webhooks and answers have no permissions of their own that could be missing. */
function mayMentionAnything(world: World, channel: Channel, by: Author): boolean {
  if (by.as !== 'account') return true;
  const held = channelPermissions(world.state, channel, by.userId, world.clock.now());
  return (held & permissionFlags.mentionEveryone) !== 0n;
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
