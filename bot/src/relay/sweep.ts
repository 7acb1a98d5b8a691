import type { Clock } from '../clock.ts';
import type { BotId, ChannelId } from '../ids.ts';
import type { Person, Store, Ticket } from '../store.ts';

interface Parts {
  readonly store: Pick<Store, 'tables'>;
  readonly bot: BotId;
}

/** So many tickets or people are looked up at a time. */
const page = 100;
/** So many channels are read side by side, so that one that Discord does not hand out does not hold up the others. */
const abreast = 4;

/** After a failure a channel is left alone for so long, then for twice as long, and so on; milliseconds. */
const firstPause = 5000;
const longestPause = 5 * 60_000;
/** With so many that failed, it is not the channels that fail: nothing new is begun before some are read. */
const mostFailed = 1000;

interface Visit {
  readonly channel: ChannelId;
  /** How long it is left alone when this fails. */
  readonly pause: number;
}

/** False where it cannot be read now, since something happens in it. */
export type VisitChannel = (channel: ChannelId) => Promise<boolean>;

/** Visits every channel that may have a gap. One that cannot be read makes room for the others and is visited again later. */
export async function sweepChannels(
  parts: Parts & { readonly clock: Clock; readonly onFailure: (error: unknown) => void },
  visit: VisitChannel,
  signal: AbortSignal,
): Promise<void> {
  const { clock } = parts;
  const visits = createVisits(toVisit(parts), clock);
  async function tryTo({ channel, pause }: Visit): Promise<void> {
    const isRead = await visit(channel).catch((error: unknown) => {
      if (!signal.aborted) parts.onFailure(error);
      return false;
    });
    if (!isRead) visits.again({ channel, pause: Math.min(pause * 2, longestPause) }, clock.now() + pause);
  }
  async function goOn(): Promise<void> {
    while (!signal.aborted) {
      const next = await visits.next();
      if (next === null) return;
      if (typeof next !== 'number') await tryTo(next);
      else if (
        await clock.sleep(next, signal).then(
          () => false,
          () => true,
        )
      )
        return;
    }
  }
  await Promise.all(Array.from({ length: abreast }, goOn));
}

interface Visits {
  /** The next one, how long to wait for it in milliseconds, or null when all are over. */
  next(): Promise<Visit | number | null>;
  again(visit: Visit, at: number): void;
}

function createVisits(channels: AsyncGenerator<ChannelId, undefined>, clock: Pick<Clock, 'now'>): Visits {
  let failed: readonly { readonly visit: Visit; readonly at: number }[] = [];
  let hasMore = true;
  return {
    async next() {
      const due = failed.find(({ at }) => at <= clock.now());
      if (due !== undefined) {
        failed = failed.filter((one) => one !== due);
        return due.visit;
      }
      if (hasMore && failed.length < mostFailed) {
        const { value: channel } = await channels.next();
        if (channel !== undefined) return { channel, pause: firstPause };
        hasMore = false;
      }
      if (failed.length === 0) return null;
      return Math.min(...failed.map(({ at }) => Math.max(0, at - clock.now())));
    },
    again: (visit, at) => void (failed = [...failed, { visit, at }]),
  };
}

/** Both sides of open tickets first, then the direct messages that were used last. */
async function* toVisit(parts: Parts): AsyncGenerator<ChannelId, undefined> {
  for await (const { channel, memberThread, person } of allOpen(parts)) {
    if (channel !== null) yield channel;
    if (memberThread !== null) yield memberThread;
    const dm = (await parts.store.tables.people.get(person))?.dm ?? null;
    if (dm !== null) yield dm;
  }
  for await (const { dm } of allDms(parts)) if (dm !== null) yield dm;
  return undefined;
}

async function* allOpen({ store, bot }: Parts): AsyncGenerator<Ticket> {
  let last: Ticket | null = null;
  for (;;) {
    const tickets: readonly Ticket[] = await store.tables.tickets.allOpen(bot, last?.id ?? null, page);
    yield* tickets;
    last = tickets.at(-1) ?? null;
    if (last === null || tickets.length < page) return;
  }
}

async function* allDms({ store, bot }: Parts): AsyncGenerator<Person> {
  let last: Person | null = null;
  for (;;) {
    const people: readonly Person[] = await store.tables.people.dms(bot, last?.id ?? null, page);
    yield* people;
    last = people.at(-1) ?? null;
    if (last === null || people.length < page) return;
  }
}
