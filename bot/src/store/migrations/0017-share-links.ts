import type { Migration } from './list.ts';

/** Links to transcripts, and every time one was opened. */
export const shareLinks: Migration = {
  name: '0017-share-links',
  steps: ({ counter }) => [
    `create table share_links (
      source text not null primary key,
      ticket text not null,
      hash text not null unique,
      made_by text,
      made_at bigint not null,
      expires_at bigint not null,
      revoked_at bigint,
      opened integer not null default 0,
      last_opened_at bigint
    )`,
    'create index share_links_by_ticket on share_links (ticket)',
    'create index share_links_by_end on share_links (expires_at)',
    `create table link_openings (
      id ${counter},
      link text not null,
      at bigint not null
    )`,
    'create index link_openings_by_link on link_openings (link)',
  ],
};
