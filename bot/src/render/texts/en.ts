import { anonymous } from './en/anonymous.ts';
import { away } from './en/away.ts';
import { blocks } from './en/blocks.ts';
import { closing } from './en/closing.ts';
import { commandTexts } from './en/commands.ts';
import { conversation } from './en/conversation.ts';
import { fallback } from './en/fallback.ts';
import { links } from './en/links.ts';
import { door } from './en/door.ts';
import { permissions } from './en/permissions.ts';
import { problems } from './en/problems.ts';
import { retentionTexts } from './en/retention.ts';
import { setup } from './en/setup.ts';
import { tags } from './en/tags.ts';
import { threads } from './en/threads.ts';
import { topics } from './en/topics.ts';
import { transcript } from './en/transcript.ts';
import { work } from './en/work.ts';

/**
 * Every text that a person reads, in English; other languages stand beside this file.
 * `{{name}}` is filled in, `{{at, when}}` is epoch milliseconds shown in the reader's own time zone,
 * `_one` and `_other` are chosen by `count`. Lines to members are friendly and short, and never blame them.
 */
export const en = {
  ...closing,
  ...conversation,
  ...away,
  ...work,
  ...setup,
  ...problems,
  ...permissions,
  ...transcript,
  ...topics,
  ...blocks,
  ...fallback,
  ...anonymous,
  ...commandTexts,
  ...door,
  ...threads,
  ...tags,
  ...retentionTexts,
  ...links,
} as const;
