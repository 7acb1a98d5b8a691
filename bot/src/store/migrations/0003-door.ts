import type { Migration } from './list.ts';

/** What a member says before a ticket opens, and what of it goes with the ticket. */
export const door: Migration = {
  name: '0003-door',
  steps: ({ clustered }) => [
    `alter table tickets add column topic text`,
    `alter table tickets add column answers text`,
    `create table doors (
      person text not null primary key,
      guild text not null,
      topic text,
      form text,
      anonymous integer,
      until bigint not null
    ) ${clustered}`,
  ],
};
