import { expect, it } from 'vitest';
import type { TicketId } from '../src/ids.ts';
import { createDeliverer } from '../src/outbox/deliver.ts';
import { handClock } from './hand-clock.ts';
import { newStore } from './stored.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('a delivery that takes minutes, like a large file on a slow line, is not sent a second time beside itself', async () => {
  const clock = handClock();
  const store = await newStore(clock);
  const reflect = { kind: 'reflect', ticket: 'one' as TicketId } as const;
  const arrive: (() => void)[] = [];
  const deliverer = createDeliverer({
    clock,
    store,
    random: () => 0,
    send: () => new Promise((resolve) => arrive.push(() => resolve({}))),
    giveUp: async () => undefined,
    accepted: async () => undefined,
    onUnauthorized: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  await deliverer.transaction((tables) => tables.outbox.owe('slow', reflect, clock.now()));
  for (let minute = 0; minute < 10; minute += 1) {
    for (let step = 0; step < 4; step += 1) {
      clock.advance(20_000);
      for (let turns = 0; turns < 20; turns += 1) await turn();
    }
    deliverer.wake();
    for (let turns = 0; turns < 20; turns += 1) await turn();
  }
  expect(arrive).toHaveLength(1);
  for (const one of arrive) one();
  await deliverer.idle();
  expect(await store.tables.outbox.count()).toBe(0);
  await deliverer.stop();
});
