import { text } from '../../render/notices.ts';
import { owePanel } from '../../settings/owe-panels.ts';
import type { AnswerParts, ButtonUse, SelectUse } from '../commands/command.ts';
import { enterServer } from './at-door.ts';

/** A member pressed the button of a topic on a panel. */
export async function openTopic(parts: AnswerParts, use: ButtonUse): Promise<void> {
  await comeWith(parts, use, use.button.split(':')[2] ?? '');
}

/** A member chose a topic in a panel's menu. Discord takes the same choice again only once the message was changed. */
export async function openChosen(parts: AnswerParts, use: SelectUse): Promise<void> {
  await Promise.all([comeWith(parts, use, use.values[0] ?? ''), refresh(parts, use)]);
}

/** What was pressed may be gone by now: then the panel shows what there is. */
async function comeWith(parts: AnswerParts, use: ButtonUse | SelectUse, id: string): Promise<void> {
  const settings = use.guild === null ? null : await parts.settingsOf(use.guild);
  if (settings?.topics.some((topic) => topic.id === id) === true) return enterServer(parts, use, id);
  await parts.discord.answer(use, { text: text('panel.topic-gone', {}, parts.language) }, { private: true });
  await refresh(parts, use);
}

async function refresh({ store, clock }: AnswerParts, { bot, message }: ButtonUse | SelectUse): Promise<void> {
  await store.transaction(async (tables) => {
    const panel = await tables.panels.get(bot, message);
    if (panel !== null) await owePanel(tables, panel, clock.now());
  });
}
