import type { DrawnEmbed, DrawnMessage, Picked } from '../discord.ts';
import type { Language } from '../language.ts';
import { presetNames, type Settings } from '../settings/schema.ts';
import type { ChannelKind } from '../store.ts';
import { text } from './notices.ts';

const kinds: readonly ChannelKind[] = ['private-thread', 'private-channel', 'forum-post'];

/** Where the parent is picked from. */
export const parentsOf = {
  'private-thread': 'text channels',
  'private-channel': 'categories',
  'forum-post': 'forums',
} as const satisfies Record<ChannelKind, Picked>;

/** The steps of setting up, each with what is chosen now; what is chosen is stored, so nothing is lost in between. */
export function setupPage(settings: Settings, language: Language, said = ''): DrawnMessage {
  const { preset, channelKind, staffRoles, parentChannel, enabled } = settings;
  return {
    text: said,
    embeds: [setupEmbed(settings, language)],
    rows: [
      {
        id: 'setup:preset',
        placeholder: text('setup.preset', {}, language),
        choices: presetNames.map((value) => ({
          value,
          label: text(`setup.preset-${value}`, {}, language),
          selected: value === preset,
        })),
      },
      {
        id: 'setup:kind',
        placeholder: text('setup.kind', {}, language),
        choices: kinds.map((value) => ({
          value,
          label: text(`setup.kind-${value}`, {}, language),
          selected: value === channelKind,
        })),
      },
      {
        id: 'setup:staff',
        placeholder: text('setup.staff', {}, language),
        pick: 'roles',
        most: 10,
        selected: staffRoles,
      },
      {
        id: 'setup:parent',
        placeholder: text('setup.parent', {}, language),
        pick: parentsOf[channelKind],
        most: 1,
        selected: parentChannel === null ? [] : [parentChannel],
      },
      [
        { id: 'setup:logs', label: text('setup.logs', {}, language), style: 'secondary' },
        { id: 'setup:make', label: text('setup.make', {}, language), style: 'secondary' },
        { id: 'setup:enable', label: text('setup.enable', {}, language), style: 'success' },
        { id: 'setup:test', label: text('setup.test', {}, language), style: 'primary', disabled: !enabled },
      ],
    ],
  };
}

function setupEmbed({ staffRoles, parentChannel, logsChannel, enabled }: Settings, language: Language): DrawnEmbed {
  const none = text('setup.none', {}, language);
  const staff = staffRoles.map((id) => `<@&${id}>`).join(' ');
  const fields = [
    [text('setup.staff', {}, language), staff === '' ? none : staff],
    [text('setup.parent', {}, language), parentChannel === null ? none : `<#${parentChannel}>`],
    [text('setup.logs', {}, language), logsChannel === null ? none : `<#${logsChannel}>`],
    [text('setup.state', {}, language), text(enabled ? 'setup.on' : 'setup.off', {}, language)],
  ] as const;
  return {
    title: text('setup.title', {}, language),
    text: text('setup.how', {}, language),
    fields: fields.map(([name, value]) => ({ name, value, inline: true })),
  };
}

/** What the places are called that are made on the spot. */
export const madeNames = {
  'private-thread': 'tickets',
  'private-channel': 'Tickets',
  'forum-post': 'tickets',
  logs: 'ticket-logs',
} as const;
