import { describe, expect, it } from 'vitest';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import type { Person } from '../../simulator/src/people/person.ts';
import type { Message } from '../../simulator/src/state.ts';
import { permissionFlags, type PermissionName } from '../../simulator/src/permissions.ts';
import { channelKinds, createWorld, reactions, shown, type World } from './world.ts';

/** A server whose people come from Phantom Modmail: it has set the preset and ids, and nothing else. */
const phantom = { preset: 'phantom' } as const;
const cooldown = 5 * 60_000;

async function opensTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

/** As an operator does, or an admin: it is seen within a minute. */
async function changes(world: World, ...assignments: string[]): Promise<void> {
  await world.set(...assignments);
  await world.advance(60_000);
}

async function closes(world: World, channel: string, options: { readonly reason?: string } = {}): Promise<void> {
  await world.sam.runs('/pmodmail close', options, channel);
  await world.settle();
}

const marksOn = (person: Person, channel: string, message: Message): readonly string[] =>
  reactions(person.reads(channel).find((one) => one.id === message.id)!);
const marksOnDm = (world: World, dm: Message): readonly string[] => marksOn(world.ada, dm.channelId, dm);

const pings = (world: World, channel: string): number =>
  world.sam.reads(channel).filter((message) => message.mentionRoles.includes(world.staffRole)).length;

const inOrder = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `message ${from + index}`);
const ofThem = (texts: readonly string[]): readonly string[] => texts.filter((text) => text.startsWith('message '));

it('[phantom] one match opens at once', async () => {
  const world = await createWorld(phantom);
  await opensTicket(world);
  expect(world.ticketChannels()).toHaveLength(1);
});

it('[phantom] several with `sticky`: same server every time, also after a restart', async () => {
  const world = await createWorld({ ...phantom, environment: { ROUTING: 'sticky' } });
  const names = new Map([[world.guild as string, 'Harbour Games']]);
  for (const name of ['Chess Club', 'Book Club']) names.set(await world.addServer(name, 'phantom'), name);
  await world.advance(60_000);
  const serverOf = (channel: string): string | undefined =>
    names.get(world.simulator.world.state.channels.get(channel)?.guildId ?? '');
  const servers: (string | undefined)[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const channel = await opensTicket(world);
    servers.push(serverOf(channel));
    await closes(world, channel);
    await world.stopBot();
    await world.startBot();
    await world.advance(cooldown);
  }
  expect(servers).toEqual(['Harbour Games', 'Harbour Games', 'Harbour Games']);
  expect(world.ticketChannels()).toHaveLength(3);
});

/** What the bot needs in the parent, and what Discord calls it. */
const modes = [
  [
    'private-thread',
    {
      createPrivateThreads: 'Create Private Threads',
      sendMessagesInThreads: 'Send Messages in Threads',
      manageWebhooks: 'Manage Webhooks',
    },
  ],
  ['private-channel', { manageChannels: 'Manage Channels' }],
] as const;

it.each(modes)('[phantom] thread and channel mode; the permission list checked per mode: %s', async (mode, list) => {
  const world = await createWorld({ ...phantom, channelKind: mode });
  const problems = async (): Promise<string> => (await fetch(world.app().url ?? '')).text();
  const type = { 'private-thread': 12, 'private-channel': 0 }[mode];
  const parent = world.simulator.world.state.channels.get(world.parent[mode])!;
  const made = world.simulator.world.state.channels.get(await opensTicket(world));
  expect(made).toMatchObject({ type, parentId: parent.id });
  for (const [name, label] of Object.entries(list)) {
    const deny = permissionFlags[name as PermissionName];
    putOverwrite(world.simulator.world, null, parent, { id: world.app().bot, type: 'member', allow: 0n, deny });
    await world.advance(10_000);
    expect(await problems()).toContain(`→ Permissions → add my role → allow ${label}.`);
  }
});

