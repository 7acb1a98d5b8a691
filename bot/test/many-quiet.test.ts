import { expect, it } from 'vitest';
import { complete } from '../src/settings/complete.ts';
import type { Tables } from '../src/store.ts';
import { createQuiet } from '../src/tickets/quiet.ts';
import { handClock } from './hand-clock.ts';
import { bot, guild, meet, newStore, openTicket, write } from './stored.ts';

const HOUR = 60 * 60_000;

/** An open ticket in which something arrived at this time. */
async function quietSince(tables: Tables, name: string, at: number, isUnderWay: boolean): Promise<void> {
  const { id } = (await openTicket(tables, (await meet(tables, name)).id))!;
  await tables.tickets.change(id, { state: 'open' }, ['opening']);
  await tables.activity.note(id, at);
  if (isUnderWay) await write(tables, id, 'on its way');
}

it.each([false, true])(
  'more tickets than fit into one look are closed in one turn (the first of them have to wait: %s)',
  async (wait) => {
    const clock = handClock();
    const store = await newStore(clock);
    const from = clock.now();
    await store.transaction(async (tables) => {
      for (let at = 0; at < 600; at += 1) await quietSince(tables, `waits${at}`, from + at, wait);
      for (let at = 600; at < 1200; at += 1) await quietSince(tables, `is quiet${at}`, from + at, false);
    });
    const servers = new Map([[guild, complete({ autoClose: 3 * HOUR })]]);
    const settings = {
      enabled: async () => [],
      watch: (listener: (read: typeof servers) => void) => listener(servers),
    };
    const errors: unknown[] = [];
    const onError = (error: unknown): void => void errors.push(error);
    const quiet = createQuiet({ clock, store, bot: { id: bot }, settings, isConnected: () => true, onError });
    clock.advance(4 * HOUR);
    quiet.start();
    await quiet.idle();
    clock.advance(60_000);
    await quiet.idle();
    await quiet.stop();
    expect(errors).toEqual([]);
    expect(await store.tables.tickets.openIn(bot, guild)).toHaveLength(wait ? 600 : 0);
  },
  60_000,
);
