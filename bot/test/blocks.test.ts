import { describe, expect, it } from 'vitest';
import type { Message } from '../../simulator/src/state.ts';
import { channelKinds, createWorld, reactions, type World } from './world.ts';

async function openTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

async function closes(world: World, channel: string): Promise<void> {
  await world.sam.types(channel, '!close');
  await world.settle();
}

const marksOn = (world: World, dm: Message): readonly string[] =>
  reactions(world.ada.readsDms().find((one) => one.id === dm.id)!);

describe.each(channelKinds)('in a %s', (channelKind) => {
  it.each(['ticket', 'pmodmail'])(
    '/%s block without a member blocks the one of the ticket, which goes on; then nothing opens and nothing is said',
    async (group) => {
      const world = await createWorld({ channelKind });
      const channel = await openTicket(world);
      const answered = await world.sam.runs(`/${group} block`, { reason: 'insults' }, channel);
      await world.settle();
      expect(answered.message?.content).toContain('Blocked');
      expect(world.tess.reads(channel).at(-1)?.content).toMatch(/Sam blocked the member.*Reason: insults/);
      await world.ada.dms('still here');
      await world.settle();
      expect(world.texts(channel)).toContain('still here');
      await closes(world, channel);
      const before = world.dmTexts(world.ada).length;
      const dm = await world.ada.dms('hello?');
      await world.settle();
      expect(world.dmTexts(world.ada)).toHaveLength(before + 1);
      expect(marksOn(world, dm)).toEqual([]);
      expect(world.ticketChannels().filter((one) => one !== channel)).toEqual([]);
    },
  );

  it('typed: !block 2 days spam, and !unblock', async () => {
    const world = await createWorld({ channelKind, settings: ['blockNotice=message'] });
    const channel = await openTicket(world);
    await world.sam.types(channel, '!block 2 days spam');
    await world.settle();
    expect(world.texts(channel).at(-1)).toMatch(/until <t:\d+:f>. Reason: spam/);
    await world.sam.types(channel, '!unblock');
    await world.sam.types(channel, '!unblock');
    await world.settle();
    expect(world.texts(channel).slice(-2)).toEqual(['Sam unblocked the member.', 'There is no such block.']);
    expect(world.dmTexts(world.ada)).toEqual(['help']);
  });
});

it('a blocked member hears of it where the server wants that, once, and can write again when the time is over', async () => {
  const world = await createWorld({ settings: ['blockNotice=message'] });
  const channel = await openTicket(world);
  await world.sam.runs('/ticket block', { duration: '3 days' }, channel);
  await closes(world, channel);
  const dm = await world.ada.dms('hello?');
  await world.ada.dms('hello??');
  await world.settle();
  expect(world.dmTexts(world.ada).filter((text) => text.includes('cannot open conversations'))).toHaveLength(1);
  expect(marksOn(world, dm)).toEqual([]);
  await world.advance(3 * 86_400_000);
  await world.ada.dms('and now?');
  await world.settle();
  expect(world.texts(world.ticketChannel())).toContain('and now?');
});

it('a member can be blocked from anywhere in the server, and a whole role', async () => {
  const world = await createWorld();
  await world.sam.runs('/ticket block', { member: 'ben' }, world.logs);
  await world.ben.dms('hello?');
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  const muted = world.simulator.seed.role(world.guild, { name: 'Muted' }).id;
  world.simulator.world.state.guilds.get(world.guild)!.members.get(world.ada.id)!.roles.add(muted);
  await world.sam.runs('/ticket block', { role: 'Muted' }, world.logs);
  await world.ada.dms('hello?');
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  await world.sam.runs('/ticket unblock', { role: 'Muted' }, world.logs);
  await world.ada.dms('now?');
  await world.settle();
  expect(world.texts(world.ticketChannel())).toContain('now?');
});

it('a server that blocks the member is no choice: the other one opens at once', async () => {
  const world = await createWorld();
  await world.addServer('Chess Club');
  await world.sam.runs('/ticket block', { member: 'ada' }, world.logs);
  await world.advance(1000);
  await world.ada.dms('hello');
  await world.settle();
  expect(world.ticketChannels()).toHaveLength(1);
  expect(world.dmTexts(world.ada)).toEqual(['hello']);
});

it('blocking without saying whom, a bot, for a time that is none, or without being staff is answered, and nothing happens', async () => {
  const world = await createWorld();
  const channel = await openTicket(world);
  const says = async (options: Record<string, string>, where: string, by = world.sam): Promise<string | undefined> =>
    (await by.runs('/ticket block', options, where)).message?.content;
  expect(await says({}, world.logs)).toContain('Say whom');
  expect(await says({ member: world.app().bot }, channel)).toContain('Bots cannot');
  expect(await says({ duration: 'forever' }, channel)).toContain('is not a length of time');
  const general = world.simulator.seed.channel(world.guild, { name: 'general', type: 0 }).id;
  expect(await says({ member: 'ada' }, general, world.ben)).toContain('may not');
  await closes(world, channel);
  await world.ada.dms('hello?');
  await world.settle();
  expect(world.texts(world.ticketChannel())).toContain('hello?');
});

it('when the time of a block is over, its ticket says so, once, also when the program was away then', async () => {
  const world = await createWorld();
  const channel = await openTicket(world);
  await world.sam.runs('/ticket block', { duration: '1h' }, channel);
  await world.sam.runs('/ticket block', { member: 'ben', duration: '30m' }, channel);
  await world.sam.runs('/ticket unblock', { member: 'ben' }, channel);
  await world.sam.runs('/ticket block', { duration: '2h' }, channel);
  const ends = (): number => world.tess.reads(channel).filter((one) => one.content.includes('block is over')).length;
  await world.advance(3_600_000);
  expect(ends()).toBe(0);
  await world.stopBot();
  await world.advance(3_600_000);
  await world.startBot();
  await world.advance(1000);
  expect(ends()).toBe(1);
  await world.stopBot();
  await world.startBot();
  await world.advance(86_400_000);
  expect(ends()).toBe(1);
});

it('a running program notices the end of a block by itself', async () => {
  const world = await createWorld();
  const channel = await openTicket(world);
  await world.sam.types(channel, '!block 90m');
  await world.settle();
  const ended = (): boolean => world.texts(channel).some((text) => text.includes('block is over'));
  await world.advance(90 * 60_000 - 1);
  expect(ended()).toBe(false);
  await world.advance(1);
  expect(ended()).toBe(true);
});
