import type { Topic } from './topics.ts';

/** The same topics with this one at its place (from 1 on), or at the end. */
export function placed<One extends Pick<Topic, 'name'>>(
  topics: readonly One[],
  topic: One,
  position: number | null,
): readonly One[] {
  const others = topics.filter((one) => one !== topic);
  const at = position === null ? others.length : Math.min(Math.max(Math.round(position) - 1, 0), others.length);
  return [...others.slice(0, at), topic, ...others.slice(at)];
}

type Change = { readonly name?: string } & { readonly [Part in Exclude<keyof Topic, 'id' | 'name'>]?: unknown };

/** The same topics with something about one of them changed, which may be as it was typed. */
export function changed(topics: readonly Topic[], id: string, change: Change): readonly Pick<Topic, 'id' | 'name'>[] {
  return topics.map((topic) => (topic.id === id ? { ...topic, ...change } : topic));
}

/** By the name that people see, whatever its case; where nobody has it, by the id. */
export function topicCalled(topics: readonly Topic[], called: string): Topic | undefined {
  const name = called.trim().toLowerCase();
  return topics.find((topic) => topic.name.toLowerCase() === name) ?? topics.find(({ id }) => id === name);
}

/** Those whose names begin with what was typed, then those that hold it. */
export function namesLike(topics: readonly Topic[], typed: string): readonly string[] {
  const part = typed.trim().toLowerCase();
  const names = topics.map(({ name }) => name);
  const begins = names.filter((name) => name.toLowerCase().startsWith(part));
  return [...begins, ...names.filter((name) => name.toLowerCase().includes(part) && !begins.includes(name))];
}
