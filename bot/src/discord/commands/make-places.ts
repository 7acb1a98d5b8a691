import type { Overwrite } from '../../discord.ts';
import { escapeMarkdown } from '../../render/escape.ts';
import { text } from '../../render/notices.ts';
import { findingsText, wrongSettings } from '../../render/settings-page.ts';
import { madeNames } from '../../render/setup-page.ts';
import { Refused } from '../../refusal.ts';
import { permissionBits, permissionsInServer, type PermissionName } from '../../settings/checks/permissions.ts';
import type { Values } from '../../settings/schema.ts';
import type { AsAdmin } from './as-admin.ts';
import type { AnswerParts } from './command.ts';

const types = { 'private-thread': 'text', 'private-channel': 'category', 'forum-post': 'forum' } as const;

const forStaff: readonly PermissionName[] = [
  'viewChannel',
  'sendMessages',
  'sendMessagesInThreads',
  'addReactions',
  'embedLinks',
  'attachFiles',
  'readMessageHistory',
];
const forBot: readonly PermissionName[] = [
  ...forStaff,
  'createPrivateThreads',
  'manageThreads',
  'manageChannels',
  'manageMessages',
  'manageWebhooks',
];

/** Makes the parent and the logs channel where there is none, hidden from @everyone, and says what came of it. Each counts as soon as it is there. */
export async function makePlaces(parts: AnswerParts, admin: AsAdmin): Promise<string> {
  const { guild, settings } = admin;
  const { channelKind, parentChannel, logsChannel } = settings;
  const overwrites = await overwritesFor(parts, admin);
  const places: readonly (readonly [
    keyof typeof madeNames,
    'text' | 'category' | 'forum',
    'parentChannel' | 'logsChannel',
  ])[] = [
    ...(parentChannel === null ? [[channelKind, types[channelKind], 'parentChannel'] as const] : []),
    ...(logsChannel === null ? [['logs', 'text', 'logsChannel'] as const] : []),
  ];
  let said = text('setup.made-nothing', {}, parts.language);
  for (const [place, type, setting] of places) {
    const name = madeNames[place];
    try {
      const made = await parts.discord.createChannel({ guild, name, type, category: null, overwrites });
      const values: Values = { [setting]: made };
      const saved = await parts.saveChecked(guild, { values, reset: [] }, admin.by);
      if ('problems' in saved) return wrongSettings(saved.problems, parts.language);
      said = [text('setup.made', {}, parts.language), findingsText(saved.found, parts.language)].join('\n').trim();
    } catch (error) {
      if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
      return text('setup.cannot-make', { what: name, reason: escapeMarkdown(error.message) }, parts.language);
    }
  }
  return said;
}

/** Only what the bot holds in the server may be given on: https://docs.discord.com/developers/resources/guild#create-guild-channel */
async function overwritesFor(
  { discord }: AnswerParts,
  { guild: id, settings }: AsAdmin,
): Promise<readonly Overwrite[]> {
  const [guild, member] = await Promise.all([discord.guild(id), discord.member(id, discord.me.user)]);
  const held = permissionsInServer(guild, { user: discord.me.user, roles: member?.roles ?? [] });
  const bits = (names: readonly PermissionName[]): bigint =>
    names.reduce((all, name) => all | permissionBits[name], 0n) & held;
  const roles = [...new Set([...settings.staffRoles, ...settings.adminRoles])];
  return [
    { id, of: 'role', allow: 0n, deny: permissionBits.viewChannel },
    { id: discord.me.user, of: 'member', allow: bits(forBot), deny: 0n },
    ...roles.map((role): Overwrite => ({ id: role, of: 'role', allow: bits(forStaff), deny: 0n })),
  ];
}
