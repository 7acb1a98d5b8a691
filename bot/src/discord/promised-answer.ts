import type { Discord } from '../discord.ts';

/** Discord for one interaction, and whether an answer was promised in it that has not come yet. */
export interface Promised {
  readonly discord: Discord;
  readonly isOpen: () => boolean;
}

/** An answer counts as promised from before it is asked for: where only Discord's reply was lost, somebody waits for it all the same. */
export function watchPromise(discord: Discord): Promised {
  let isOpen = false;
  return {
    isOpen: () => isOpen,
    discord: {
      ...discord,
      answerLater(to, how) {
        isOpen = true;
        return discord.answerLater(to, how);
      },
      answerByEditLater(to) {
        isOpen = true;
        return discord.answerByEditLater(to);
      },
      async editAnswer(to, message) {
        await discord.editAnswer(to, message);
        isOpen = false;
      },
    },
  };
}
