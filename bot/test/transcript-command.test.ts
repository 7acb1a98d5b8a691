import { describe, expect, it } from 'vitest';
import type { Person } from '../../simulator/src/people/person.ts';
import { closes, linked, linksIn, opens } from './opened-link.ts';
import { channelKinds, createWorld, type World } from './world.ts';

interface Answer {
  readonly text: string;
  readonly link: string | null;
}

/** What only whoever asked can see. */
async function asks(
  world: World,
  which: 'link' | 'revoke',
  options: Record<string, string>,
  where: { readonly by?: Person; readonly channel?: string } = {},
): Promise<Answer> {
  const { by = world.sam, channel = world.logs } = where;
  const { message } = await by.runs(`/transcript ${which}`, options, channel);
  await world.settle();
  expect((message?.flags ?? 0) & 64).toBe(64);
  const [, link = null] = /"url":"([^"]+)"/.exec(JSON.stringify(message?.components)) ?? [];
  return { text: message?.content ?? '', link };
}

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('staff get a link for themselves, and take all links back', async () => {
    const world = await createWorld(linked([], { channelKind }));
    const channel = await closes(world);
    const [posted = ''] = linksIn(world, world.logs);
    const byNumber = await asks(world, 'link', { ticket: '1' });
    const here = await asks(world, 'link', {}, { channel });
    expect(new Set([posted, byNumber.link, here.link]).size).toBe(3);
    for (const link of [byNumber.link!, here.link!])
      expect(await (await opens(world, link)).text()).toContain('An answer');
    expect(linksIn(world, world.logs)).toEqual([posted]);
    const revoked = await asks(world, 'revoke', { ticket: '#1' });
    expect(revoked.text).toMatch(/^🔒 3 links .*ticket 1 work no more\.\n.*2 times/);
    for (const link of [posted, byNumber.link!, here.link!]) expect((await opens(world, link)).status).toBe(404);
    expect((await asks(world, 'revoke', { ticket: '1' })).text).toMatch(/^No link/);
    expect((await opens(world, (await asks(world, 'link', { ticket: '1' })).link!)).status).toBe(200);
    const { thread } = world.simulator.world.state.channels.get(channel)!;
    if (channelKind !== 'private-channel') expect(thread).toMatchObject({ archived: true, locked: true });
  });

  it('the transcript of a ticket that is open shows what was said so far', async () => {
    const world = await createWorld(linked([], { channelKind }));
    await world.ada.dms('hello');
    await world.settle();
    const { link } = await asks(world, 'link', {}, { channel: world.ticketChannel() });
    await world.ada.dms('and more');
    await world.settle();
    const page = await (await opens(world, link!)).text();
    expect(page).toContain('and more');
    expect(page).toContain('still open');
  });
});

it('neither members nor those who may only manage messages get one, and admins do', async () => {
  const world = await createWorld(linked());
  await closes(world);
  const channel = world.simulator.seed.channel(world.guild, { name: 'general', type: 0 }).id;
  const role = world.simulator.seed.role(world.guild, { name: 'Helper', permissions: 1n << 13n }).id;
  expect((await asks(world, 'link', { ticket: '1' }, { by: world.ben, channel })).link).toBeNull();
  world.olga.givesRole(world.ben.id, role, world.guild);
  await world.settle();
  const helper = await asks(world, 'link', { ticket: '1' }, { by: world.ben, channel });
  expect([helper.link, helper.text]).toEqual([null, expect.stringMatching(/staff|allowed|may/i)]);
  expect((await asks(world, 'revoke', { ticket: '1' }, { by: world.ben, channel })).text).toBe(helper.text);
  expect((await opens(world, linksIn(world, world.logs)[0]!)).status).toBe(200);
  expect((await asks(world, 'link', { ticket: '1' }, { by: world.olga })).link).not.toBeNull();
});

it('a number that no ticket has, and a channel without one, are said', async () => {
  const world = await createWorld(linked());
  await closes(world);
  expect((await asks(world, 'link', { ticket: '7' })).text).toMatch(/ticket/i);
  expect(await asks(world, 'revoke', {})).toMatchObject({ link: null });
});

it('without PUBLIC_URL there is none, and the files are posted', async () => {
  const world = await createWorld({ settings: ['transcript=link'] });
  await closes(world);
  expect(linksIn(world, world.logs)).toEqual([]);
  const names = world.sam.reads(world.logs).flatMap(({ attachments }) => attachments.map(({ filename }) => filename));
  expect(names).toEqual(['ticket-1.html', 'ticket-1.txt']);
  expect((await asks(world, 'link', { ticket: '1' })).text).toContain('PUBLIC_URL');
});

it.each(['private-thread', 'forum-post'] as const)(
  'links are taken back also where a closed %s cannot be opened for the answer',
  async (channelKind) => {
    const world = await createWorld(linked([], { channelKind }));
    const channel = await closes(world);
    const [link = ''] = linksIn(world, world.logs);
    const path = new RegExp(`/channels/${channel}$`);
    world.simulator.faults.fail({ method: 'PATCH', path, when: 'before', status: 403, code: 50013 });
    // No answer comes.
    world.sam.runs('/transcript revoke', {}, channel).catch(() => undefined);
    await expect.poll(async () => (await opens(world, link)).status).toBe(404);
  },
);

it.each(['private-thread', 'forum-post'] as const)(
  'a closed %s is archived again also where the answer did not arrive',
  async (channelKind) => {
    const world = await createWorld(linked([], { channelKind }));
    const channel = await closes(world);
    world.simulator.faults.fail({ path: /\/callback/, when: 'before', status: 404, code: 10062 });
    const { thread } = world.simulator.world.state.channels.get(channel)!;
    world.sam.runs('/transcript link', {}, channel).catch(() => undefined);
    await expect.poll(() => world.simulator.exchanges.some(({ status }) => status === 404)).toBe(true);
    await expect.poll(() => thread).toMatchObject({ archived: true, locked: true });
  },
);
