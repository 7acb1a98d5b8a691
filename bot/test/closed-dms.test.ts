import { expect, it } from 'vitest';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { permissionFlags, type PermissionName } from '../../simulator/src/permissions.ts';
import { begin, button, mention, textsIn, threadsIn, withThread, writes, type Story } from './closed-dms.ts';
import { says } from './doors.ts';
import { createWorld, reactions, shown, type World } from './world.ts';

/** The marks on what Sam wrote. */
function marksOn({ world, channel }: Pick<Story, 'world' | 'channel'>, text: string): readonly string[] {
  return reactions(world.sam.reads(channel).find(({ content }) => content === text)!);
}

const hasButton = ({ world, channel }: Pick<Story, 'world' | 'channel'>): boolean =>
  JSON.stringify(world.sam.reads(channel).map(({ components }) => components)).includes('ticket:thread');

function deny(world: World, channel: string, of: 'bot' | '@everyone', ...names: readonly PermissionName[]): void {
  const bits = names.reduce((all, name) => all | permissionFlags[name], 0n);
  const id = of === 'bot' ? world.app().bot : world.guild;
  const who = { id, type: of === 'bot' ? 'member' : 'role', allow: 0n, deny: bits } as const;
  putOverwrite(world.simulator.world, null, world.simulator.world.state.channels.get(channel)!, who);
}

it('answers go where the member wrote last; a DM that is closed again gives way to the thread', async () => {
  const story = await withThread();
  const { world, channel, thread } = story;
  world.ada.unblocksTheBot();
  await world.ada.dms('from my DM');
  await world.settle();
  expect(world.sam.reads(channel).map((one) => shown(one).text)).toContain('from my DM');
  await world.sam.types(channel, 'to the DM');
  await world.settle();
  expect(world.dmTexts(world.ada)).toEqual(['help', 'from my DM', 'to the DM']);

  world.ada.blocksTheBot();
  const copy = world.sam.reads(channel).find((one) => shown(one).text === 'from my DM')!;
  await world.sam.types(channel, 'to the thread', { replyTo: copy.id });
  await world.settle();
  expect(world.ada.reads(thread).at(-1)).toMatchObject({ content: 'to the thread', reference: null });
  expect(marksOn(story, 'to the thread')).toEqual([]);
});

it('when the thread is deleted, answers go to the DM again; where that is closed, another thread can be opened', async () => {
  const story = await withThread();
  const { world, channel, thread } = story;
  await world.olga.deletesChannel(thread);
  await world.settle();
  await world.advance(6 * 60_000);
  await world.sam.types(channel, 'and now?');
  await world.settle();
  expect(marksOn(story, 'and now?')).toEqual(['❌']);
  await world.sam.clicks(button, { channel });
  await world.settle();
  const [second] = threadsIn(story);
  expect(textsIn(world.ada, second!).slice(1)).toEqual(['and now?']);
  expect(marksOn(story, 'and now?')).toEqual([]);
});

it('a thread that was deleted while the bot was away is no place any more', async () => {
  const { world, channel, thread } = await withThread();
  await world.stopBot();
  await world.olga.deletesChannel(thread);
  world.simulator.faults.dropGateway({ resumable: false });
  await world.startBot();
  world.ada.unblocksTheBot();
  await world.sam.types(channel, 'are you still there?');
  await world.settle();
  expect(world.dmTexts(world.ada).at(-1)).toBe('are you still there?');
});

it('to whoever leaves the server nothing is delivered any more', async () => {
  const story = await withThread();
  const { world, channel } = story;
  world.ada.leaves(world.guild);
  await world.settle();
  await world.sam.types(channel, 'come back!');
  await world.settle();
  expect(marksOn(story, 'come back!')).toEqual(['❌']);
  expect(world.texts(channel).some((text) => text.includes('the member has left the server'))).toBe(true);
});

