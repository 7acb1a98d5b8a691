import type { Migration } from './list.ts';

/** Which channels were read since messages may have been missed, so that a program that is stopped meanwhile goes on where it was. */
export const caughtUp: Migration = {
  name: '0009-caught-up',
  steps: ({ clustered }) => [
    `create table caught_up (
      bot text not null,
      channel text not null,
      primary key (bot, channel)
    ) ${clustered}`,
  ],
};
