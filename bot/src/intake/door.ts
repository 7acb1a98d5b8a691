import type { Answer, Door } from '../door.ts';
import type { InteractionId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import { offeredTopics, type Topic } from '../settings/topics.ts';

/** What is asked between "which server?" and an open ticket: plain data in, the next step out. */

/** What a member has said so far. */
export type Known = Pick<Door, 'topic' | 'form' | 'anonymous'>;
export const nothingKnown: Known = { topic: null, form: null, anonymous: null };

export type Step =
  /** Choosing a topic with questions opens its form. `unfilled`: the chosen one, whose form is still to be filled in. */
  | { readonly is: 'topic'; readonly topics: readonly Topic[]; readonly unfilled: Topic | null }
  | { readonly is: 'anonymity'; readonly topic: Topic | null }
  | Through;

/** Nothing is left to be asked. */
export interface Through {
  readonly is: 'through';
  readonly topic: Topic | null;
  readonly answers: readonly Answer[];
  /** What filled in the form; null without one. */
  readonly filledBy: InteractionId | null;
  readonly anonymous: boolean;
}

export function nextStep(settings: Pick<Settings, 'topics' | 'anonymousMembers'>, known: Known): Step {
  const topics = offeredTopics(settings);
  const topic = settings.topics.find(({ id }) => id === known.topic) ?? null;
  if (topic === null && topics.length > 0) return { is: 'topic', topics, unfilled: null };
  const form = topic !== null && known.form?.topic === topic.id ? known.form : null;
  if (topic !== null && topic.questions.length > 0 && form?.complete !== true)
    return { is: 'topic', topics: topics.length > 0 ? topics : [topic], unfilled: topic };
  const { anonymousMembers } = settings;
  // Whoever wants to be anonymous does not go in under their name because the server has thought better of it.
  const isUnsettled = anonymousMembers === 'choice' ? known.anonymous === null : known.anonymous === true;
  if (anonymousMembers !== 'always' && isUnsettled) return { is: 'anonymity', topic };
  return {
    is: 'through',
    topic,
    answers: form?.answers ?? [],
    filledBy: form?.by ?? null,
    anonymous: anonymousMembers === 'choice' ? known.anonymous === true : anonymousMembers === 'always',
  };
}
