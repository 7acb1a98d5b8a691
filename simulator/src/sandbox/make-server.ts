import { permissionFlags } from '../permissions.ts';
import type { Seed } from '../seed/seed.ts';
import { channelTypes } from '../state.ts';
import type { Overwrite } from '../state.ts';
import type { GuildPlan } from './scene.ts';
import type { ChannelKind } from './wire.ts';

const { viewChannel, sendMessages, sendMessagesInThreads, manageMessages, manageThreads } = permissionFlags;

/** What everybody may do in a new server of Discord, as far as it matters here. */
const everyone =
  viewChannel |
  sendMessages |
  sendMessagesInThreads |
  permissionFlags.readMessageHistory |
  permissionFlags.addReactions |
  permissionFlags.attachFiles |
  permissionFlags.embedLinks |
  permissionFlags.useApplicationCommands |
  permissionFlags.useExternalEmojis;

const day = 24 * 60 * 60 * 1000;

export interface ServerDraft {
  readonly name: string;
  readonly owner: string;
  readonly bot: string;
  readonly staff: readonly string[];
  readonly members: readonly string[];
  readonly channelKind: ChannelKind;
  /** Beside those that name what is made here. */
  readonly settings: readonly string[];
}

/** A server with a few public channels, and with channels for staff alone. */
export function makeServer(seed: Seed, draft: ServerDraft): GuildPlan {
  const { name, owner, bot } = draft;
  const { id } = seed.guild({ name, owner, bot, everyonePermissions: everyone });
  const role = seed.role(id, {
    name: 'Staff',
    colour: 0xe9a23b,
    hoist: true,
    mentionable: true,
    permissions: everyone | manageMessages | manageThreads,
  });
  for (const person of draft.staff) seed.join(id, person, [role.id]);
  draft.members.forEach((person, index) => {
    const member = seed.join(id, person);
    member.joinedAt -= (index + 1) * 37 * day;
  });
  seed.channel(id, { type: channelTypes.text, name: 'welcome', topic: 'Say hello' });
  seed.channel(id, { type: channelTypes.text, name: 'general' });
  const overwrites = staffOnly(id, role.id, bot);
  const category = seed.channel(id, { type: channelTypes.category, name: 'Staff', overwrites });
  const inCategory = { parent: category.id, overwrites };
  const threads = seed.channel(id, {
    ...inCategory,
    type: channelTypes.text,
    name: 'tickets',
    topic: 'Every ticket is a private thread here',
  });
  const forum = seed.channel(id, { ...inCategory, type: channelTypes.forum, name: 'ticket-posts' });
  const logs = seed.channel(id, {
    ...inCategory,
    type: channelTypes.text,
    name: 'ticket-logs',
    topic: 'Transcripts of closed tickets',
  });
  const tickets = seed.channel(id, { type: channelTypes.category, name: 'Tickets', overwrites });
  return {
    id,
    channelKind: draft.channelKind,
    parents: { 'private-thread': threads.id, 'private-channel': tickets.id, 'forum-post': forum.id },
    logsChannel: logs.id,
    settings: [...draft.settings, `logsChannel=${logs.id}`, `staffRoles=${role.id}`, 'enabled=true'],
  };
}

/** Nobody sees it but staff and the bot. */
function staffOnly(guildId: string, staffRole: string, bot: string): Overwrite[] {
  return [
    { id: guildId, type: 'role', allow: 0n, deny: viewChannel },
    { id: staffRole, type: 'role', allow: viewChannel, deny: 0n },
    { id: bot, type: 'member', allow: viewChannel, deny: 0n },
  ];
}
