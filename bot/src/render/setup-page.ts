import type { DrawnMessage, Picked } from '../discord.ts';
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
export function setupPage(settings: Settings, said = ''): DrawnMessage {
  const { preset, channelKind, staffRoles, parentChannel, logsChannel, enabled } = settings;
  const none = text('setup.none', {});
  const staff = staffRoles.map((id) => `<@&${id}>`).join(' ');
  const fields = [
    [text('setup.staff', {}), staff === '' ? none : staff],
    [text('setup.parent', {}), parentChannel === null ? none : `<#${parentChannel}>`],
    [text('setup.logs', {}), logsChannel === null ? none : `<#${logsChannel}>`],
    [text('setup.state', {}), text(enabled ? 'setup.on' : 'setup.off', {})],
  ] as const;
  return {
    text: said,
    embeds: [
      {
        title: text('setup.title', {}),
        text: text('setup.how', {}),
        fields: fields.map(([name, value]) => ({ name, value, inline: true })),
      },
    ],
    rows: [
      {
        id: 'setup:preset',
        placeholder: text('setup.preset', {}),
        choices: presetNames.map((value) => ({
          value,
          label: text(`setup.preset-${value}`, {}),
          selected: value === preset,
        })),
      },
      {
        id: 'setup:kind',
        placeholder: text('setup.kind', {}),
        choices: kinds.map((value) => ({
          value,
          label: text(`setup.kind-${value}`, {}),
          selected: value === channelKind,
        })),
      },
      { id: 'setup:staff', placeholder: text('setup.staff', {}), pick: 'roles', most: 10, selected: staffRoles },
      {
        id: 'setup:parent',
        placeholder: text('setup.parent', {}),
        pick: parentsOf[channelKind],
        most: 1,
        selected: parentChannel === null ? [] : [parentChannel],
      },
      [
        { id: 'setup:logs', label: text('setup.logs', {}), style: 'secondary' },
        { id: 'setup:make', label: text('setup.make', {}), style: 'secondary' },
        { id: 'setup:enable', label: text('setup.enable', {}), style: 'success' },
        { id: 'setup:test', label: text('setup.test', {}), style: 'primary', disabled: !enabled },
      ],
    ],
  };
}

/** What the places are called that are made on the spot. */
export const madeNames = {
  'private-thread': 'tickets',
  'private-channel': 'Tickets',
  'forum-post': 'tickets',
  logs: 'ticket-logs',
} as const;
