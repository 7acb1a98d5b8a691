import type { Migration } from './list.ts';

/** What a member entered at the door of one server waits for them there when they go to that of another. */
export const setAsideForms: Migration = {
  name: '0018-set-aside-forms',
  steps: ({ clustered }) => [
    `create table set_aside_forms (
      person text not null,
      guild text not null,
      form text not null,
      until bigint not null,
      primary key (person, guild)
    ) ${clustered}`,
    'create index set_aside_forms_by_time on set_aside_forms (until)',
  ],
};
