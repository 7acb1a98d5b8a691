import { describe, expect, it } from 'vitest';
import type { Person } from '../../simulator/src/people/person.ts';
import { channelKinds, createWorld, type World } from './world.ts';

async function openTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

/** Joins the team after the ticket was opened. */
function newcomer(world: World): Person {
  const { seed } = world.simulator;
  const { id } = seed.user({ username: 'uma', displayName: 'Uma' });
  seed.join(world.guild, id, [world.staffRole]);
  return world.simulator.person(id);
}

/** As if somebody had let the member see where private threads are. */
function letAdaSeeTheParent(world: World): void {
  const parent = world.simulator.world.state.channels.get(world.parent['private-thread'])!;
  parent.overwrites.set(world.ada.id, { id: world.ada.id, type: 'member', allow: 1n << 10n, deny: 0n });
}

describe('private threads', () => {
  it('who joined the team later comes in with the button in the logs channel', async () => {
    const world = await createWorld();
    const channel = await openTicket(world);
    const uma = newcomer(world);
    expect(uma.sees(channel)).toBe(false);
    const answered = await uma.clicks('Join', { channel: world.logs });
    expect(answered.message?.content).toContain(`<#${channel}>`);
    expect(uma.sees(channel)).toBe(true);
    expect((await uma.clicks('Join', { channel: world.logs })).message?.content).toContain('You are in');
  });

  it('without a logs channel the button stands beside the thread', async () => {
    const world = await createWorld({ settings: ['logsChannel=none'] });
    const channel = await openTicket(world);
    const uma = newcomer(world);
    await uma.clicks('Join', { channel: world.parent['private-thread'] });
    expect(uma.sees(channel)).toBe(true);
  });

  it('/ticket join brings one in by number, and says what speaks against it', async () => {
    const world = await createWorld();
    const channel = await openTicket(world);
    const uma = newcomer(world);
    const join = async (number: number): Promise<string> =>
      (await uma.runs('/ticket join', { number }, world.logs)).message?.content ?? '';
    expect(await join(2)).toContain('no ticket with this number');
    expect(await join(1)).toContain(`<#${channel}>`);
    expect(uma.sees(channel)).toBe(true);
    await world.sam.types(channel, '!close');
    await world.settle();
    expect(await join(1)).toContain('closed already');
  });

  it('/ticket add brings a colleague in, but nobody who is no staff', async () => {
    const world = await createWorld();
    const channel = await openTicket(world);
    const uma = newcomer(world);
    letAdaSeeTheParent(world);
    const add = async (staff: string): Promise<string> =>
      (await world.sam.runs('/ticket add', { staff }, channel)).message?.content ?? '';
    expect(await add(world.ada.id)).toContain('Only staff');
    expect(await add(world.ben.id)).toContain('Only staff');
    expect(world.ada.sees(channel)).toBe(false);
    expect(await add(uma.id)).toBe(`<@${uma.id}> is in this ticket now.`);
    expect(uma.sees(channel)).toBe(true);
  });

  it('a colleague who does not see the channel around the thread cannot be brought in, and it is said why', async () => {
    const world = await createWorld();
    const channel = await openTicket(world);
    const { seed } = world.simulator;
    const { id } = seed.user({ username: 'vic' });
    seed.join(world.guild, id, [seed.role(world.guild, { name: 'Mods', permissions: 1n << 13n }).id]);
    const answered = await world.sam.runs('/ticket add', { staff: id }, channel);
    expect(answered.message?.content).toContain(`able to see <#${world.parent['private-thread']}>`);
  });

  it.each([true, false])(
    'the member is taken out of the thread of their own ticket, and staff are told (members intent: %s)',
    async (members) => {
      const world = await createWorld({ intents: { members } });
      const channel = await openTicket(world);
      letAdaSeeTheParent(world);
      await world.olga.addsTo(channel, 'ada');
      await world.settle();
      // Without the intent nobody tells the bot before the member writes something there.
      if (!members) {
        expect(world.ada.sees(channel)).toBe(true);
        await world.ada.types(channel, 'oh, what is this?');
        await world.settle();
      }
      expect(world.ada.sees(channel)).toBe(false);
      expect(
        world.texts(channel).filter((text) => text.includes('Ada Lovelace is the member of this ticket')),
      ).toHaveLength(1);
      expect(world.dmTexts(world.ada).join()).not.toContain('member of this ticket');
    },
  );

  it('staff who wrote to the team themselves stay in the thread', async () => {
    const world = await createWorld();
    await world.sam.dms('I have a question, too');
    await world.settle();
    const channel = world.ticketChannel();
    await world.sam.types(channel, 'a note to myself');
    await world.settle();
    expect(world.sam.sees(channel)).toBe(true);
    expect(world.texts(channel).join()).not.toContain('taken them out');
  });

  it('nobody is taken out of an anonymous ticket: that would tell who its member is', async () => {
    const world = await createWorld({ settings: ['anonymousMembers=always'] });
    const channel = await openTicket(world);
    letAdaSeeTheParent(world);
    await world.olga.addsTo(channel, 'ada');
    await world.settle();
    expect(world.ada.sees(channel)).toBe(true);
  });
});

describe.each(channelKinds)('More, on the card of a %s', (channelKind) => {
  it('leads to a reply without a name', async () => {
    const world = await createWorld({ channelKind, settings: ['anonymousStaff=false'] });
    const channel = await openTicket(world);
    const menu = await world.sam.clicks('More', { channel });
    await world.sam.clicks('Reply without my name', { message: menu.message!.id, channel });
    await world.sam.submits({ 'Your answer': 'from all of us' });
    await world.settle();
    const answer = world.dmTexts(world.ada).at(-1)!;
    expect(answer).toContain('from all of us');
    expect(answer).not.toContain('Sam');
  });

  it('leads to a block with a reason, and a wrong duration is named', async () => {
    const world = await createWorld({ channelKind });
    const channel = await openTicket(world);
    const menu = await world.sam.clicks('More', { channel });
    const block = async (duration: string): Promise<string> => {
      await world.sam.clicks('Block the member', { message: menu.message!.id, channel });
      const answered = await world.sam.submits({
        'For how long': duration,
        'Why; staff can read it in the ticket': 'spam',
      });
      await world.settle();
      return answered.message?.content ?? '';
    };
    expect(await block('soon')).toContain('The duration');
    expect(await block('2 days')).toContain('Blocked');
    expect(world.texts(channel).at(-1)).toMatch(/Sam blocked the member.*Reason: spam/);
  });

  it('brings somebody in where that is possible, and is for staff only', async () => {
    const world = await createWorld({ channelKind });
    const channel = await openTicket(world);
    const uma = newcomer(world);
    const menu = await world.sam.clicks('More', { channel });
    const rows = menu.message!.components as unknown as readonly {
      readonly components: readonly { readonly custom_id?: string }[];
    }[];
    const has = rows.flatMap((row) => row.components).some((one) => one.custom_id === 'more:add');
    expect(has).toBe(channelKind !== 'private-channel');
    if (has) {
      const answered = await world.sam.selects([uma.id], { message: menu.message!.id, channel });
      expect(answered.message?.content).toContain('in this ticket now');
    }
    const inPrivateChannel = await world.sam.runs('/ticket add', { staff: uma.id }, channel);
    expect(inPrivateChannel.message?.content).toContain(has ? 'in this ticket now' : 'sees this channel already');
  });
});
