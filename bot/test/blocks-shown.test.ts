import { expect, it } from 'vitest';
import type { Answered } from '../../simulator/src/people/person.ts';
import { places, says } from './doors.ts';
import { createWorld, type World } from './world.ts';

const evidence = 'https://discord.com/channels/1/2/3';

async function openTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

/** What stands in a private answer, embeds and all. */
function shown({ message }: Answered): string {
  const embeds = (message?.embeds ?? []).map((embed) => String(embed['description']));
  return [message?.content, ...embeds].join('\n').trim();
}

const opensTicket = async (world: World, person: World['ada']): Promise<boolean> => {
  const before = world.ticketChannels().length;
  await person.dms('hello?');
  await world.settle();
  return world.ticketChannels().length > before;
};

it.each(places)('in a %s a block says where one can see why, in the ticket and in the list', async (_, options) => {
  const world = await createWorld(options);
  const channel = await openTicket(world);
  await world.sam.runs('/ticket block', { reason: 'insults', duration: '3d', evidence: `<${evidence}>` }, channel);
  await world.settle();
  expect(world.tess.reads(channel).at(-1)?.content).toContain(`Reason: insults\nSee: ${evidence}`);
  const list = shown(await world.tess.runs('/ticket blocks', {}, world.logs));
  expect(list).toContain(`**Ada Lovelace** <@${world.ada.id}>\nby Sam <t:`);
  expect(list).toMatch(/until <t:\d+:f>\nReason: insults\nSee: https:\/\/discord\.com\/channels\/1\/2\/3$/);
});

it.each(places.filter(([, options]) => options.intents?.content !== false))(
  'in a %s a typed block takes a link at its end as the evidence',
  async (_, options) => {
    const world = await createWorld(options);
    const channel = await openTicket(world);
    await says(world, channel, `!block 2 days spam and more ${evidence}_y`);
    await world.settle();
    expect(world.texts(channel).at(-1)).toContain(`Reason: spam and more\nSee: ${evidence}_y`);
    await says(world, channel, '!block https://a.example/x_(1)');
    await world.settle();
    expect(world.texts(channel).at(-1)).toBe(
      'Sam blocked the member: they can open no new tickets. See: https://a.example/x_%281%29',
    );
  },
);

it('evidence that is no link is refused with what to do, and nobody is blocked', async () => {
  const world = await createWorld();
  for (const wrong of ['see logs', 'javascript:alert(1)', 'https://me:secret@a.example', 'discord.com/channels/1/2/3'])
    expect(shown(await world.sam.runs('/ticket block', { member: 'ada', evidence: wrong }, world.logs))).toContain(
      'must be a link',
    );
  const long = `https://a.example/${'a'.repeat(300)}`;
  expect(shown(await world.sam.runs('/ticket block', { member: 'ada', evidence: long }, world.logs))).toContain(
    'too long: at most 300',
  );
  expect(shown(await world.sam.runs('/ticket blocks', {}, world.logs))).toBe('Nobody is blocked here.');
  expect(await opensTicket(world, world.ada)).toBe(true);
});

it('the list turns its pages, newest first, shows roles by name, leaves out what is over, and takes a block back', async () => {
  const world = await createWorld();
  const { seed } = world.simulator;
  const muted = seed.role(world.guild, { name: 'Muted' }).id;
  await world.sam.runs('/ticket block', { member: 'ben', duration: '1h' }, world.logs);
  await world.sam.runs('/ticket block', { role: 'Muted', reason: 'x'.repeat(1000) }, world.logs);
  await world.advance(1000);
  await world.sam.runs('/ticket block', { member: 'ada' }, world.logs);
  for (let count = 1; count <= 6; count += 1) {
    const { id } = seed.user({ username: `spammer${count}`, displayName: `Spammer ${count}` });
    seed.join(world.guild, id);
    await world.advance(1000);
    await world.sam.runs('/ticket block', { member: `spammer${count}` }, world.logs);
  }
  const names = (one: Answered): readonly string[] =>
    [...shown(one).matchAll(/^\*\*(.*?)\*\*/gm)].map(([, name]) => String(name));
  const first = await world.tess.runs('/ticket blocks', {}, world.logs);
  expect(names(first)).toEqual([6, 5, 4, 3, 2, 1].map((count) => `Spammer ${count}`));
  const second = await world.tess.clicks('Older', { message: first.message!.id });
  expect(names(second)).toEqual(['Ada Lovelace', 'Role Muted', 'Ben']);
  expect(shown(second)).toContain(`<@&${muted}>`);
  await expect(world.tess.clicks('Older', { message: first.message!.id })).rejects.toThrow('disabled');
  await world.advance(3_600_000);
  const again = await world.tess.clicks('Newest', { message: first.message!.id });
  expect(names(again)[0]).toBe('Spammer 6');
  expect(names(await world.tess.clicks('Older', { message: first.message!.id }))).toEqual([
    'Ada Lovelace',
    'Role Muted',
  ]);
  expect(await opensTicket(world, world.ada)).toBe(false);
  const taken = await world.tess.selects(['Ada Lovelace'], { message: first.message!.id });
  expect(shown(taken)).toMatch(/^Unblocked\./);
  expect(names(taken)).toHaveLength(6);
  expect(await opensTicket(world, world.ada)).toBe(true);
});

