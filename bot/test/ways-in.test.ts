import { describe, expect, it } from 'vitest';
import { places } from './doors.ts';
import { createWorld, type World } from './world.ts';

describe.each(places)('in a %s', (_, place) => {
  it('/contact opens a ticket with a member, who reads the first message and answers in the DM', async () => {
    const world = await createWorld({ ...place, settings: ['greeting=Thanks for writing!'] });
    const run = await world.sam.runs('/contact', { member: 'ada', message: 'Hello Ada!' }, world.logs);
    await world.settle();
    expect(run.message?.content).toContain('The member was told');
    expect(world.dmTexts(world.ada)).toEqual([
      'The team of **Harbour Games** wants to talk with you. What you write here goes to them.',
      'Hello Ada!',
    ]);
    const channel = world.ticketChannel();
    expect(world.texts(channel).join('\n')).toMatch(/Sam opened this ticket[^]*Hello Ada!/);
    await world.ada.dms('What is it?');
    await world.settle();
    expect(world.texts(channel).at(-1)).toBe('What is it?');
    const again = await world.tess.runs('/contact', { member: 'ada' }, world.logs);
    await world.settle();
    expect(again.message?.content).toContain(`already: <#${channel}>`);
  });
});

it('/contact is not held up by the cooldown of members, nor by a pause', async () => {
  const world = await createWorld({ settings: ['limits.openCooldown=5m'] });
  await world.ada.dms('help');
  await world.settle();
  await world.sam.types(world.ticketChannel(), '!close');
  await world.settle();
  await world.set('paused=true');
  await world.advance(1000);
  await world.sam.runs('/contact', { member: 'ada', message: 'One more thing' }, world.logs);
  await world.settle();
  expect(world.dmTexts(world.ada).at(-1)).toBe('One more thing');
});

it('/contact says privately why it cannot be: a bot, no staff, blocked, closed DMs, not a member', async () => {
  const world = await createWorld();
  const contact = async (member: string): Promise<string | undefined> => {
    const run = await world.sam.runs('/contact', { member }, world.logs);
    await world.settle();
    return run.message?.content;
  };
  expect(await contact(world.app().bot)).toBe('Bots cannot open tickets anyway.');
  await world.sam.runs('/ticket block', { member: 'ada' }, world.logs);
  expect(await contact('ada')).toBe('This member is blocked. Unblock them first.');
  world.ben.closesDms();
  expect(await contact('ben')).toContain('they take no direct messages');
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  const byMember = await world.ada.runs('/contact', { member: 'ben' }, lobby);
  expect(byMember.message?.content).toBe('You may not do this.');
  world.ben.leaves(world.guild);
  expect(await contact('ben')).toBe('This person is not in the server.');
  await world.set('enabled=false');
  await world.advance(1000);
  expect(await contact('ben')).toBe('Modmail is switched off in this server.');
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  expect(world.dmTexts(world.ada)).toEqual([]);
});

it('/contact-staff leads to the DM, and what is written there goes to the server where it was run, also with several', async () => {
  const world = await createWorld();
  await world.addServer('Chess Club');
  await world.advance(1000);
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  await world.settle();
  const run = await world.ada.runs('/contact-staff', {}, lobby);
  await world.settle();
  const dm = world.ada.readsDms()[0]!.channelId;
  expect(run.message?.content).toBe(`I have written to you: https://discord.com/channels/@me/${dm}`);
  expect(world.ticketChannels()).toEqual([]);
  await world.ada.dms('hello');
  await world.settle();
  expect(world.dmTexts(world.ada)).toEqual(['Write here now: your next message goes to **Harbour Games**.', 'hello']);
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('hello');
});

it('/contact-staff tells privately who is blocked, takes no DMs or asks too early, and opens nothing', async () => {
  const world = await createWorld({ settings: ['blockNotice=message', 'limits.openCooldown=5m'] });
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  await world.settle();
  const ask = async (person = world.ada): Promise<string | undefined> => {
    const run = await person.runs('/contact-staff', {}, lobby);
    await world.settle();
    return run.message?.content;
  };
  world.ben.closesDms();
  expect(await ask(world.ben)).toContain('I cannot write to you');
  await world.sam.runs('/ticket block', { member: 'ada' }, world.logs);
  expect(await ask()).toContain('You cannot open conversations with **Harbour Games**');
  await world.set('blockNotice=silent');
  await world.advance(1000);
  expect(await ask()).toBe('Writing to the team is not possible here at the moment.');
  await world.sam.runs('/ticket unblock', { member: 'ada' }, world.logs);
  await world.ada.dms('help');
  await world.settle();
  await world.sam.types(world.ticketChannel(), '!close');
  await world.settle();
  expect(await ask()).toContain('You can open the next one');
  expect(world.ticketChannels()).toHaveLength(1);
});

