import type { DrawnMessage } from '../discord.ts';

/** What stands in a channel so that members find the way to the team. */
export interface PanelWords {
  readonly text: string;
  /** On the button. */
  readonly label: string;
}

/** The button is `panel:open`. */
export function panel({ text, label }: PanelWords, accentColour: number): DrawnMessage {
  return {
    text: '',
    embeds: [{ text, colour: accentColour }],
    rows: [[{ id: 'panel:open', label, style: 'primary', emoji: '✉️' }]],
  };
}
