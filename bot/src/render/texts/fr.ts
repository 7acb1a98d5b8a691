import { anonymous } from './fr/anonymous.ts';
import { away } from './fr/away.ts';
import { blocks } from './fr/blocks.ts';
import { closing } from './fr/closing.ts';
import { commandTexts } from './fr/commands.ts';
import { conversation } from './fr/conversation.ts';
import { fallback } from './fr/fallback.ts';
import { door } from './fr/door.ts';
import { links } from './fr/links.ts';
import { permissions } from './fr/permissions.ts';
import { problems } from './fr/problems.ts';
import { retentionTexts } from './fr/retention.ts';
import { setup } from './fr/setup.ts';
import { tags } from './fr/tags.ts';
import { threads } from './fr/threads.ts';
import { topics } from './fr/topics.ts';
import { transcript } from './fr/transcript.ts';
import { work } from './fr/work.ts';

/** Every text that a person reads, in French: the typography too, with a space that does not break before `: ; ! ? »`. */
export const fr = {
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
