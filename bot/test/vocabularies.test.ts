import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../simulator/src/options.ts';
import { commandsOf } from '../src/discord/commands/in-server.ts';
import { en } from '../src/render/texts/en.ts';
import { presetNames } from '../src/settings/schema.ts';
import { vocabularyNames } from '../src/settings/vocabularies.ts';
import { createWorld, type World } from './world.ts';

/** What a person is offered after `/` in a server. */
function offered(world: World, guild: string = world.guild): readonly string[] {
  const [application] = [...world.simulator.world.state.applications.values()];
  return [...application!.commands.values()]
    .filter(({ guildId, body }) => (guildId === null || guildId === guild) && body.type === 1)
    .map(({ body }) => String(body.name))
    .toSorted();
}

const always = [
  'contact',
  'contact-staff',
  'panel',
  'pause',
  'reply',
  'resume',
  'settings',
  'setup',
  'switch',
  'transcript',
];
const ofSupportmail = (world: World): readonly string[] =>
  offered(world).filter((name) => name === 'send' || name === 'blacklist');

/** Somebody writes, so the bot looks at the settings. */
async function stirs(world: World): Promise<void> {
  await world.advance(1000);
  await world.ben.dms('anything');
  await world.settle();
}

it.each(presetNames)('with the preset %s a server has the commands that its people know', async (preset) => {
  const world = await createWorld({ preset });
  const has = { ticket: offered(world).includes('ticket'), pmodmail: offered(world).includes('pmodmail') };
  expect(offered(world)).toEqual(expect.arrayContaining(always));
  expect(has).toEqual({ ticket: preset === 'custom', pmodmail: preset === 'custom' || preset === 'phantom' });
  const supports = preset === 'custom' || preset === 'supportmail';
  expect(ofSupportmail(world)).toEqual(supports ? ['blacklist', 'send'] : []);
});

describe('whoever writes in a closed ticket reads how it is opened again there', () => {
  const ways: readonly (readonly [settings: string, how: string | null])[] = [
    ['preset=custom', '/ticket reopen'],
    ['preset=panora', '!reopen'],
    ['preset=phantom', '/pmodmail reopen'],
    ['preset=supportmail', '/reopen'],
    ['prefix=?', '?reopen'],
    ['replyCommand=false', null],
  ];
  it.each(ways)('%s: %s', async (setting, how) => {
    const preset = presetNames.find((name) => setting === `preset=${name}`);
    const settings = preset ? [] : ['commands=none', setting];
    const world = await createWorld({ ...(preset && { preset }), settings: [...settings, 'onClose=keep'] });
    await world.ada.dms('help');
    await world.settle();
    const channel = world.ticketChannel();
    await world.sam.clicks('Close', { channel });
    await world.sam.submits({});
    await world.settle();
    await world.sam.types(channel, 'too late');
    await world.settle();
    const closed = 'This ticket is closed; your message was not passed on.';
    const said = world.texts(channel).find((line) => line.includes(closed));
    expect(said).toContain(how === null ? closed : `${closed} To open it again, use ${how}.`);
    if (how === null) return expect(said).not.toContain('use');
    if (how.startsWith('/')) await world.sam.runs(how, {}, channel);
    else await world.sam.types(channel, how);
    await world.settle();
    await world.sam.types(channel, 'here again');
    await world.settle();
    expect(world.dmTexts(world.ada).join()).toContain('here again');
  });
});

it('a command that could not be read where it is typed is not named', async () => {
  const world = await createWorld({ settings: ['commands=none', 'onClose=keep'], intents: { content: false } });
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  await world.sam.clicks('Close', { channel });
  await world.sam.submits({});
  await world.settle();
  await world.sam.types(channel, `<@${world.app().bot}> too late`);
  await world.settle();
  expect(world.texts(channel).at(-1)).toMatch(/your message was not passed on\.$/);
});

it('no text names a command that some servers do not have', () => {
  const names = commandsOf({ commands: vocabularyNames }).map(({ name }) => name);
  const named = new RegExp(`(?<![\\w/<])/(${names.join('|')})(?![\\w-])`);
  expect('To open it again, use `/ticket reopen`.').toMatch(named);
  for (const [key, words] of Object.entries(en)) expect(words, key).not.toMatch(named);
});

