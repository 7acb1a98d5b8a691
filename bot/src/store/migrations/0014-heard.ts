import type { Migration } from './list.ts';

/** When a bot was last known to hear what happens, so that it can say since when it did not. */
export const heard: Migration = {
  name: '0014-heard',
  steps: () => ['alter table bots add column heard_at bigint'],
};
