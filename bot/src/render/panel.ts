import type { PanelStyle } from '../panels.ts';
import type { DrawnButton, DrawnMessage } from '../discord.ts';
import type { Settings } from '../settings/schema.ts';
import { offeredTopics, type Topic } from '../settings/topics.ts';
import { shorten } from './escape.ts';
import { longestLabel } from './limits.ts';
import { topicChoices } from './topic-choices.ts';

/** What stands in a channel so that members find the way to the team. */
export interface PanelWords {
  readonly text: string;
  /** On the button, and in the menu before a topic is chosen. */
  readonly label: string;
}

/** A row of a message: https://docs.discord.com/developers/components/reference#action-row */
const buttonsInRow = 5;

/**
 * The button is `panel:open`, the button of a topic `panel:topic:<id>`, the menu `panel:topics` with ids as values. While there are
 * not two topics, every style is the one button. Emoji that the server does not have are left out before.
 */
export function panel(
  { text, label, style }: PanelWords & { readonly style: PanelStyle },
  { accentColour, topics }: Pick<Settings, 'accentColour' | 'topics'>,
): DrawnMessage {
  const offered = style === 'button' ? [] : offeredTopics({ topics });
  return { text: '', embeds: [{ text, colour: accentColour }], rows: rowsOf(label, style, offered) };
}

function rowsOf(label: string, style: PanelStyle, topics: readonly Topic[]): NonNullable<DrawnMessage['rows']> {
  if (topics.length === 0) return [[{ id: 'panel:open', label, style: 'primary', emoji: '✉️' }]];
  if (style === 'topic-select') return [{ id: 'panel:topics', placeholder: label, choices: topicChoices(topics) }];
  const buttons = topics.map(({ id, name, emoji }): DrawnButton => ({
    id: `panel:topic:${id}`,
    label: shorten(name, longestLabel),
    style: 'secondary',
    ...(emoji !== null && { emoji }),
  }));
  const rows = Math.ceil(buttons.length / buttonsInRow);
  return Array.from({ length: rows }, (_, row) => buttons.slice(row * buttonsInRow, (row + 1) * buttonsInRow));
}
