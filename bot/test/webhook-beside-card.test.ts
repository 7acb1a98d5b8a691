import { expect, it } from 'vitest';
import { openStore } from '../src/store/open.ts';
import { createWorld, shown, type World } from './world.ts';

const channelKind = 'private-channel';
const making = /^\/channels\/\d+\/webhooks$/;

/** The webhooks and the problems that the bot keeps. */
async function kept(world: World): Promise<{ readonly webhooks: number; readonly problems: number }> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const { tables } = store;
  const channels = [...world.simulator.world.state.webhooks.values()].map((webhook) => webhook.channelId);
  const known = [...channels, world.ticketChannels().at(-1) ?? gone];
  let webhooks = 0;
  for (const channel of new Set(known))
    webhooks += (await tables.webhooks.in(world.app().bot, channel as never)).length;
  const problems = (await tables.problems.all()).length;
  await store.close();
  return { webhooks, problems };
}

let gone = '';

it('a private channel has its webhook before anybody has written there', async () => {
  const world = await createWorld({ channelKind });
  await world.sam.runs('/contact', { member: world.ada.id }, world.logs);
  await world.settle();
  const webhooks = [...world.simulator.world.state.webhooks.values()];
  expect(webhooks.map((one) => one.channelId)).toEqual([world.ticketChannel()]);
});

it.each([
  ['Discord fails', { status: 500 }],
  ['Discord asks for a pause', { status: 429, retryAfter: 5 }],
  ['Discord refuses it', { status: 403, code: 50013 }],
])('the ticket opens although its webhook cannot be made: %s', async (_, how) => {
  const world = await createWorld({ channelKind });
  world.simulator.faults.fail({ method: 'POST', path: making, when: 'before', times: 1, ...how });
  await world.sam.runs('/contact', { member: world.ada.id }, world.logs);
  await world.settle();
  const channel = world.ticketChannel();
  await world.advance(6 * 60_000);
  await world.ada.dms('here I am');
  await world.settle();
  expect(shown(world.sam.reads(channel).at(-1)!)).toEqual({ name: 'Ada Lovelace', text: 'here I am' });
  expect(world.sam.reads(channel).at(-1)?.webhookId).not.toBeNull();
  expect(await kept(world)).toEqual({ webhooks: 1, problems: 0 });
});

it('nothing is left of a deleted channel’s webhook, nor of the problem that there was none', async () => {
  const world = await createWorld({ channelKind });
  await world.ada.dms('help');
  await world.settle();
  gone = world.ticketChannel();
  expect(await kept(world)).toEqual({ webhooks: 1, problems: 0 });
  await world.olga.deletesChannel(gone);
  await world.settle();
  expect(await kept(world)).toEqual({ webhooks: 0, problems: 0 });

  world.simulator.faults.fail({ method: 'POST', path: making, when: 'before', status: 400, code: 30007 });
  await world.ada.dms('help again');
  await world.settle();
  gone = world.ticketChannel();
  expect(await kept(world)).toEqual({ webhooks: 0, problems: 1 });
  await world.olga.deletesChannel(gone);
  await world.settle();
  expect(await kept(world)).toEqual({ webhooks: 0, problems: 0 });
});
