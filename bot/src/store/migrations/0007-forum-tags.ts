import type { Migration } from './list.ts';

/** Tags of forums by what they say, and what stands on which post. */
export const forumTags: Migration = {
  name: '0007-forum-tags',
  steps: ({ clustered }) => [
    `create table forum_tags (
      forum text not null,
      key text not null,
      guild text not null,
      tag text not null,
      primary key (forum, key)
    ) ${clustered}`,
    `create table shown_tags (
      ticket text not null primary key,
      keys text not null,
      at bigint not null
    ) ${clustered}`,
  ],
};
