import { describe, expect, it } from 'vitest';
import type { Message } from '../../simulator/src/state.ts';
import { editRole } from '../../simulator/src/acts/roles.ts';
import { permissionFlags } from '../../simulator/src/permissions.ts';
import { channelKinds, createWorld, type World } from './world.ts';

/** A server that was never set up, with the channel in which Olga, its owner, stands. */
function newServer(world: World): { readonly guild: string; readonly general: string; readonly staff: string } {
  const { seed } = world.simulator;
  const { id: guild } = seed.guild({ name: 'Chess Club', owner: world.olga.id, bot: world.app().bot });
  const staff = seed.role(guild, { name: 'Helpers', mentionable: true }).id;
  seed.join(guild, world.sam.id, [staff]);
  return { guild, staff, general: seed.channel(guild, { name: 'general', type: 0 }).id };
}

const fields = (message: Message | null): string => JSON.stringify(message?.embeds ?? []);

describe.each(channelKinds)('/setup of %s', (kind) => {
  it('makes the places, checks them, switches modmail on and ends with a test ticket that closes by its button', async () => {
    const world = await createWorld();
    const { guild, general, staff } = newServer(world);
    const page = (await world.olga.runs('/setup', {}, general)).message!;
    const where = { message: page.id };
    await world.olga.selects(['supportmail'], { ...where, select: 'setup:preset' });
    await world.settle();
    await world.olga.selects([kind], { ...where, select: 'setup:kind' });
    await world.settle();
    await world.olga.selects([staff], { ...where, select: 'setup:staff' });
    await world.settle();
    await world.olga.clicks('Make the places for me', where);
    await world.settle();
    expect(page.content).toContain('✅ Made what was missing, hidden from @everyone.');
    await world.olga.clicks('Check and switch on', where);
    await world.settle();
    expect(page.content).toBe('✅ I have every permission that I need here.');
    expect(fields(page)).toContain('switched on');

    const { channels } = world.simulator.world.state;
    const made = [...channels.values()].filter(({ guildId, id }) => guildId === guild && id !== general);
    expect(made.map(({ type, parentId }) => [type, parentId])).toEqual([
      [{ 'private-thread': 0, 'private-channel': 4, 'forum-post': 15 }[kind], null],
      [0, null],
    ]);
    expect(made.map(({ id }) => [world.sam.sees(id), world.ada.sees(id)])).toEqual([
      [true, false],
      [true, false],
    ]);

    expect((await world.olga.clicks('Open a test ticket', where)).message?.content).toContain('on its way');
    await world.settle();
    const ticket = [...channels.values()].find(({ parentId }) => parentId === made[0]!.id)!;
    const said = world.sam.reads(ticket.id).map((message) => message.content);
    expect(said.some((text) => text.includes('test ticket from /setup'))).toBe(true);
    await world.olga.dms('does it work?');
    await world.settle();
    expect(JSON.stringify(world.sam.reads(ticket.id))).toContain('does it work?');
    expect((await world.olga.clicks('Open a test ticket', where)).message?.content).toContain('Close it first');

    await world.sam.clicks('Close', { channel: ticket.id });
    await world.sam.submits({});
    await world.settle();
    expect((await world.olga.clicks('Open a test ticket', where)).message?.content).toContain('on its way');
    await world.settle();
    const status = await (await fetch(world.app().url ?? '')).text();
    expect(status).toContain(`Chess Club (${kind})`);
  });
});

