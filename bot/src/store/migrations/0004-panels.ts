import type { Migration } from './list.ts';

/** Panels offer topics too, and are found by the server whose topics they show. */
export const panels: Migration = {
  name: '0004-panels',
  steps: () => [
    `alter table panels add column style text not null default 'button'`,
    `create index panels_by_guild on panels (guild)`,
  ],
};
