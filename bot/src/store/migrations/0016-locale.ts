import type { Migration } from './list.ts';

/** In which language Discord speaks with somebody, so that we can do the same. Null until they use a command, a button or a form. */
export const locale: Migration = {
  name: '0016-locale',
  steps: () => ['alter table identities add column locale text'],
};
