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

/** Visits every channel that may have a gap. One that fails does not keep the others from being visited; its error is thrown in the end. */
export async function sweepChannels(
  parts: Parts,
  visit: (channel: ChannelId) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const channels = toVisit(parts);
  const troubles: unknown[] = [];
  async function goOn(): Promise<void> {
    try {
      for (;;) {
        const { value: channel } = await channels.next();
        if (channel === undefined || signal.aborted) return;
        await visit(channel).catch((error: unknown) => void troubles.push(error));
      }
    } catch (error) {
      troubles.push(error);
    }
  }
  await Promise.all(Array.from({ length: abreast }, goOn));
  if (troubles.length > 0) throw troubles[0];
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
