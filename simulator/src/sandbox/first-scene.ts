import { permissionFlags } from '../permissions.ts';
import type { Seed } from '../seed/seed.ts';
import { channelTypes } from '../state.ts';
import type { Overwrite } from '../state.ts';
import type { GuildPlan, MakeScene } from './scene.ts';

const { viewChannel, sendMessages, sendMessagesInThreads, manageMessages, manageThreads } = permissionFlags;

/** What everybody may do in a new server of Discord, as far as it matters here. */
export const everyone =
  viewChannel |
  sendMessages |
  sendMessagesInThreads |
  permissionFlags.readMessageHistory |
  permissionFlags.addReactions |
  permissionFlags.attachFiles |
  permissionFlags.embedLinks |
  permissionFlags.useApplicationCommands |
  permissionFlags.useExternalEmojis;

/** One server with people on both sides, and a place prepared for each kind of ticket channel. */
export const firstScene: MakeScene = (seed) => {
  const staff = [
    seed.user({ username: 'sam', displayName: 'Sam' }),
    seed.user({ username: 'priya', displayName: 'Priya' }),
    seed.user({ username: 'jonas', displayName: 'Jonas' }),
  ];
  const owner = seed.user({ username: 'nora', displayName: 'Nora' });
  const members = [
    seed.user({ username: 'ada', displayName: 'Ada' }),
    seed.user({ username: 'mika', displayName: 'Mika' }),
    seed.user({ username: 'theo', displayName: 'Theo' }),
  ];
  const application = seed.application({ name: 'Modmail', ownerId: owner.id });
  const plan = makeServer(seed, {
    name: 'Lantern Harbour',
    owner: owner.id,
    bot: application.id,
    staff: staff.map(({ id }) => id),
    members: members.map(({ id }) => id),
  });
  return { applicationId: application.id, guilds: [plan] };
};

const day = 24 * 60 * 60 * 1000;

export interface ServerDraft {
  readonly name: string;
  readonly owner: string;
  readonly bot: string;
  readonly staff: readonly string[];
  readonly members: readonly string[];
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
    channelKind: 'private-thread',
    parents: { 'private-thread': threads.id, 'private-channel': tickets.id, 'forum-post': forum.id },
    logsChannel: logs.id,
    settings: [
      `logsChannel=${logs.id}`,
      `staffRoles=${role.id}`,
      'limits.openCooldown=0',
      'limits.perSidePerMinute=0',
      'enabled=true',
    ],
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
