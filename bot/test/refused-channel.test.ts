import { describe, expect, it } from 'vitest';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { permissionFlags, type PermissionName } from '../../simulator/src/permissions.ts';
import { kindOf, places } from './doors.ts';
import { channelKinds, createWorld, reactions, shown, type World } from './world.ts';

const page = async (world: World): Promise<string> =>
  (await (await fetch(world.app().url ?? '')).text()).replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** Takes a permission from the bot where it writes into the ticket, or gives it back. */
function deny(world: World, channel: string, ...names: readonly PermissionName[]): void {
  const { channels } = world.simulator.world.state;
  const own = channels.get(channel)!;
  const place = own.thread === null ? own : channels.get(own.parentId!)!;
  const bits = names.reduce((all, name) => all | permissionFlags[name], 0n);
  const allow = permissionFlags.viewChannel;
  putOverwrite(world.simulator.world, null, place, { id: world.app().bot, type: 'member', allow, deny: bits });
}

const sending = (world: World, channel: string): PermissionName =>
  world.simulator.world.state.channels.get(channel)!.thread === null ? 'sendMessages' : 'sendMessagesInThreads';

const marks = (world: World): readonly (readonly string[])[] =>
  world.ada
    .readsDms()
    .filter(({ authorId }) => authorId === world.ada.id)
    .map(reactions);

/** What people said in the ticket, as staff see it. */
const said = (world: World, channel: string, ...texts: readonly string[]): readonly string[] =>
  world.sam
    .reads(channel)
    .map((one) => shown(one).text)
    .filter((text) => texts.includes(text));

describe.each(places)('a %s in which the bot may not write any more', (_, place) => {
  it('gets what the member wrote meanwhile, in order and once, when it may again; the problem comes and goes', async () => {
    const world = await createWorld(place);
    await world.ada.dms('help');
    await world.settle();
    const channel = world.ticketChannel();
    deny(world, channel, sending(world, channel));
    await world.sam.runs('/ticket claim', {}, channel);
    await world.ada.dms('one');
    await world.ada.dms('two');
    await world.settle();
    const problem = await page(world);
    const isThread = kindOf(place) !== 'private-channel';
    expect(problem).toContain(isThread ? 'Send Messages in Threads' : 'there I lack Send Messages.');
    expect(problem).toContain(isThread ? 'Ticket 1 takes nothing from me' : 'The channel of ticket 1 takes nothing');
    expect(problem).toContain('It goes on by itself.');
    // A webhook does not need the bot's permission; where there is none, the member reads that it is kept.
    const kept = world.dmTexts(world.ada).filter((text) => text.includes('It is kept'));
    expect(kept).toHaveLength(world.readsContent ? 0 : 1);
    expect(marks(world).slice(1)).toEqual(world.readsContent ? [['✅'], ['✅']] : [['❌'], ['❌']]);

    deny(world, channel);
    await world.advance(6000);
    expect(said(world, channel, 'one', 'two')).toEqual(['one', 'two']);
    expect(world.texts(channel).filter((text) => text.includes('took this ticket'))).toHaveLength(1);
    expect(marks(world)).toEqual([['✅'], ['✅'], ['✅']]);
    expect(await page(world)).toContain('None that I know of.');
  });
});

const withoutContent = { intents: { content: false } } as const;

it('is tried again by itself, also where nothing tells of the change, and after a restart', async () => {
  const world = await createWorld(withoutContent);
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  const posts = `/channels/${channel}/messages`;
  world.simulator.faults.fail({ method: 'POST', path: posts, when: 'before', status: 403, code: 160005 });
  world.simulator.world.state.channels.get(channel)!.thread!.locked = true;
  await world.ada.dms('one');
  await world.settle();
  expect(await page(world)).toContain('The thread of ticket 1 is locked');
  expect(await page(world)).toContain('allow Manage Threads');
  await world.stopBot();
  await world.startBot();
  await world.ada.dms('two');
  await world.advance(60 * 60_000);
  const tries = world.simulator.exchanges.filter(({ status }) => status === 403).length;
  expect(tries).toBeLessThan(20);
  world.simulator.faults.clear();
  world.simulator.world.state.channels.get(channel)!.thread!.locked = false;
  await world.advance(15 * 60_000);
  expect(said(world, channel, 'one', 'two')).toEqual(['one', 'two']);
  expect(await page(world)).toContain('None that I know of.');
});

it.each(channelKinds)(
  'a %s that is closed meanwhile waits for nothing, and the transcript holds what was written',
  async (channelKind) => {
    const world = await createWorld({ ...withoutContent, channelKind });
    await world.ada.dms('help');
    await world.settle();
    const channel = world.ticketChannel();
    deny(world, channel, sending(world, channel));
    await world.ada.dms('nobody sees this');
    await world.settle();
    await world.sam.runs('/close', {}, channel);
    await world.settle();
    const files = world.sam.reads(world.logs).flatMap(({ attachments }) => attachments);
    const { id } = files.find(({ filename }) => filename.endsWith('.txt'))!;
    const transcript = new TextDecoder().decode(world.simulator.world.state.uploads.get(id)?.bytes);
    expect(transcript).toContain('nobody sees this');
    deny(world, channel);
    await world.advance(10_000);
    expect(await page(world)).toContain('None that I know of.');
    expect(marks(world)).toEqual([['✅'], ['❌']]);
  },
);

it('when such a channel is deleted, what staff have not seen goes on in a new one', async () => {
  const world = await createWorld({ ...withoutContent, channelKind: 'private-channel' });
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  deny(world, channel, 'sendMessages');
  await world.ada.dms('one');
  await world.ada.dms('two');
  await world.settle();
  await world.olga.deletesChannel(channel);
  await world.advance(60_000);
  expect(said(world, world.ticketChannel(), 'help', 'one', 'two')).toEqual(['one', 'two']);
  expect(marks(world)).toEqual([['✅'], ['✅'], ['✅']]);
});

it('what Discord refuses for another reason is marked, explained once, and holds up nothing', async () => {
  const world = await createWorld(withoutContent);
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  world.simulator.faults.fail({
    method: 'POST',
    path: `/channels/${channel}/messages`,
    when: 'before',
    status: 400,
    code: 200000,
    times: 1,
  });
  await world.ada.dms('one');
  await world.ada.dms('two');
  await world.settle();
  expect(said(world, channel, 'one', 'two')).toEqual(['two']);
  expect(marks(world)).toEqual([['✅'], ['❌'], ['✅']]);
  expect(world.texts(channel).filter((text) => text.includes('could not be shown here'))).toHaveLength(1);
});
