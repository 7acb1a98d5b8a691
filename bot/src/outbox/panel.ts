import type { Panel } from '../panels.ts';
import type { Discord, DrawnMessage } from '../discord.ts';
import { Refused } from '../refusal.ts';
import { panel as draw } from '../render/panel.ts';
import { complete } from '../settings/complete.ts';
import { panelProblemKey } from '../settings/owe-panels.ts';
import type { Settings } from '../settings/schema.ts';
import type { Tables } from '../store.ts';
import type { Delivery } from './delivery.ts';
import { withOwnEmoji } from './own-emoji.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** Draws a panel anew, from what is true now. One whose message is gone is forgotten; a refusal is told with what to do. */
export async function sendPanel(
  { store, discord, clock }: Pick<SendParts, 'store' | 'discord' | 'clock'>,
  { bot, message }: Extract<Delivery, { kind: 'panel' }>,
): Promise<Sent> {
  const panel = await store.tables.panels.get(bot, message);
  if (panel === null) return nothingToRecord;
  const { guild, channel } = panel;
  const key = panelProblemKey(panel);
  // Not from memory: it is the very change that made this owed.
  const settings = complete((await store.tables.settings.get(guild))?.values ?? {});
  try {
    await discord.editMessage(channel, message, await drawPanel({ discord }, panel, settings));
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return { record: (tables) => refused(tables, error) };
  }
  return { record: (tables) => tables.problems.solve(guild, key) };

  async function refused(tables: Tables, refusal: Refused): Promise<void> {
    if (refusal.reason === 'unknown-message' || refusal.reason === 'unknown-channel') {
      await tables.panels.remove(bot, message);
      return tables.problems.solve(guild, key);
    }
    const where = `https://discord.com/channels/${guild}/${channel}/${message}`;
    const values = { where, reason: refusal.message };
    await tables.problems.raise({ guild, key, text: 'problem.panel', with: values, since: clock.now() });
  }
}

/** As it is to be shown now. */
export async function drawPanel(
  parts: { readonly discord: Pick<Discord, 'guild'> },
  panel: Omit<Panel, 'message'>,
  settings: Settings,
): Promise<DrawnMessage> {
  return draw(panel, { ...settings, topics: await withOwnEmoji(parts, panel.guild, settings.topics) });
}
