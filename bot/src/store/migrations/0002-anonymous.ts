import type { Migration } from './list.ts';

/** A member may have a ticket under their name and, beside it, one under an alias. */
export const anonymous: Migration = {
  name: '0002-anonymous',
  steps: ({ clustered }) => [
    `alter table tickets add column anonymous integer not null default 0`,
    `drop index one_open_ticket`,
    `create unique index one_open_ticket on tickets (person, guild, bot, anonymous) where state in ('opening', 'open')`,
    `create table aliases (
      guild text not null,
      person text not null,
      alias text not null,
      primary key (guild, person)
    ) ${clustered}`,
    `create unique index aliases_by_name on aliases (guild, alias)`,
    `create index aliases_of_person on aliases (person)`,
    `create table alias_faces (
      ticket text not null primary key,
      url text,
      valid_until bigint not null
    ) ${clustered}`,
    `create table file_links (
      entry bigint not null,
      id text not null,
      url text not null,
      primary key (entry, id)
    ) ${clustered}`,
  ],
};
