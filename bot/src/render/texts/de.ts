import { anonymous } from './de/anonymous.ts';
import { away } from './de/away.ts';
import { blocks } from './de/blocks.ts';
import { closing } from './de/closing.ts';
import { commandTexts } from './de/commands.ts';
import { conversation } from './de/conversation.ts';
import { fallback } from './de/fallback.ts';
import { door } from './de/door.ts';
import { links } from './de/links.ts';
import { permissions } from './de/permissions.ts';
import { problems } from './de/problems.ts';
import { retentionTexts } from './de/retention.ts';
import { setup } from './de/setup.ts';
import { tags } from './de/tags.ts';
import { threads } from './de/threads.ts';
import { topics } from './de/topics.ts';
import { transcript } from './de/transcript.ts';
import { work } from './de/work.ts';
import type { en } from './en.ts';
import type { Translated } from './keys.ts';

/** Every text that a person reads, in German; what they mean stands in en.ts. Everybody is addressed as du. */
export const de: Translated<typeof en> = {
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
};