it('/contact-staff in the DM lets the member pick a server', async () => {
  const world = await createWorld();
  await world.addServer('Chess Club');
  await world.advance(1000);
  await world.ada.runs('/contact-staff', {}, 'dm');
  const dm = world.ada.readsDms()[0]!.channelId;
  expect(world.dmTexts(world.ada)).toEqual(['Which server do you want to write to?']);
  await world.ada.selects(['Chess Club'], { channel: dm });
  await world.ada.dms('checkmate');
  await world.settle();
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('checkmate');
});

describe('a panel', () => {
  async function withLobby(settings: readonly string[] = []): Promise<{ world: World; lobby: string }> {
    const world = await createWorld({ settings });
    const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
    await world.settle();
    return { world, lobby };
  }

  it('is posted and changed by admins, and leads members to the DM', async () => {
    const { world, lobby } = await withLobby();
    await world.olga.runs('/panel post', { channel: 'lobby' }, world.logs);
    const posted = await world.olga.submits({ text: 'Need help?', label: 'Write to us' });
    await world.settle();
    const panel = world.ada.reads(lobby).at(-1)!;
    expect(posted.message?.content).toBe(`Posted: https://discord.com/channels/${world.guild}/${lobby}/${panel.id}`);
    expect(panel.embeds[0]?.['description']).toBe('Need help?');
    await world.olga.runs('/panel edit', { message: posted.message!.content.replace('Posted: ', '') }, world.logs);
    await world.olga.submits({ text: 'Questions?' });
    await world.settle();
    expect(world.ada.reads(lobby).map(({ embeds }) => embeds[0]?.['description'])).toEqual(['Questions?']);
    const pressed = await world.ada.clicks('Write to us', { channel: lobby });
    await world.settle();
    expect(pressed.message?.content).toContain('I have written to you: https://discord.com/channels/@me/');
    await world.ada.dms('Yes, one');
    await world.settle();
    expect(world.texts(world.ticketChannel()).at(-1)).toBe('Yes, one');
  });

  it('says in private why a member cannot be written to, and opens nothing', async () => {
    const { world, lobby } = await withLobby();
    await world.olga.runs('/panel post', {}, lobby);
    await world.olga.submits({});
    await world.settle();
    const press = async (): Promise<string | undefined> => {
      const pressed = await world.ada.clicks('Contact the team', { channel: lobby });
      await world.settle();
      return pressed.message?.content;
    };
    world.ada.closesDms();
    expect(await press()).toContain('allow direct messages from this server');
    world.ada.opensDms();
    await world.set('enabled=false');
    await world.advance(1000);
    expect(await press()).toBe('Writing to the team is not possible here at the moment.');
    expect(world.ticketChannels()).toEqual([]);
    expect(world.dmTexts(world.ada)).toEqual([]);
  });

  it('is for admins only; a place where the bot may not write and a message that is no panel are refused', async () => {
    const { world, lobby } = await withLobby();
    const byStaff = await world.sam.runs('/panel post', {}, lobby);
    expect(byStaff.message?.content).toBe('You may not do this.');
    const card = await world.sam.types(lobby, 'no panel');
    const wrong = await world.olga.runs('/panel edit', { message: card.id }, lobby);
    expect(wrong.message?.content).toContain('This is no panel of this server');
    const { channels } = world.simulator.world.state;
    const deny = { id: world.app().bot, type: 'member', allow: 0n, deny: 1n << 11n } as const;
    channels.get(lobby)!.overwrites.set(deny.id, deny);
    await world.olga.runs('/panel post', {}, lobby);
    const refused = await world.olga.submits({});
    await world.settle();
    expect(refused.message?.content).toContain('Discord refused this');
  });
});
