import { describe, expect, it } from 'vitest';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { permissionFlags } from '../../simulator/src/permissions.ts';
import { places, says } from './doors.ts';
import { channelKinds, createWorld, reactions, type World } from './world.ts';

async function closed(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  await world.sam.runs('/close', { comment: 'Solved', notify: false }, channel);
  await world.settle();
  return channel;
}

async function reopens(
  world: World,
  channel: string,
  options: Readonly<Record<string, string | boolean>> = {},
  by = world.sam,
): Promise<string | undefined> {
  const answered = await by.runs('/reopen', options, channel);
  await world.settle();
  return answered.message?.content;
}

const thread = (world: World, channel: string): unknown => world.simulator.world.state.channels.get(channel)?.thread;
const buttons = (world: World, channel: string): string => JSON.stringify(world.sam.reads(channel)[0]?.components);

describe.each(places)('in a %s', (_, place) => {
  it('/reopen in place: unarchived, then answered; the ticket goes on where it was', async () => {
    const world = await createWorld(place);
    const channel = await closed(world);
    expect(await reopens(world, channel)).toBe('This ticket is open again.');
    if (place.channelKind !== 'private-channel')
      expect(thread(world, channel)).toMatchObject({ archived: false, locked: false });
    expect(world.texts(channel).join('\n')).toMatch(/Sam closed this ticket: Solved[^]*Sam opened this ticket again/);
    expect(buttons(world, channel)).toMatch(/ticket:claim[^]*ticket:close/);
    expect(world.dmTexts(world.ada)).toEqual(['help']);
    await world.ada.dms('one more thing');
    await says(world, channel, 'Go ahead');
    await world.settle();
    expect(world.ticketChannels()).toEqual([channel]);
    expect(world.texts(channel)).toContain('one more thing');
    expect(world.dmTexts(world.ada)).toContain('Go ahead');
    await world.sam.runs('/close', {}, channel);
    await world.settle();
    expect(world.dmTexts(world.ada).filter((text) => text.includes('was closed'))).toHaveLength(1);
  });

  it('/ticket reopen from elsewhere, by number, channel or link; the logs say so, and the member where wanted', async () => {
    const world = await createWorld(place);
    const channel = await closed(world);
    for (const ticket of [
      '1',
      '#1',
      channel,
      `<#${channel}>`,
      `https://discord.com/channels/${world.guild}/${channel}`,
    ]) {
      const answered = await world.sam.runs('/ticket reopen', { ticket, notify: ticket === '1' }, world.logs);
      await world.settle();
      expect(answered.message?.content, ticket).toBe(`Open again: <#${channel}>`);
      await world.advance(1000);
      await world.sam.runs('/close', { notify: false }, channel);
      await world.advance(1000);
    }
    expect(world.dmTexts(world.ada).filter((text) => text.includes('is open again'))).toHaveLength(1);
    expect(world.texts(world.logs).filter((text) => text.includes('opened again by Sam'))).toHaveLength(5);
  });
});

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('!reopen typed in the closed ticket opens it again', async () => {
    const world = await createWorld({ channelKind });
    const channel = await closed(world);
    await world.olga.types(channel, '!reopen');
    await world.settle();
    if (channelKind !== 'private-channel')
      expect(thread(world, channel)).toMatchObject({ archived: false, locked: false });
    await world.sam.types(channel, 'Still there?');
    await world.settle();
    expect(world.dmTexts(world.ada)).toEqual(['help', 'Still there?']);
    expect(world.texts(channel).join('\n')).toContain('Olga opened this ticket again');
  });

  it('what was typed while it was closed is not sent later', async () => {
    const world = await createWorld({ channelKind });
    const channel = await closed(world);
    await world.stopBot();
    await world.olga.types(channel, 'Nobody was to read this');
    // Long enough for Discord to forget what it would have told.
    await world.advance(60 * 60_000);
    await world.startBot();
    await reopens(world, channel, {}, world.olga);
    await world.stopBot();
    await world.olga.types(channel, 'But this');
    await world.advance(60 * 60_000);
    await world.startBot();
    expect(world.dmTexts(world.ada)).toEqual(['help', 'But this']);
  });

  it('two at once open it once, and the bot may be stopped in the middle', async () => {
    const world = await createWorld({ channelKind });
    const channel = await closed(world);
    const both = await Promise.all([
      world.sam.runs('/reopen', { ticket: '1' }, world.logs),
      world.tess.runs('/reopen', { ticket: '1' }, world.logs),
    ]);
    await world.stopBot();
    await world.startBot();
    expect(both.filter((one) => one.message?.content.startsWith('Open again'))).toHaveLength(1);
    expect(world.texts(channel).filter((text) => text.includes('opened this ticket again'))).toHaveLength(1);
    expect(buttons(world, channel)).toContain('ticket:close');
  });

  it('one who only looked on cannot', async () => {
    const world = await createWorld({ channelKind });
    const channel = await closed(world);
    expect((await world.ben.runs('/reopen', { ticket: '1' }, open(world))).message?.content).toBe(
      'You may not do this.',
    );
    expect(await reopens(world, channel)).toBe('This ticket is open again.');
  });
});

const open = (world: World): string => world.simulator.seed.channel(world.guild, { name: 'general', type: 0 }).id;

