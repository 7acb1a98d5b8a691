import { firstTables } from './0001-first-tables.ts';
import { anonymous } from './0002-anonymous.ts';
import { door } from './0003-door.ts';
import { panels } from './0004-panels.ts';
import { memberPlace } from './0005-member-place.ts';
import { closing } from './0006-closing.ts';
import { forumTags } from './0007-forum-tags.ts';
import { blocks } from './0008-blocks.ts';
import { caughtUp } from './0009-caught-up.ts';
import { retention } from './0013-retention.ts';
import { heard } from './0014-heard.ts';
import { waiting } from './0015-waiting.ts';
import { locale } from './0016-locale.ts';
import { shareLinks } from './0017-share-links.ts';
import { setAsideForms } from './0018-set-aside-forms.ts';
import { twoConversations } from './0012-two-conversations.ts';

/** What an engine calls things that have no name common to all. */
export interface Dialect {
  /** The type of a column that numbers its rows and never gives a number twice. */
  readonly counter: string;
  /** Behind a table whose rows lie in its primary key, where that has to be said. */
  readonly clustered: string;
}

/** One step from a version of the tables to the next, in SQL that every engine understands. Never edited once published. */
export interface Migration {
  readonly name: string;
  readonly steps: (dialect: Dialect) => readonly string[];
}

/** In order; new ones at the end. */
export const migrations: readonly Migration[] = [
  firstTables,
  anonymous,
  door,
  panels,
  memberPlace,
  closing,
  forumTags,
  blocks,
  caughtUp,
  twoConversations,
  retention,
  heard,
  waiting,
  locale,
  shareLinks,
  setAsideForms,
];
