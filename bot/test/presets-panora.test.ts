import { describe, expect, it } from 'vitest';
import { deleteRole } from '../../simulator/src/acts/roles.ts';
import { channelKinds, createWorld, reactions, type World } from './world.ts';

/** A server whose people come from Panora Modmail: it has set the preset and ids, and nothing else. */
const panora = { preset: 'panora' } as const;

async function opensTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

/** What those who run the bot are shown. */
const statusPage = async (world: World): Promise<string> => (await fetch(world.app().url ?? '')).text();

const answers = (world: World): readonly string[] => world.dmTexts(world.ada).filter((text) => text.startsWith('x'));

it('[panora] enabled off, reply command on; staff role and category required, admin role and logs channel optional', async () => {
  const world = await createWorld(panora);
  await world.set('enabled=default', 'parentChannel=default', 'staffRoles=default');
  await world.advance(60_000);
  await world.ada.dms('anybody there?');
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  expect(world.dmTexts(world.ada).at(-1)).toContain('could not find a server');

  await expect(world.set('enabled=true')).rejects.toThrow(/parentChannel[^]*staffRoles/);
  await world.set(`parentChannel=${world.parent['private-channel']}`);
  await expect(world.set('enabled=true')).rejects.toThrow('staffRoles');
  await world.set(`staffRoles=${world.staffRole}`);
  await world.set('enabled=true');
  await world.advance(60_000);
  const channel = await opensTicket(world);
  await world.sam.types(channel, '!r x');
  await world.settle();
  expect(answers(world)).toEqual(['x']);
});

it('[panora] DM → dropdown → channel `modmail-<username>` in the category, staff pinged once, invisible to others', async () => {
  const world = await createWorld(panora);
  await world.addServer('Chess Club', 'panora');
  await world.advance(60_000);
  await world.ada.dms('help');
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  await world.ada.selects(['Harbour Games'], { channel: world.ada.readsDms()[0]!.channelId });
  await world.settle();
  expect(world.ticketChannels()).toHaveLength(1);
  const channel = world.ticketChannel();
  expect(world.simulator.world.state.channels.get(channel)).toMatchObject({
    name: 'modmail-ada',
    parentId: world.parent['private-channel'],
  });
  await world.ada.dms('and one more thing');
  await world.settle();
  expect(world.texts(channel).slice(-2)).toEqual(['help', 'and one more thing']);
  const pings = world.sam.reads(channel).filter((message) => message.mentionRoles.includes(world.staffRole));
  expect(pings).toHaveLength(1);
  expect([world.tess.sees(channel), world.ada.sees(channel), world.ben.sees(channel)]).toEqual([true, false, false]);
});

describe.each(channelKinds)('in a %s', (channelKind) => {
  const place = { ...panora, channelKind };

  it('[panora] `!r x`, `!reply x` and plain `x` each reach the member exactly once; with the reply command off typing still does', async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    for (const typed of ['!r x1', '!reply x2', 'x3']) await world.sam.types(channel, typed);
    await world.settle();
    expect(answers(world)).toEqual(['x1', 'x2', 'x3']);
    await world.set('replyCommand=false');
    await world.advance(60_000);
    await world.sam.types(channel, 'x4');
    await world.settle();
    expect(answers(world)).toEqual(['x1', 'x2', 'x3', 'x4']);
  });

  it('[panora] claim shown; closing unclaimed works; Close button → transcript in the logs channel; history kept', async () => {
    const world = await createWorld(place);
    await world.set(`logsChannel=${world.logs}`);
    await world.advance(60_000);
    const channel = await opensTicket(world);
    await world.sam.clicks('Claim', { channel });
    await world.settle();
    const card = JSON.stringify(world.tess.reads(channel)[0]?.embeds);
    expect(card).toContain(`"name":"Claimed by","value":"<@${world.sam.id}>"`);
    expect(world.texts(channel).at(-1)).toBe('Sam took this ticket.');
    await world.sam.clicks('Unclaim', { channel });
    await world.settle();

    await world.tess.clicks('Close', { channel });
    await world.tess.submits({ comment: '', notify: ['default'], share: ['yes'] });
    await world.settle();
    const files = world.sam.reads(world.logs).flatMap((message) => message.attachments);
    expect(files.map((file) => file.filename)).toEqual(['ticket-1.html', 'ticket-1.txt']);
    expect(world.sam.sees(channel)).toBe(false);

    const second = await opensTicket(world);
    expect(JSON.stringify(world.sam.reads(second)[0]?.embeds)).toMatch(/"Earlier tickets","value":"[^"]*#1[^"]*closed/);
  });

  it('[panora] DMs blocked: no crash, ❌ and a visible explanation', async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    world.ada.closesDms();
    const answer = await world.sam.types(channel, 'x');
    await world.settle();
    expect(reactions(world.sam.reads(channel).find((one) => one.id === answer.id)!)).toEqual(['❌']);
    expect(world.texts(channel).at(-1)).toContain('takes no direct messages');
    world.ada.opensDms();
    await world.ada.dms('I am back');
    await world.sam.types(channel, 'x2');
    await world.settle();
    expect(world.texts(channel)).toContain('I am back');
    expect(answers(world)).toEqual(['x2']);
  });

  it('[panora] missing category: no crash, a visible explanation', async () => {
    const world = await createWorld(place);
    await world.olga.deletesChannel(world.parent[channelKind]);
    await world.settle();
    const dm = await world.ada.dms('help');
    await world.settle();
    expect(world.dmTexts(world.ada).at(-1)).toContain('could not be passed on to **Harbour Games**');
    expect(reactions(world.ada.readsDms().find((one) => one.id === dm.id)!)).toEqual([]);
    expect(await statusPage(world)).toContain('is gone');
  });

  it('[panora] missing role: no crash, a visible explanation', async () => {
    const world = await createWorld(place);
    deleteRole(world.simulator.world, world.olga.id, world.guild, world.staffRole);
    await world.advance(60_000);
    expect(await statusPage(world)).toContain(world.staffRole);
    await world.ada.dms('help');
    await world.settle();
    await world.olga.types(newTicket(world), 'x');
    await world.settle();
    expect(answers(world)).toEqual(['x']);
  });

  it('[panora] missing logs channel: no crash, a visible explanation, and the channel stays until its transcript is posted', async () => {
    const world = await createWorld(place);
    await world.set(`logsChannel=${world.logs}`);
    await world.advance(60_000);
    await world.olga.deletesChannel(world.logs);
    const channel = await opensTicket(world);
    await world.sam.types(channel, '!close');
    await world.settle();
    expect(world.dmTexts(world.ada).at(-1)).toContain('was closed');
    expect(world.sam.sees(channel)).toBe(true);
    expect(await statusPage(world)).toContain('The logs channel');
    expect(await statusPage(world)).toContain('transcript');
  });
});

/** The only channel or thread beside those that were there; staff may be without a role that sees it. */
function newTicket(world: World): string {
  const parents: readonly (string | null)[] = Object.values(world.parent);
  const made = [...world.simulator.world.state.channels.values()].filter((one) => parents.includes(one.parentId));
  expect(made).toHaveLength(1);
  return made[0]!.id;
}
