import type { Migration } from './list.ts';

/** When what was said in a closed ticket was removed, and where to find the next ones. */
export const retention: Migration = {
  name: '0013-retention',
  steps: () => [
    'alter table tickets add column emptied_at bigint',
    `create index tickets_to_empty on tickets (guild, closed_at) where state = 'closed'
      and (emptied_at is null or emptied_at < closed_at)`,
  ],
};
