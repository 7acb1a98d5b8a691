import type { Migration } from './list.ts';

/** What members thought of it, and how long a ticket has been quiet. Older tickets count from their last message that arrived. */
export const closing: Migration = {
  name: '0006-closing',
  steps: () => [
    `create table feedback (
      ticket text not null primary key,
      stars integer not null,
      comment text,
      rated_at bigint not null,
      commented_at bigint
    )`,
    'alter table tickets add column active_at bigint',
    'alter table tickets add column warned_at bigint',
    `update tickets set active_at = coalesce(
      (select max(at) from entries
        where entries.ticket = tickets.id and entries.state = 'delivered' and entries.kind in ('member', 'reply')),
      opened_at
    ) where state in ('opening', 'open')`,
    `create index tickets_by_activity on tickets (guild, active_at) where state = 'open'`,
  ],
};
