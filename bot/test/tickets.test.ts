import { describe, expect, it } from 'vitest';
import { places, says } from './doors.ts';
import { createWorld, reactions, type World } from './world.ts';

async function openTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

describe.each(places)('in a %s', (_, place) => {
  it('one claims by button, a second is told who has it, an admin takes over, unclaiming gives it back', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    const first = await world.sam.clicks('Claim', { channel });
    expect(first.message?.content).toBe('This ticket is yours now.');
    await world.settle();
    const second = await world.tess.runs('/ticket claim', {}, channel);
    expect(second.message?.content).toBe('Sam has this ticket already.');
    const owner = await world.olga.runs('/pmodmail claim', {}, channel);
    expect(owner.message?.content).toBe('This ticket is yours now.');
    await world.settle();
    const notYours = await world.sam.clicks('Unclaim', { channel });
    expect(notYours.message?.content).toBe('Olga has this ticket; only they or an admin can give it back.');
    await says(world, channel, '!unclaim', { by: world.olga });
    await world.settle();
    const texts = world.texts(channel).join('\n');
    expect(texts).toMatch(/Sam took this ticket[^]*Olga took this ticket[^]*Olga gave this ticket back/);
    expect(world.dmTexts(world.ada)).toEqual(['help']);
  });

  it('/close, closing twice and !close: the member hears of it once, the transcript is posted once', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    const [one, two] = await Promise.all([
      world.sam.runs('/close', { comment: 'Solved' }, channel),
      world.tess.runs('/close', {}, channel),
    ]);
    await world.settle();
    expect([one.message?.content, two.message?.content].toSorted()).toEqual([
      'Closed.',
      'This ticket is closed already.',
    ]);
    expect(world.dmTexts(world.ada).filter((text) => text.includes('was closed'))).toHaveLength(1);
    const posted = world.sam.reads(world.logs).flatMap((message) => message.attachments.map((file) => file.filename));
    expect(posted).toEqual(['ticket-1.html', 'ticket-1.txt']);
  });

  it('a DM after closing opens a new ticket', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    await says(world, channel, '!close');
    await world.settle();
    await world.ada.dms('one more thing');
    await world.settle();
    expect(world.ticketChannel()).not.toBe(channel);
    expect(world.texts(world.ticketChannel())).toContain('one more thing');
    expect(world.texts(channel)).not.toContain('one more thing');
  });

  it('a ticket whose channel is deleted by hand is closed, and nobody is told', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    await world.olga.deletesChannel(channel);
    await world.settle();
    expect(world.dmTexts(world.ada)).toEqual(['help']);
    await world.ada.dms('hello again');
    await world.settle();
    expect(world.texts(world.ticketChannel())).toContain('hello again');
  });
});

it('what is typed in the channel of a closed ticket gets a ❌ and a hint', async () => {
  const world = await createWorld({ channelKind: 'private-channel' });
  const channel = await openTicket(world);
  await world.sam.types(channel, '!close');
  await world.settle();
  const late = await world.sam.types(channel, 'Did it work?');
  await world.settle();
  expect(reactions(world.sam.reads(channel).find((one) => one.id === late.id)!)).toEqual(['❌']);
  expect(world.texts(channel).at(-1)).toContain('closed');
  expect(world.dmTexts(world.ada)).not.toContain('Did it work?');
});

it('the cooldown refuses a second ticket with ⏱️ and one line, and is over in time', async () => {
  const world = await createWorld({ settings: ['limits.openCooldown=5m'] });
  const channel = await openTicket(world);
  await world.sam.types(channel, '!close');
  await world.settle();
  const early = await world.ada.dms('too soon');
  await world.settle();
  expect(world.ticketChannels()).toHaveLength(1);
  expect(reactions(world.ada.readsDms().find((one) => one.id === early.id)!)).toEqual(['⏱️']);
  await world.advance(5 * 60_000);
  await world.ada.dms('now?');
  await world.settle();
  expect(world.texts(world.ticketChannel())).toContain('now?');
});

it('a member who shares no server that takes messages is told so, once in ten minutes', async () => {
  const world = await createWorld({ settings: ['enabled=false'] });
  await world.ada.dms('hello?');
  await world.ada.dms('hello??');
  await world.settle();
  expect(world.dmTexts(world.ada).filter((text) => text.includes('could not find a server'))).toHaveLength(1);
});

it('where the bot may not make the channel, nothing is half-made and the member gets one line', async () => {
  const world = await createWorld();
  const { channels } = world.simulator.world.state;
  channels.get(world.parent['private-thread'])!.overwrites.set(world.app().bot, {
    id: world.app().bot,
    type: 'member',
    allow: 0n,
    deny: 1n << 36n,
  });
  const dm = await world.ada.dms('help');
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  expect(reactions(world.ada.readsDms().find((one) => one.id === dm.id)!)).toEqual([]);
  expect(world.dmTexts(world.ada).at(-1)).toContain('I lack a permission');
});

it('with several servers the member is asked, and what was written meanwhile goes there, also after a restart', async () => {
  const world = await createWorld();
  await world.addServer('Chess Club');
  await world.advance(1000);
  await world.ada.dms('first');
  await world.ada.dms('second');
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  expect(world.dmTexts(world.ada).filter((text) => text.includes('Which server'))).toHaveLength(1);
  await world.stopBot();
  await world.startBot();
  const dm = world.ada.readsDms()[0]!.channelId;
  await world.ada.selects(['Chess Club'], { channel: dm });
  await world.settle();
  expect(world.ticketChannels()).toHaveLength(1);
  expect(world.texts(world.ticketChannel()).slice(-2)).toEqual(['first', 'second']);
  await world.ada.dms('third');
  await world.settle();
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('third');
});