describe('it stays closed', () => {
  it.each(channelKinds)(
    'in a %s: where the member has left, where they have another one open, and archived as it was',
    async (channelKind) => {
      const world = await createWorld({ channelKind });
      const channel = await closed(world);
      await world.ada.dms('something else');
      await world.settle();
      const other = world.ticketChannel();
      expect(await reopens(world, channel)).toBe(`There is an open ticket with this member already: <#${other}>`);
      expect(await reopens(world, world.logs, { ticket: '1' })).toContain(`<#${other}>`);
      await world.olga.types(channel, '!reopen');
      await world.settle();
      expect(world.texts(channel).at(-1)).toContain(`another open ticket: <#${other}>`);
      world.ada.leaves(world.guild);
      await world.sam.runs('/close', {}, other);
      await world.settle();
      expect(await reopens(world, channel)).toContain('not in the server any more');
      if (channelKind !== 'private-channel')
        expect(thread(world, channel)).toMatchObject({ archived: true, locked: true });
      expect(await reopens(world, world.logs, { ticket: '9' })).toContain('I do not know this ticket');
    },
  );

  it('where its channel is gone, where it is open, and where there is no ticket', async () => {
    const world = await createWorld({ settings: ['onClose=delete', 'transcript=none'] });
    await closed(world);
    expect(await reopens(world, world.logs, { ticket: '1' })).toContain('channel of this ticket is gone');
    await world.ada.dms('again');
    await world.settle();
    expect(await reopens(world, world.logs, { ticket: '2' })).toBe('This ticket is open.');
    expect(await reopens(world, world.ticketChannel())).toBe('This ticket is open.');
    expect(await reopens(world, world.logs)).toBe('This only works in the channel of a ticket.');
    expect(await reopens(world, world.logs, { ticket: 'nonsense' })).toContain('I do not know this ticket');
  });

  it("where it is another server's", async () => {
    const world = await createWorld();
    const club = await world.addServer('Chess Club');
    await world.advance(1000);
    await world.ada.dms('help');
    await world.settle();
    await world.ada.selects(['Harbour Games'], {});
    await world.settle();
    const channel = world.ticketChannel();
    await world.sam.runs('/close', {}, channel);
    await world.settle();
    const elsewhere = world.simulator.seed.channel(club, { name: 'general', type: 0 }).id;
    for (const ticket of ['1', channel]) expect(await reopens(world, elsewhere, { ticket })).toContain('I do not know');
  });
});

it('a channel that was moved when it was closed stands where open ones do again', async () => {
  const world = await createWorld({ channelKind: 'private-channel' });
  const category = world.simulator.seed.channel(world.guild, { name: 'Old tickets', type: 4 }).id;
  await world.set('onClose=move', `closedCategory=${category}`);
  await world.advance(1000);
  const channel = await closed(world);
  const parentOf = (): unknown => world.simulator.world.state.channels.get(channel)?.parentId;
  expect(parentOf()).toBe(category);
  await reopens(world, channel, {}, world.olga);
  expect(parentOf()).toBe(world.parent['private-channel']);
});

describe.each(['private-thread', 'forum-post'] as const)('somebody writes in a closed %s', (channelKind) => {
  it.each(['Did it work?', '// a note'])(
    '%s: ❌, a hint how to open it again, and it is archived again',
    async (text) => {
      const world = await createWorld({ channelKind });
      const channel = await closed(world);
      const late = await world.olga.types(channel, text);
      expect(thread(world, channel)).toMatchObject({ archived: false });
      await world.settle();
      expect(thread(world, channel)).toMatchObject({ archived: true, locked: true });
      expect(reactions(world.sam.reads(channel).find((one) => one.id === late.id)!)).toEqual(['❌']);
      expect(world.texts(channel).at(-1)).toContain('/ticket reopen');
      expect(world.dmTexts(world.ada)).toEqual(['help']);
    },
  );

  it('where tickets are kept open it stays as it is', async () => {
    const world = await createWorld({ channelKind, settings: ['onClose=keep'] });
    const channel = await closed(world);
    await world.sam.types(channel, 'Did it work?');
    await world.settle();
    expect(thread(world, channel)).toMatchObject({ archived: false });
    expect(world.texts(channel).at(-1)).toContain('/ticket reopen');
  });
});

it('that a channel could not be opened again is a problem until its ticket is closed again', async () => {
  const world = await createWorld();
  const channel = await closed(world);
  const { world: discord } = world.simulator;
  const parent = discord.state.channels.get(world.parent['private-thread'])!;
  const deny = (bits: bigint): void =>
    putOverwrite(discord, null, parent, { id: world.app().bot, type: 'member', allow: 0n, deny: bits });
  const page = async (): Promise<string> => (await fetch(world.app().url ?? '')).text();
  deny(permissionFlags.manageThreads);
  await reopens(world, world.logs, { ticket: '1' });
  await world.advance(60_000);
  expect(await page()).toContain('but not its channel');
  deny(0n);
  await world.advance(60_000);
  await world.sam.runs('/close', {}, channel);
  await world.advance(60_000);
  expect(await page()).not.toContain('but not its channel');
});

it.each(['private-thread', 'forum-post'] as const)(
  'a closed %s is archived again where /reopen was asked too long ago to be answered',
  async (channelKind) => {
    const world = await createWorld({ channelKind });
    const channel = await closed(world);
    world.simulator.faults.fail({ path: /\/callback/, when: 'before', status: 404, code: 10062 });
    // No answer comes.
    world.sam.runs('/reopen', {}, channel).catch(() => undefined);
    await expect.poll(() => world.simulator.exchanges.some(({ status }) => status === 404)).toBe(true);
    await expect.poll(() => thread(world, channel)).toMatchObject({ archived: true, locked: true });
  },
);