describe('/setup', () => {
  it('says with its fix what keeps a place from being made, and lets it be tried again', async () => {
    const world = await createWorld();
    const { guild, general } = newServer(world);
    const { members, roles } = world.simulator.world.state.guilds.get(guild)!;
    const [own] = [...members.get(world.app().bot)!.roles];
    const { permissions } = roles.get(own!)!;
    const allow = (bits: bigint) => editRole(world.simulator.world, null, guild, own!, { permissions: bits });
    allow(permissions & ~permissionFlags.manageChannels);
    const page = (await world.olga.runs('/setup', {}, general)).message!;
    await world.olga.clicks('Make the places for me', { message: page.id });
    await world.settle();
    expect(page.content).toContain('Give me Manage Channels in the whole server');
    expect(fields(page)).not.toContain('<#');

    allow(permissions);
    await world.olga.clicks('Make the places for me', { message: page.id });
    await world.settle();
    expect(fields(page)).toMatch(/<#\d+>.*<#\d+>/);
    await world.olga.clicks('Make the places for me', { message: page.id });
    await world.settle();
    expect(page.content).toBe('Nothing is missing.');
  });

  it('refuses a parent that everyone sees, and lets go of one that another kind cannot use', async () => {
    const world = await createWorld();
    const { general } = newServer(world);
    const page = (await world.olga.runs('/setup', {}, general)).message!;
    await world.olga.selects([general], { message: page.id, select: 'setup:parent' });
    await world.settle();
    expect(page.content).toMatch(/^❌ Nothing was changed:\nparentChannel can be seen by @.?everyone/);
    await world.olga.clicks('Check and switch on', { message: page.id });
    await world.settle();
    expect(page.content).toBe('❌ Not switched on yet. Still to be chosen:\n- Parent: where tickets are made');
    await world.olga.selects(['private-channel'], { message: page.id, select: 'setup:kind' });
    await world.settle();
    await world.olga.clicks('Check and switch on', { message: page.id });
    await world.settle();
    expect(page.content).toMatch(/\n- Parent: where tickets are made\n- Staff roles$/);
    await world.olga.selects(['private-thread'], { message: page.id, select: 'setup:kind' });
    await world.settle();

    await world.olga.clicks('Make the places for me', { message: page.id });
    await world.settle();
    await world.olga.selects(['forum-post'], { message: page.id, select: 'setup:kind' });
    await world.settle();
    expect(fields(page)).toContain('"name":"Parent: where tickets are made","value":"–"');
  });
});

describe('/settings', () => {
  it('shows what is set, changes it by a form, and says what is wrong as the command line does', async () => {
    const world = await createWorld();
    const page = (await world.olga.runs('/settings', {}, world.logs)).message!;
    const where = { message: page.id };
    expect(page.onlyFor).toBe(world.olga.id);
    expect(fields(page)).toContain(`**parentChannel**: <#${world.parent['private-thread']}>`);

    await world.olga.selects(['Limits'], { ...where, select: 'settings:group' });
    await world.settle();
    const asked = await world.olga.selects(['limits.openCooldown'], where);
    expect(asked.modal?.['title']).toBe('limits.openCooldown');
    await world.olga.submits({ value: '5' });
    await world.settle();
    expect(page.content).toBe(
      '❌ Nothing was changed:\nlimits.openCooldown needs a unit: 5m is minutes, 5h is hours, for example `limits.openCooldown=5m`',
    );
    await world.olga.selects(['limits.openCooldown'], where);
    await world.olga.submits({ value: '7m' });
    await world.settle();
    expect(page.content).toBe('✅ Saved.');
    expect(fields(page)).toContain('**limits.openCooldown**: 7m');
    await world.olga.clicks('All settings', where);
    await world.settle();
    expect(fields(page)).toContain('**limits.openCooldown**: 7m');
  });

  it('picks roles and channels, takes choices back, and changes the preset', async () => {
    const world = await createWorld();
    const page = (await world.olga.runs('/settings', {}, world.logs)).message!;
    const where = { message: page.id };
    await world.olga.selects(['Phantom Modmail'], { ...where, select: 'settings:preset' });
    await world.settle();
    expect(fields(page)).toMatch(/\*\*preset\*\*: phantom.*replyCommand: false/);

    await world.olga.selects(['Staff'], { ...where, select: 'settings:group' });
    await world.olga.selects(['adminRoles'], where);
    await world.olga.submits({ value: [world.staffRole] });
    await world.settle();
    expect(fields(page)).toContain(`**adminRoles**: <@&${world.staffRole}>`);
    const allowed = await world.sam.runs('/settings', {}, world.logs);
    expect(fields(allowed.message)).toContain('Basics');

    await world.olga.clicks('All settings', where);
    await world.olga.selects(['Answers'], { ...where, select: 'settings:group' });
    await world.olga.selects(['replyCommand'], where);
    await world.olga.submits({ value: 'true' });
    await world.settle();
    expect(fields(page)).toContain('**replyCommand**: true');
    await world.olga.selects(['replyCommand'], where);
    await world.olga.submits({ value: 'as the preset says' });
    await world.settle();
    expect(fields(page)).toContain('replyCommand: false');
  });

  it('is for admins only, at every click', async () => {
    const world = await createWorld({ settings: [] });
    const refused = 'You may not do this.';
    expect((await world.sam.runs('/settings', {}, world.logs)).message?.content).toBe(refused);
    expect((await world.sam.runs('/setup', {}, world.logs)).message?.content).toBe(refused);
    expect(await world.ada.runs('/settings', {}, 'dm').catch((error: unknown) => error)).not.toMatchObject({
      message: { embeds: [{}] },
    });

    await world.set(`adminRoles=${world.staffRole}`);
    await world.advance(1000);
    const page = (await world.sam.runs('/settings', {}, world.logs)).message!;
    await world.set('adminRoles=none');
    await world.advance(1000);
    const late = await world.sam.selects(['Phantom Modmail'], { message: page.id, select: 'settings:preset' });
    expect(late.message?.content).toBe(refused);
    await world.settle();
    expect(fields((await world.olga.runs('/settings', {}, world.logs)).message)).not.toContain('phantom');
  });
});