it.each([
  ['the thread is made', 'threads', 1],
  ['its first message is posted', 'messages', 1],
  ['the first of two answers is posted', 'messages', 2],
  ['the second answer is posted', 'messages', 3],
])('stopped right after %s, the bot goes on from there: everything stands there once', async (_, what, nth) => {
  let left = Infinity;
  // Discord acts, and the bot does not learn of it before it is stopped for a quarter of an hour.
  const lose = (world: World, channel: string): void =>
    world.simulator.faults.fail({
      method: 'POST',
      path: new RegExp(`/channels/(?!${channel})\\d+/${what}$`),
      when: 'after',
      status: 502,
      times: 1,
    });
  const story = await begin({
    observe(there, { method, path }) {
      if (method === 'POST' && path.endsWith(what) && (left -= 1) === 1) lose(there, there.ticketChannel());
    },
  });
  const { world, channel } = story;
  for (const text of ['are you there?', 'hello?']) await says(world, channel, text);
  await world.settle();
  left = nth;
  if (nth === 1) lose(world, channel);
  await world.sam.clicks(button, { channel });
  await world.settle();
  await world.stopBot();
  await world.advance(15 * 60_000);
  await world.startBot();
  await world.advance(60_000);
  expect(threadsIn(story)).toHaveLength(1);
  const [first, ...answers] = textsIn(world.ada, threadsIn(story)[0]!);
  expect(first).toContain('would like to answer you');
  expect(answers).toEqual(['are you there?', 'hello?']);
  expect(marksOn(story, 'are you there?')).toEqual([]);
});

it.each([
  [
    'the bot lacks a permission there',
    (there: Story) => deny(there.world, there.lobby, 'bot', 'sendMessagesInThreads'),
    'I lack: Send Messages in Threads',
  ],
  [
    'the member cannot see the channel',
    (there: Story) => {
      deny(there.world, there.lobby, '@everyone', 'viewChannel');
      const place = there.world.simulator.world.state.channels.get(there.lobby)!;
      place.overwrites.set(there.world.app().bot, {
        id: there.world.app().bot,
        type: 'member',
        allow: permissionFlags.viewChannel,
        deny: 0n,
      });
    },
    'they lack View Channels',
  ],
  ['the channel is gone', (there: Story) => there.world.olga.deletesChannel(there.lobby), 'is gone or hidden from me'],
  [
    'Discord refuses it',
    (there: Story) =>
      there.world.simulator.faults.fail({
        method: 'POST',
        path: /\/threads$/,
        when: 'before',
        status: 403,
        code: 50013,
      }),
    'Discord refused a private thread',
  ],
  [
    'the server is full of threads',
    (there: Story) =>
      there.world.simulator.faults.fail({
        method: 'POST',
        path: /\/threads$/,
        when: 'before',
        status: 400,
        code: 160006,
      }),
    'as many active threads as Discord allows',
  ],
  [
    'its first message is refused',
    (there: Story) =>
      there.world.simulator.faults.fail({
        method: 'POST',
        path: new RegExp(`/channels/(?!${there.channel})\\d+/messages$`),
        when: 'before',
        status: 403,
        code: 50013,
      }),
    'Discord refused a private thread',
  ],
  ['the member has left', (there: Story) => there.world.ada.leaves(there.world.guild), 'not in this server any more'],
  [
    'the setting was taken back',
    async (there: Story) => {
      await there.world.set('fallbackChannel=none');
      await there.world.advance(2000);
    },
    'There is no channel for it any more',
  ],
])(
  'where no thread can be opened, whoever wanted it reads why, and nothing is left half-made: %s',
  async (_, hinder, why) => {
    const story = await begin();
    const { world, channel } = story;
    await world.sam.types(channel, 'hello?');
    await world.settle();
    await hinder(story);
    const pressed = await world.sam.clicks(button, { channel });
    await world.settle();
    expect(pressed.message?.content).toContain(why);
    expect(pressed.message?.onlyFor).toBe(world.sam.id);
    expect(threadsIn(story)).toEqual([]);
    expect(marksOn(story, 'hello?')).toEqual(['❌']);
  },
);

