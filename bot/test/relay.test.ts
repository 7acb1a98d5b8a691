import { describe, expect, it } from 'vitest';
import { doors, kindOf, places } from './doors.ts';
import { createWorld, reactions, shown } from './world.ts';

describe.each(places)('in a %s', (_, place) => {
  it('a DM becomes a ticket that staff see under the name of the member, and the DM gets a ✅', async () => {
    const world = await createWorld(place);
    const dm = await world.ada.dms('Hello, I lost my account');
    await world.settle();
    const [card, copy] = world.sam.reads(world.ticketChannel());
    expect(card?.embeds).toHaveLength(1);
    expect(JSON.stringify(card?.embeds)).toContain('"value":"open"');
    expect(shown(copy!)).toEqual({ name: 'Ada Lovelace', text: 'Hello, I lost my account' });
    expect(reactions(world.ada.readsDms().find((one) => one.id === dm.id)!)).toEqual(['✅']);
    expect(world.ben.sees(world.ticketChannel())).toBe(false);
  });

  it('further DMs come to the same ticket, in order', async () => {
    const world = await createWorld(place);
    for (const text of ['one', 'two', 'three']) await world.ada.dms(text);
    await world.settle();
    expect(world.ticketChannels()).toHaveLength(1);
    expect(world.texts(world.ticketChannel()).slice(-3)).toEqual(['one', 'two', 'three']);
  });

  it.each(doors(place))('staff answer $name, and the member reads it once', async (door) => {
    const world = await createWorld(place);
    await world.ada.dms('help');
    await world.settle();
    await door.answers(world, world.ticketChannel(), 'Have you tried the reset link?');
    await world.settle();
    expect(world.dmTexts(world.ada)).toEqual(['help', 'Have you tried the reset link?']);
  });

  it('closing by the button asks for a comment, tells the member and takes the buttons away', async () => {
    const world = await createWorld(place);
    await world.ada.dms('help');
    await world.settle();
    const channel = world.ticketChannel();
    const clicked = world.sam.clicks('Close', { channel });
    expect((await clicked).modal).not.toBeNull();
    await world.sam.submits({ comment: 'All good now', notify: ['default'], share: ['yes'] });
    await world.settle();
    expect(world.dmTexts(world.ada).at(-1)).toContain('All good now');
    expect(world.sam.reads(channel)[0]?.components).toEqual([]);
    const { thread } = world.simulator.world.state.channels.get(channel)!;
    if (kindOf(place) === 'private-channel') expect(thread).toBeNull();
    else expect(thread).toMatchObject({ archived: true, locked: true });
    expect(world.texts(world.logs).join('\n')).toMatch(/Ticket 1 .*was closed by/);
  });
});
