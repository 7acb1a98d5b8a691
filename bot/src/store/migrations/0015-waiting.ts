import type { Migration } from './list.ts';

/** Tickets that have no channel yet are few, however many are open. */
export const waiting: Migration = {
  name: '0015-waiting',
  steps: () => [`create index tickets_waiting on tickets (bot, guild, number) where state = 'opening'`],
};
