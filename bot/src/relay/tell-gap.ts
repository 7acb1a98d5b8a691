import type { Clock } from '../clock.ts';
import type { BotId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { DestinationParts } from '../intake/destination.ts';
import type { Store } from '../store.ts';

/** The operator reads of it for so long. */
const shownFor = 7 * 24 * 60 * 60_000;
/** Lines to servers go out so far apart, in milliseconds: with thousands of them live messages come first. */
const apart = 100;

const gapProblem = 'gap';

/**
 * Discord could not go on where the connection was lost. What was written in known channels is fetched; of people who wrote for the
 * first time nobody will ever know, so staff and operator are told when that was.
 */
export async function tellGap(parts: {
  readonly clock: Pick<Clock, 'now'>;
  readonly store: Store;
  readonly bot: BotId;
  readonly enabled: DestinationParts['enabled'];
}): Promise<void> {
  const { clock, store, bot } = parts;
  const to = clock.now();
  const servers = await parts.enabled();
  await store.transaction(async (tables) => {
    const from = await tables.reading.heardAt(bot);
    await tables.reading.heard(bot, to);
    if (from === null || from >= to) return;
    const times = { from, to };
    await tables.problems.raise({ guild: null, key: gapProblem, text: 'problem.gap', with: times, since: to });
    await tables.timers.set({ key: gapProblem, at: to + shownFor, what: 'gap-told', about: '' });
    const told = servers.filter(({ settings }) => settings.logsChannel !== null);
    for (const [place, { guild }] of told.entries())
      await tables.outbox.owe(lanes.gap(guild), { kind: 'log-gap', guild, ...times, at: to + place * apart }, to);
  });
}
