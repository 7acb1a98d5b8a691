import type { en } from './en.ts';
import { anonymous } from './es/anonymous.ts';
import { away } from './es/away.ts';
import { blocks } from './es/blocks.ts';
import { closing } from './es/closing.ts';
import { commandTexts } from './es/commands.ts';
import { conversation } from './es/conversation.ts';
import { fallback } from './es/fallback.ts';
import { door } from './es/door.ts';
import { links } from './es/links.ts';
import { permissions } from './es/permissions.ts';
import { problems } from './es/problems.ts';
import { retentionTexts } from './es/retention.ts';
import { setup } from './es/setup.ts';
import { tags } from './es/tags.ts';
import { threads } from './es/threads.ts';
import { topics } from './es/topics.ts';
import { transcript } from './es/transcript.ts';
import { work } from './es/work.ts';
import type { Translated } from './keys.ts';

export const es: Translated<typeof en> = {
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
