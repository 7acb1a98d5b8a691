import type { Field } from './fields.ts';
import { settingField } from './fields.ts';
import type { Settings } from './schema.ts';

/** Groups of slash commands that do the same under the names that people know from elsewhere. */
export const vocabularyNames = ['ticket', 'pmodmail', 'supportmail'] as const;
export type Vocabulary = (typeof vocabularyNames)[number];

const known = vocabularyNames.join(', ');

/** Which of them a server has; in the order of `vocabularyNames`. */
export function vocabularies(): Field<readonly Vocabulary[]> {
  return settingField<readonly Vocabulary[]>(
    'ticket,pmodmail',
    (given) => {
      if (given === null || given === '' || given === 'none') return { value: [] };
      if (given === 'all') return { value: vocabularyNames };
      const parts: readonly unknown[] = Array.isArray(given) ? given : String(given).split(',');
      const named = parts.map((part) => String(part).trim().replace(/^\//, ''));
      const unknown = named.find((name) => !vocabularyNames.some((one) => one === name));
      if (unknown !== undefined)
        return { wrong: `must be all, none, or some of ${known} with commas between; "${unknown}" is not one` };
      return { value: vocabularyNames.filter((name) => named.includes(name)) };
    },
    (value) => {
      if (value.length === vocabularyNames.length) return 'all';
      return value.length === 0 ? 'none' : value.join(',');
    },
  );
}

const reopening: Readonly<Record<Vocabulary, string>> = {
  ticket: '/ticket reopen',
  pmodmail: '/pmodmail reopen',
  supportmail: '/reopen',
};

/** What staff run or type in a server to open a closed ticket again; null where it has neither. `readsContent`: what they type is seen. */
export function howToReopen(
  { commands, replyCommand, prefix }: Pick<Settings, 'commands' | 'replyCommand' | 'prefix'>,
  readsContent: boolean,
): string | null {
  const [vocabulary] = commands;
  if (vocabulary !== undefined) return reopening[vocabulary];
  return replyCommand && readsContent ? `${prefix}reopen` : null;
}
