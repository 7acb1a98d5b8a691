import type { SettingProblem } from './assignments.ts';
import { presets } from './presets.ts';
import type { Settings } from './schema.ts';

const exampleId = '123456789012345678';

/** What does not fit together, and what is missing before modmail can be enabled. */
export function check(settings: Settings): readonly SettingProblem[] {
  return [...contradictions(settings), ...(settings.enabled ? missing(settings) : [])];
}

/** What must be set before a server can be enabled. */
function missing({ preset, channelKind, parentChannel, staffRoles }: Settings): readonly SettingProblem[] {
  const problems: SettingProblem[] = [];
  if (parentChannel === null)
    problems.push({
      field: 'parentChannel',
      wrong: `must be set before modmail is enabled: ${parentFor[channelKind]}`,
      example: `parentChannel=${exampleId}`,
    });
  const needsStaff =
    channelKind === 'private-channel'
      ? 'with private channels: nobody else could see them'
      : preset === 'panora' && 'with the panora preset';
  if (needsStaff && staffRoles.length === 0)
    problems.push({
      field: 'staffRoles',
      wrong: `must be set before modmail is enabled ${needsStaff}`,
      example: `staffRoles=${exampleId}`,
    });
  return problems;
}

const parentFor = {
  'private-thread': 'the text channel in which ticket threads are made',
  'private-channel': 'the category in which ticket channels are made',
  'forum-post': 'the forum in which ticket posts are made',
} as const;

function contradictions(settings: Settings): readonly SettingProblem[] {
  const { preset, channelKind, onClose, closedCategory, internalPrefix, prefix, autoClose, autoCloseWarning } =
    settings;
  const problems: SettingProblem[] = [];
  // What a preset says was chosen by nobody; a private channel is kept then.
  if (onClose === 'lock-archive' && channelKind === 'private-channel' && presets[preset].onClose !== onClose)
    problems.push({
      field: 'onClose',
      wrong: 'cannot be lock-archive with private channels, which Discord cannot archive',
      example: 'onClose=delete',
    });
  if (onClose === 'move' && channelKind !== 'private-channel')
    problems.push({
      field: 'onClose',
      wrong: 'can be move with private channels only',
      example: 'onClose=lock-archive',
    });
  if (onClose === 'move' && closedCategory === null)
    problems.push({
      field: 'closedCategory',
      wrong: 'must be set when onClose is move',
      example: `closedCategory=${exampleId}`,
    });
  if (autoClose > 0 && autoCloseWarning >= autoClose)
    problems.push({
      field: 'autoCloseWarning',
      wrong: 'must be shorter than autoClose',
      example: 'autoCloseWarning=12h',
    });
  if (internalPrefix === prefix)
    problems.push({
      field: 'internalPrefix',
      wrong: `cannot be the same as prefix (${prefix})`,
      example: 'internalPrefix=//',
    });
  return problems;
}