describe.each(channelKinds)('in a %s', (channelKind) => {
  const place = { ...phantom, channelKind };

  it('[phantom] context card with member, join date, ping; greeting only if set; ✅ on success only', async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    const [card] = world.tess.reads(channel);
    expect(card?.mentionRoles).toEqual([world.staffRole]);
    expect(JSON.stringify(card?.embeds)).toContain(`"value":"<@${world.ada.id}>"`);
    expect(JSON.stringify(card?.embeds)).toMatch(/"name":"Joined","value":"<t:\d+:R>"/);
    expect(world.dmTexts(world.ada)).toEqual(['help']);
    expect(reactions(world.ada.readsDms()[0]!)).toEqual(['✅']);

    await closes(world, channel);
    await changes(world, 'greeting=Welcome! Somebody comes soon.');
    await world.advance(cooldown);
    await opensTicket(world);
    expect(world.dmTexts(world.ada).at(-1)).toBe('Welcome! Somebody comes soon.');

    await closes(world, world.ticketChannel());
    await world.olga.deletesChannel(world.parent[channelKind]);
    await world.advance(cooldown);
    const lost = await world.ada.dms('hello?');
    await world.settle();
    expect(marksOnDm(world, lost)).toEqual([]);
  });

  it('[phantom] second DM → same ticket, no second ping', async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    await world.ada.dms('and one more thing');
    await world.settle();
    expect(world.ticketChannels()).toEqual([channel]);
    expect(world.texts(channel).slice(-2)).toEqual(['help', 'and one more thing']);
    expect(pings(world, channel)).toBe(1);
  });

  it("[phantom] member's name and avatar on copies; anonymous on → bot only; off → name prefix; staff side shows staff in both", async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    const copy = world.sam.reads(channel).at(-1)!;
    expect(shown(copy)).toEqual({ name: 'Ada Lovelace', text: 'help' });
    expect(copy.face?.avatarUrl).toMatch(/^https?:.*avatars/);

    await world.sam.types(channel, 'I am on it');
    await world.tess.runs('/reply', { text: 'so am I' }, channel);
    await world.settle();
    expect(world.dmTexts(world.ada)).toEqual(['help', 'I am on it', 'so am I']);
    expect(world.ada.readsDms().slice(1)).toSatisfy((answers: readonly Message[]) =>
      answers.every((one) => one.authorId === world.app().bot),
    );
    expect(shown(world.sam.reads(channel).at(-1)!)).toEqual({ name: 'Tess', text: 'so am I' });

    await changes(world, 'anonymousStaff=false');
    await world.sam.types(channel, 'done');
    await world.tess.runs('/reply', { text: 'indeed' }, channel);
    await world.settle();
    expect(world.dmTexts(world.ada).slice(-2)).toEqual(['**Sam:** done', '**Tess:** indeed']);
    expect(world.sam.reads(channel).at(-2)).toMatchObject({ authorId: world.sam.id, content: 'done' });
    expect(shown(world.sam.reads(channel).at(-1)!)).toEqual({ name: 'Tess', text: 'indeed' });
  });

  it('[phantom] close by command; DM with and without reason; locked+archived, or channel intact', async () => {
    const world = await createWorld(place);
    const first = await opensTicket(world);
    await closes(world, first);
    expect(world.dmTexts(world.ada).at(-1)).toMatch(/^Your conversation with \*\*Harbour Games\*\* was closed\./);
    await world.advance(cooldown);
    const second = await opensTicket(world);
    await closes(world, second, { reason: 'All solved' });
    expect(world.dmTexts(world.ada).at(-1)).toMatch(/was closed:\n> All solved/);
    for (const channel of [first, second]) {
      const { thread } = world.simulator.world.state.channels.get(channel)!;
      if (channelKind === 'private-channel') expect(thread).toBeNull();
      else expect(thread).toMatchObject({ locked: true, archived: true });
      expect(world.texts(channel)).toContain('help');
    }
  });

  it('[phantom] closed, a ticket is posted only with a transcript channel', async () => {
    const world = await createWorld(place);
    await changes(world, `logsChannel=${world.logs}`);
    await closes(world, await opensTicket(world));
    const posted = (): number => world.sam.reads(world.logs).filter((one) => one.content.includes('Transcript')).length;
    expect(posted()).toBe(0);
    await changes(world, `transcriptChannel=${world.logs}`);
    await world.advance(cooldown);
    await closes(world, await opensTicket(world));
    expect(posted()).toBe(1);
  });

  it('[phantom] close by inactivity', async () => {
    const world = await createWorld({ ...phantom, channelKind });
    await world.set('autoClose=2d');
    const channel = await opensTicket(world);
    await world.advance(24 * 60 * 60_000);
    await world.sam.types(channel, 'We are on it');
    await world.advance(47 * 60 * 60_000);
    expect(world.dmTexts(world.ada).join('\n')).not.toContain('was closed');
    await world.advance(60 * 60_000);
    expect(world.dmTexts(world.ada).at(-1)).toContain('was closed, since nobody wrote for a while');
    const { thread } = world.simulator.world.state.channels.get(channel)!;
    if (channelKind === 'private-channel') expect(thread).toBeNull();
    else expect(thread).toMatchObject({ locked: true, archived: true });
  });

  it('[phantom] claim, unclaim, block with and without user, unblock; a blocked member cannot open and gets no ✅', async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    const runs = async (command: string, options: Record<string, string> = {}, where = channel): Promise<string> => {
      const answered = await world.sam.runs(`/pmodmail ${command}`, options, where);
      await world.settle();
      return answered.message?.content ?? '';
    };
    expect(await runs('claim')).toBe('This ticket is yours now.');
    expect(await runs('unclaim')).toBe('This ticket is free again.');
    expect(await runs('block')).toContain('Blocked');
    expect(await runs('block', { user: world.ben.id })).toContain('Blocked');
    await closes(world, channel);
    await world.advance(cooldown);

    const dms = [await world.ada.dms('hello?'), await world.ben.dms('hi?')];
    await world.settle();
    expect(world.ticketChannels()).toEqual([channel]);
    expect(dms.map((dm, index) => marksOn([world.ada, world.ben][index]!, dm.channelId, dm))).toEqual([[], []]);
    expect(world.dmTexts(world.ben)).toEqual(['hi?']);

    for (const user of [world.ada.id, world.ben.id]) await runs('unblock', { user }, world.logs);
    const again = await world.ben.dms('hi again');
    await world.ada.dms('hello again');
    await world.settle();
    expect(world.ticketChannels()).toHaveLength(3);
    expect(marksOn(world.ben, again.channelId, again)).toEqual(['✅']);
  });

  it('[phantom] second ticket within 5 min refused', async () => {
    const world = await createWorld(place);
    await closes(world, await opensTicket(world));
    await world.advance(cooldown - 1000);
    const early = await world.ada.dms('too soon');
    await world.settle();
    expect(world.ticketChannels()).toHaveLength(1);
    expect(marksOnDm(world, early)).not.toContain('✅');
    expect(world.dmTexts(world.ada).at(-1)).toContain('You opened a conversation with **Harbour Games** a moment ago');
    await world.advance(1000);
    await opensTicket(world);
    expect(world.ticketChannels()).toHaveLength(2);
  });

  it('[phantom] 11th message in a minute gets ⏱️ and is held, both sides; a message a minute later passes', async () => {
    const world = await createWorld(place);
    const dms: Message[] = [];
    for (const text of inOrder(1, 11)) dms.push(await world.ada.dms(text));
    await world.settle();
    const channel = world.ticketChannel();
    expect(ofThem(world.texts(channel))).toEqual(inOrder(1, 10));
    expect(marksOnDm(world, dms[9]!)).toEqual(['✅']);
    expect(marksOnDm(world, dms[10]!)).toEqual(['⏱️']);
    await world.advance(60_000);
    await world.ada.dms('message 12');
    await world.settle();
    expect(ofThem(world.texts(channel))).toEqual(inOrder(1, 12));
    expect(marksOnDm(world, dms[10]!)).toEqual(['✅']);

    const answers: Message[] = [];
    for (const text of inOrder(21, 31)) answers.push(await world.sam.types(channel, text));
    await world.settle();
    const received = (): readonly string[] => ofThem(world.dmTexts(world.ada)).slice(12);
    expect(received()).toEqual(inOrder(21, 30));
    expect(marksOn(world.sam, channel, answers[10]!)).toEqual(['⏱️']);
    await world.advance(60_000);
    await world.sam.types(channel, 'message 32');
    await world.settle();
    expect(received()).toEqual(inOrder(21, 32));
    expect(marksOn(world.sam, channel, answers[10]!)).toEqual([]);
  });

  it('[phantom] undeliverable → ❌ + one line', async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    world.ada.blocksTheBot();
    const answers = [await world.sam.types(channel, 'are you there?'), await world.sam.types(channel, 'hello?')];
    await world.settle();
    for (const answer of answers) expect(marksOn(world.sam, channel, answer)).toEqual(['❌']);
    expect(world.texts(channel).filter((text) => text.includes('Not delivered'))).toHaveLength(1);
    expect(world.dmTexts(world.ada)).toEqual(['help']);
  });
});
