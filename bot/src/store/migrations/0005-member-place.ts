import type { Migration } from './list.ts';

/** A member whose direct messages are closed may have a private thread in the server instead. */
export const memberPlace: Migration = {
  name: '0005-member-place',
  steps: () => [
    `alter table tickets add column member_thread text`,
    `alter table tickets add column answers_in_thread integer not null default 0`,
    `create unique index tickets_by_member_thread on tickets (bot, member_thread) where member_thread is not null`,
    `alter table entries add column dm_closed integer not null default 0`,
    `create index entries_dm_closed on entries (ticket, id) where dm_closed = 1`,
  ],
};