it('a change counts at once when it is made in Discord, and as soon as it is noticed when it is made outside', async () => {
  const world = await createWorld();
  await world.olga.runs('/settings', {}, world.logs);
  await world.set('commands=pmodmail');
  expect(offered(world)).toContain('ticket');
  await world.app().lookAtSettings();
  await world.settle();
  expect(offered(world)).toContain('ticket');
  await world.advance(1000);
  await world.app().lookAtSettings();
  await world.settle();
  expect(offered(world)).not.toContain('ticket');
  expect(offered(world)).toContain('pmodmail');
  const page = await world.olga.runs('/settings', {}, world.logs);
  await world.olga.selects(['answers'], { message: page.message!.id, select: 'settings:group' });
  await world.olga.selects(['commands'], { message: page.message!.id, select: 'settings:field' });
  await world.olga.submits({ value: 'ticket, supportmail' });
  await world.settle();
  expect(offered(world)).not.toContain('pmodmail');
  expect(offered(world)).toContain('ticket');
  expect(ofSupportmail(world)).toEqual(['blacklist', 'send']);
});

it('a server changes its own commands and nobody else’s, and a start registers nothing anew', async () => {
  const puts: string[] = [];
  const observe = (_: World, { method, path }: Exchange): void =>
    void (method === 'PUT' && path.endsWith('/commands') && puts.push(path));
  const world = await createWorld({ observe });
  const other = await world.addServer('Chess Club');
  await stirs(world);
  expect(puts).toHaveLength(3);
  await world.set('commands=none');
  await stirs(world);
  expect(puts).toHaveLength(4);
  expect(offered(world)).not.toContain('ticket');
  expect(offered(world, other)).toContain('ticket');
  await world.stopBot();
  await world.startBot();
  await world.advance(10_000);
  expect(puts).toHaveLength(4);
});

it('a command that a client still offers is answered with what to use instead, and does nothing', async () => {
  const world = await createWorld();
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  const [application] = [...world.simulator.world.state.applications.values()];
  const before = [...application!.commands];
  const stale = async (command: string, ...settings: string[]): Promise<string> => {
    await world.set(...settings);
    await stirs(world);
    for (const [id, one] of before) application!.commands.set(id, one);
    const answered = await world.sam.runs(command, {}, channel);
    await world.settle();
    return answered.message?.content ?? '';
  };
  expect(await stale('/ticket close', 'commands=pmodmail')).toMatch(
    /does not use \/ticket close .* instead: \/pmodmail close$/,
  );
  expect(await stale('/pmodmail claim', 'commands=none')).toContain('or type !close, !claim, !block there');
  expect(await stale('/close', 'commands=none', 'replyCommand=false')).toMatch(/instead: the buttons in the ticket$/);
  expect(world.texts(channel).some((text) => /took|closed/.test(text))).toBe(false);
  expect(await stale('/ticket claim', 'commands=all')).toBe('This ticket is yours now.');
});

it('while Discord cannot register them, a server’s commands are tried again, and messages are carried all the same', async () => {
  const world = await createWorld({ startBot: false });
  const { faults } = world.simulator;
  const path = new RegExp(`/guilds/${world.guild}/commands$`);
  faults.fail({ method: 'GET', path, when: 'before', status: 500, times: 1 });
  await world.startBot();
  expect(offered(world)).not.toContain('ticket');
  await world.ada.dms('hello');
  await world.settle();
  expect(world.texts(world.ticketChannel())).toContain('hello');
  await world.advance(60_000);
  expect(offered(world)).toContain('ticket');
});

it('a server that refuses the bot’s commands gets them once Discord says that the bot is in it', async () => {
  const world = await createWorld({ startBot: false });
  const { faults } = world.simulator;
  const path = new RegExp(`/guilds/${world.guild}/commands$`);
  faults.fail({ method: 'PUT', path, when: 'before', status: 403, code: 50001, times: 1 });
  await world.startBot();
  await world.advance(1000);
  expect(world.logged.some((line) => line.includes('commands of a server could not be registered'))).toBe(true);
  expect(offered(world)).toContain('ticket');
});

it.each([['ticket,slash'], ['ticket pmodmail'], ['7']])(
  'commands=%s is refused with what is possible',
  async (given) => {
    const world = await createWorld();
    await expect(world.set(`commands=${given}`)).rejects.toThrow(
      /must be all, none, or some of ticket, pmodmail, supportmail/,
    );
  },
);

it('members find no ticket commands of staff in a server that was never set up', async () => {
  const world = await createWorld({ startBot: false });
  const [application] = [...world.simulator.world.state.applications.values()];
  const server = world.simulator.seed.guild({ name: 'New Server', owner: world.olga.id, bot: application!.id });
  await world.startBot();
  await world.advance(1000);
  const staffs = ['ticket', 'pmodmail', 'send', 'close', 'blacklist'];
  expect(offered(world, server.id)).toEqual(expect.arrayContaining(always));
  expect(offered(world, server.id).filter((name) => staffs.includes(name))).toEqual([]);
});
