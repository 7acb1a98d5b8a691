import type { DrawnMessage } from '../../discord.ts';
import type { Interaction } from '../../incoming.ts';
import type { Language } from '../../language.ts';
import { text } from '../../render/notices.ts';
import { findingsText } from '../../render/settings-page.ts';
import { topicPage, topicsHint, wrongTopic } from '../../render/topic-page.ts';
import { parseJson } from '../../settings/assignments.ts';
import type { Saved } from '../../settings/checks/save-checked.ts';
import { complete } from '../../settings/complete.ts';
import type { Topic } from '../../settings/topics.ts';
import type { AsAdmin } from './as-admin.ts';
import type { AnswerParts } from './command.ts';

export function topicsOf({ stored }: Pick<AsAdmin, 'stored'>): readonly Topic[] {
  return complete(stored).topics;
}

/** As the command line would; not if somebody else changed the settings since `admin` was read. */
export async function saveTopics(
  parts: Pick<AnswerParts, 'saveChecked'>,
  { guild, version, by }: AsAdmin,
  topics: readonly object[],
): Promise<Saved> {
  const parsed = parseJson({ topics });
  if ('problems' in parsed) return parsed;
  return parts.saveChecked(guild, { ...parsed.change, basedOn: version }, by);
}

/** The topic of this id, or at this place, as it is now; or what is wrong, with what was typed. */
export function afterSaving(
  { language }: Pick<AnswerParts, 'language'>,
  saved: Saved,
  which: string | number,
  typed: readonly string[] = [],
): DrawnMessage {
  if ('problems' in saved) return wrongTopic(saved.problems, language, typed);
  const { topics } = saved.settings;
  const topic = typeof which === 'number' ? topics[which] : topics.find(({ id }) => id === which);
  const said = saidAfter(saved, language);
  return topic === undefined ? { text: said } : topicPage(topic, saved.settings, language, said);
}

/** That it was saved, what is lacking still, and what has to be mended. */
export function saidAfter(saved: Extract<Saved, { settings: unknown }>, language: Language): string {
  const { topics } = saved.settings;
  const hint =
    topics.length < 2 ? topicsHint(topics, language) : text('topic.offered', { count: topics.length }, language);
  return [text('settings.saved', {}, language), hint, findingsText(saved.found, language)]
    .filter((line) => line !== '')
    .join('\n');
}

export async function showTopic(
  parts: Pick<AnswerParts, 'discord' | 'language'>,
  use: Interaction,
  { stored }: AsAdmin,
  topic: Topic,
): Promise<void> {
  await parts.discord.answer(use, topicPage(topic, complete(stored), parts.language), { private: true });
}
