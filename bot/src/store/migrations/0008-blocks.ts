import type { Migration } from './list.ts';

/** Blocks say where one can see why, and are listed the newest first. */
export const blocks: Migration = {
  name: '0008-blocks',
  steps: () => [
    'alter table blocks add column evidence text',
    'create index blocks_by_time on blocks (guild, since, who)',
  ],
};