it('pressing the button again leads to the thread that is there, and sends nothing twice', async () => {
  const story = await withThread();
  const { world, channel, thread } = story;
  const pressed = await world.tess.clicks(button, { channel });
  await world.settle();
  expect(pressed.message?.content).toContain(`There is a private thread with the member already: https://`);
  expect(threadsIn(story)).toEqual([thread]);
  expect(textsIn(world.ada, thread)).toHaveLength(3);
});

it('only those who may answer can open one', async () => {
  const story = await begin({ settings: ['claimExclusive=true'] });
  const { world, channel } = story;
  await world.sam.runs('/ticket claim', {}, channel);
  await world.sam.types(channel, 'hello?');
  await world.settle();
  const pressed = await world.tess.clicks(button, { channel });
  await world.settle();
  expect(pressed.message?.content).toBe('You may not do this.');
  expect(threadsIn(story)).toEqual([]);
});

it.each([
  ['there is no channel for it', ['fallbackChannel=none']],
  ['the member is anonymous', ['anonymousMembers=always']],
])('nothing is offered where %s', async (_, settings) => {
  const world = await createWorld({ settings });
  if (!settings[0]!.startsWith('fallback')) {
    const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
    await world.set(`fallbackChannel=${lobby}`);
    await world.advance(2000);
  }
  await world.ada.dms('help');
  await world.settle();
  world.ada.blocksTheBot();
  const channel = world.ticketChannel();
  await world.sam.types(channel, 'hello?');
  await world.settle();
  expect(marksOn({ world, channel }, 'hello?')).toEqual(['❌']);
  expect(hasButton({ world, channel })).toBe(false);
  if (!settings[0]!.startsWith('fallback')) return;
  // From the moment there is a channel for it, it is.
  await world.set(`fallbackChannel=${world.logs}`);
  await world.advance(2000);
  await world.sam.types(channel, 'hello again?');
  await world.settle();
  expect(hasButton({ world, channel })).toBe(true);
});

it('a greeting that cannot be delivered is a warning with the same button, and the ticket opens', async () => {
  const world = await createWorld({ settings: ['greeting=Hello!'] });
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  await world.set(`fallbackChannel=${lobby}`);
  await world.advance(2000);
  await world.ada.dms('help');
  world.ada.blocksTheBot();
  await world.settle();
  const channel = world.ticketChannel();
  expect(world.texts(channel).filter((text) => text.includes('⚠️ The member takes no direct messages'))).toHaveLength(
    1,
  );
  await world.sam.clicks(button, { channel });
  await world.settle();
  const [thread] = threadsIn({ world, channel, lobby });
  expect(textsIn(world.ada, thread!)).toHaveLength(1);
  await world.sam.types(channel, 'hello there');
  await world.settle();
  expect(textsIn(world.ada, thread!).at(-1)).toBe('hello there');
});

it('what the bot cannot read in the thread, it says so once', async () => {
  const { world, channel, thread } = await withThread({ intents: { content: false } });
  for (const text of ['can you read this?', 'and this?']) await world.ada.types(thread, text);
  await world.settle();
  const hints = textsIn(world.ada, thread).filter((text) => text.includes('I could not read that'));
  expect(hints).toHaveLength(1);
  await world.ada.types(thread, 'and now?', { replyTo: world.ada.reads(thread)[0]!.id });
  await writes(world, thread, 'and this way?');
  await world.settle();
  const texts = world.sam.reads(channel).map((one) => shown(one).text);
  expect(texts.filter((text) => text.includes('and now?'))).toHaveLength(1);
  expect(texts).toContain('and this way?');
  expect(texts.join()).not.toContain(mention(world, thread));
});

it('typing is shown on the other side, of the member only', async () => {
  const { world, channel, thread } = await withThread();
  const typings = (): readonly string[] =>
    world.simulator.exchanges.flatMap(({ path }) => /channels\/(\d+)\/typing$/.exec(path)?.[1] ?? []);
  await world.olga.startsTyping(thread);
  await world.settle();
  expect(typings()).toEqual([]);
  await world.ada.startsTyping(thread);
  await world.sam.startsTyping(channel);
  await world.settle();
  expect(typings().toSorted()).toEqual([channel, thread].toSorted());
});
