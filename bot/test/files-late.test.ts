import { describe, expect, it } from 'vitest';
import { channelKinds, createWorld, type World } from './world.ts';

const day = 24 * 60 * 60_000;
const files = [{ name: 'receipt.txt', bytes: new TextEncoder().encode('paid') }];

/** The bot is away for so long that every link to a file has expired; then it starts in a new session. */
async function awayForDays(world: World, meanwhile: () => Promise<unknown>): Promise<void> {
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  await meanwhile();
  await world.clock.pass(2 * day, async () => undefined);
  world.simulator.faults.clear();
  await world.startBot();
  await world.advance(60_000);
}

async function fileIn(world: World, channel: string): Promise<string | undefined> {
  const shown = world.sam.reads(channel).flatMap(({ attachments }) => attachments);
  const file = shown.find(({ filename }) => filename === 'receipt.txt');
  const upload = file && world.simulator.world.state.uploads.get(file.id);
  return upload && new TextDecoder().decode(upload.bytes);
}

it.each(channelKinds)(
  'a file that a member sent days before the bot came back reaches staff (%s)',
  async (channelKind) => {
    const world = await createWorld({ channelKind });
    await world.ada.dms('before');
    await world.settle();
    const channel = world.ticketChannel();
    await awayForDays(world, () => world.ada.dms('here it is', { files }));
    expect(world.texts(channel)).toContain('here it is');
    expect(await fileIn(world, channel)).toBe('paid');
  },
);

it('a file in a message that a member forwarded days before does so as well', async () => {
  const world = await createWorld();
  await world.ada.dms('before');
  await world.settle();
  const general = world.simulator.seed.channel(world.guild, { name: 'lounge' });
  const said = await world.ben.types(general.id, 'look', { files });
  await awayForDays(world, () => world.ada.forwards(said.id, 'dm'));
  expect(await fileIn(world, world.ticketChannel())).toBe('paid');
});

describe('a file whose link has expired before it could be fetched', () => {
  /** The ticket cannot be opened for days. */
  async function late(meanwhile: (world: World, id: string) => Promise<unknown>): Promise<World> {
    const world = await createWorld();
    world.simulator.faults.fail({ method: 'POST', path: /\/threads/, when: 'before', status: 503 });
    const { id } = await world.ada.dms('here it is', { files });
    await world.settle();
    await awayForDays(world, () => meanwhile(world, id));
    await world.advance(10 * 60_000);
    return world;
  }

  it('is fetched by a new one', async () => {
    const world = await late(async () => undefined);
    expect(world.texts(world.ticketChannel()).filter((text) => text === 'here it is')).toHaveLength(1);
    expect(await fileIn(world, world.ticketChannel())).toBe('paid');
  });

  it('is named to staff without a dead link when its message is gone, and the text arrives', async () => {
    const world = await late((there, id) => there.ada.deletes(id));
    const [text] = world.texts(world.ticketChannel()).filter((one) => one.includes('here it is'));
    expect(text).toContain('📎 receipt.txt (4 B) could not be copied.');
    expect(text).not.toContain('http');
  });
});
