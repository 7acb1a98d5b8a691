import type { Panel } from '../panels.ts';
import type { GuildId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Tables } from '../store.ts';
import type { Settings } from './schema.ts';
import { offeredTopics } from './topics.ts';

/** Of the keys of panels that could not be brought up to date. */
const panelProblem = 'panel:';

export function panelProblemKey({ message }: Pick<Panel, 'message'>): string {
  return panelProblem + message;
}

/** What stands in channels has to be drawn anew where a change of settings shows on it. */
export async function owePanels(
  { panels, outbox }: Pick<Tables, 'panels' | 'outbox'>,
  guild: GuildId,
  before: Settings,
  { now, settings }: { readonly now: number; readonly settings: Settings },
): Promise<void> {
  for (const panel of await panels.of(guild))
    if (shows(panel, before) !== shows(panel, settings)) await owePanel({ outbox }, panel, now);
}

export async function owePanel(
  { outbox }: Pick<Tables, 'outbox'>,
  { bot, message }: Pick<Panel, 'bot' | 'message'>,
  now: number,
): Promise<void> {
  await outbox.owe(lanes.panel(message), { kind: 'panel', bot, message }, now, `panel:${message}`);
}

/** Those that could not be brought up to date are tried again: something in the server has changed. */
export async function owePanelsAgain(
  { panels, problems, outbox }: Pick<Tables, 'panels' | 'problems' | 'outbox'>,
  guild: GuildId,
  now: number,
): Promise<void> {
  const keys = new Set((await problems.all(guild)).map(({ key }) => key));
  if (![...keys].some((key) => key.startsWith(panelProblem))) return;
  for (const panel of await panels.of(guild))
    if (keys.has(panelProblemKey(panel))) await owePanel({ outbox }, panel, now);
}

/** What of the settings can be seen on a panel. */
function shows({ style }: Panel, settings: Settings): string {
  const topics = style === 'button' ? [] : offeredTopics(settings);
  const seen = topics.map(({ id, name, emoji, description }) => [id, name, emoji, description]);
  return JSON.stringify([settings.accentColour, seen]);
}
