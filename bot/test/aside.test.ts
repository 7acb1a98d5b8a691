import { describe, expect, it } from 'vitest';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { permissionFlags } from '../../simulator/src/permissions.ts';
import { places } from './doors.ts';
import { channelKinds, createWorld, type World, type WorldOptions } from './world.ts';

/** The bot may not write in the ticket channel any more, or may again. */
function writing(world: World, channel: string, isAllowed: boolean): void {
  const { channels } = world.simulator.world.state;
  const own = channels.get(channel)!;
  const place = own.thread === null ? own : channels.get(own.parentId!)!;
  const deny = isAllowed ? 0n : permissionFlags[own.thread === null ? 'sendMessages' : 'sendMessagesInThreads'];
  const overwrite = { id: world.app().bot, type: 'member', allow: permissionFlags.viewChannel, deny } as const;
  putOverwrite(world.simulator.world, null, place, overwrite);
}

async function opened(options: WorldOptions): Promise<{ world: World; channel: string }> {
  const world = await createWorld(options);
  await world.ada.dms('help');
  await world.settle();
  return { world, channel: world.ticketChannel() };
}

/** Requests that take their time are not waited for. */
async function breathe(): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function waiting(world: World): Promise<number> {
  const page = await (await fetch(world.app().url ?? '')).text();
  return Number(/(\d+) messages? (?:is|are) on/.exec(page)?.[1]);
}

async function takeAndGiveBack(world: World, channel: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await world.sam.runs('/ticket claim', {}, channel);
    await world.sam.runs('/ticket unclaim', {}, channel);
  }
  await world.settle();
}

it('what the bot would say in a channel that takes nothing does not pile up', async () => {
  const { world, channel } = await opened({});
  world.simulator.faults.fail({ path: `/channels/${channel}/messages`, when: 'before', status: 403, code: 50013 });
  await takeAndGiveBack(world, channel, 10);
  // One line each, and the card.
  expect(await waiting(world)).toBeLessThanOrEqual(23);
  await takeAndGiveBack(world, channel, 50);
  expect(await waiting(world)).toBeLessThanOrEqual(102);
  world.simulator.faults.clear();
  await world.advance(20 * 60_000);
  expect(await waiting(world)).toBe(0);
}, 60_000);

describe.each(places)('a %s that is closed', (_, place) => {
  it('has what the bot still says before its end, and stays closed', async () => {
    const { world, channel } = await opened(place);
    writing(world, channel, false);
    await takeAndGiveBack(world, channel, 2);
    writing(world, channel, true);
    const path = `/channels/${channel}/messages`;
    world.simulator.faults.delay({ method: 'POST', path, when: 'before', ms: 5000 });
    void world.sam.runs('/ticket close', {}, channel).catch(() => undefined);
    await world.clock.pass(60_000, breathe);
    world.simulator.faults.clear();
    await world.advance(60_000);
    expect(world.texts(channel).filter((text) => /took this ticket|gave/.test(text)).length).toBeGreaterThanOrEqual(2);
    expect(world.simulator.world.state.channels.get(channel)!.thread?.archived ?? true).toBe(true);
    expect(await waiting(world)).toBe(0);
  });
});

it.each(channelKinds)(
  'a message that waits for its %s keeps the ticket from closing by itself',
  async (channelKind) => {
    const { world, channel } = await opened({ channelKind, intents: { content: false }, settings: ['autoClose=3h'] });
    writing(world, channel, false);
    await world.ada.dms('please read this');
    await world.advance(4 * 60 * 60_000);
    expect(world.dmTexts(world.ada).join()).not.toContain('was closed');
    writing(world, channel, true);
    await world.advance(60_000);
    expect(world.texts(channel)).toContain('please read this');
    await world.advance(3 * 60 * 60_000);
    expect(world.dmTexts(world.ada).at(-1)).toContain('was closed');
  },
);