it('the list is not for members, and not for those who are staff no more when they press its buttons', async () => {
  const world = await createWorld();
  await world.sam.runs('/ticket block', { member: 'ben' }, world.logs);
  const general = seedChannel(world);
  expect(shown(await world.ada.runs('/ticket blocks', {}, general))).toContain('may not');
  const list = await world.tess.runs('/ticket blocks', {}, general);
  world.olga.takesRole(world.tess.id, world.staffRole, world.guild);
  expect(shown(await world.tess.selects(['Ben'], { message: list.message!.id }))).toContain('may not');
  expect(await opensTicket(world, world.ben)).toBe(false);
});

const seedChannel = (world: World): string =>
  world.simulator.seed.channel(world.guild, { name: 'general', type: 0 }).id;

it('before a colleague is blocked, or a role that staff have, the bot asks once more; the answer may come after a restart', async () => {
  const world = await createWorld();
  const asked = await world.sam.runs('/ticket block', { member: 'tess', reason: 'a joke' }, world.logs);
  expect(shown(asked)).toBe('Tess answers tickets here. Block them all the same?');
  expect(await opensTicket(world, world.tess)).toBe(true);
  expect(shown(await world.sam.runs('/ticket blocks', {}, world.logs))).toBe('Nobody is blocked here.');
  await world.stopBot();
  await world.startBot();
  const blocked = await world.sam.clicks('Block all the same', { message: asked.message!.id });
  expect(shown(blocked)).toContain('Blocked');
  expect(blocked.message?.components).toEqual([]);
  expect(shown(await world.sam.runs('/ticket blocks', {}, world.logs))).toContain('Reason: a joke');
  for (const role of ['Staff', 'Moderator']) {
    if (role === 'Moderator') world.simulator.seed.role(world.guild, { name: role, permissions: 1n << 13n });
    const again = await world.sam.runs('/ticket block', { role }, world.logs);
    expect(shown(again)).toMatch(/^People with <@&\d+> answer tickets here/);
  }
});

it('a question to block a colleague is forgotten after a quarter of an hour', async () => {
  const world = await createWorld();
  const asked = await world.sam.runs('/ticket block', { member: 'tess' }, world.logs);
  await world.advance(15 * 60_000);
  const late = await world.sam.clicks('Block all the same', { message: asked.message!.id });
  expect(shown(late)).toContain('from an earlier time');
  expect(shown(await world.sam.runs('/ticket blocks', {}, world.logs))).toBe('Nobody is blocked here.');
});

it('a role that somebody has themselves is asked about, another one is not', async () => {
  const world = await createWorld();
  const { seed, world: inside } = world.simulator;
  const club = seed.role(world.guild, { name: 'Club' }).id;
  seed.role(world.guild, { name: 'Muted' });
  inside.state.guilds.get(world.guild)!.members.get(world.sam.id)!.roles.add(club);
  expect(shown(await world.sam.runs('/ticket block', { role: 'Club' }, world.logs))).toContain('all the same?');
  expect(shown(await world.sam.runs('/ticket block', { role: 'Muted' }, world.logs))).toContain('Blocked');
});

it('everybody, bots, colleagues and people who are not there cannot be blocked by typing: a line says why', async () => {
  const world = await createWorld();
  const channel = await openTicket(world);
  const typed = async (text: string): Promise<string | undefined> => {
    await world.sam.types(channel, text);
    await world.settle();
    return world.texts(channel).at(-1);
  };
  expect(await typed('!block @everyone')).toContain('Everybody cannot be blocked');
  expect(await typed(`!block <@&${world.guild}>`)).toContain('Everybody cannot be blocked');
  expect(await typed(`!block <@${world.app().bot}>`)).toContain('Bots cannot');
  expect(await typed(`!block <@${world.tess.id}>`)).toContain('They answer tickets here');
  await world.advance(300_000);
  expect(await typed(`!block <@${world.tess.id}>`)).toContain('Type it again within five minutes');
  expect(await typed('!block 99999999999999999 spam')).toContain('not in the server');
  expect(shown(await world.sam.runs('/ticket blocks', {}, channel))).toBe('Nobody is blocked here.');
  expect(await typed(`!block <@${world.tess.id}> really`)).toBe(`!block <@${world.tess.id}> really`);
  expect(shown(await world.sam.runs('/ticket blocks', {}, channel))).toContain('**Tess**');
  expect(await typed(`!block <@${world.ben.id}> spam`)).toBe(`!block <@${world.ben.id}> spam`);
  expect(shown(await world.sam.runs('/ticket blocks', {}, channel))).toContain('**Ben**');
});

it('everybody cannot be chosen as a role', async () => {
  const world = await createWorld();
  const answered = await world.sam.runs('/ticket block', { role: '@everyone' }, world.logs);
  expect(shown(answered)).toContain('Everybody cannot be blocked');
});
