import type { Clock } from '../clock.ts';
import type { Discord } from '../discord.ts';
import { SlowDown } from '../refusal.ts';

/** Discord waits three seconds for an answer to a click; milliseconds. */
const longestPause = 1200;
const mostPauses = 2;

type Asked = Pick<Discord, 'member' | 'guild'>;

/**
 * What is asked before somebody's click is answered waits for a moment where the limits are used up: unlike everything else, a click
 * is not tried again.
 */
export function waitingBriefly(discord: Asked, clock: Clock): Asked {
  async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    for (let pauses = 0; ; pauses += 1) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof SlowDown) || error.afterMs > longestPause || pauses >= mostPauses) throw error;
        await clock.sleep(error.afterMs);
      }
    }
  }
  return {
    member: (guild, user) => patiently(() => discord.member(guild, user)),
    guild: (guild) => patiently(() => discord.guild(guild)),
  };
}
