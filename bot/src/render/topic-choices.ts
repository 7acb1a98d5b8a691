import type { DrawnSelect } from '../discord.ts';
import type { Topic } from '../settings/topics.ts';

/** Topics as the options of a select; each one's value is its id. */
export function topicChoices(topics: readonly Topic[]): DrawnSelect['choices'] {
  return topics.map(({ id, name, description, emoji }) => ({
    value: id,
    label: name,
    ...(description !== null && { description }),
    ...(emoji !== null && { emoji }),
  }));
}
