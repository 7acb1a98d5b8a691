import type { Migration } from './list.ts';

/** Of two conversations in one server, one under the member's name and one anonymous, it is remembered which one they used. */
export const twoConversations: Migration = {
  name: '0012-two-conversations',
  steps: () => [`alter table last_servers add column anonymous integer not null default 0`],
};
