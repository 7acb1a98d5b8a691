import { describe, expect, it } from 'vitest';
import type { Message } from '../../simulator/src/state.ts';
import { channelKinds, createWorld, reactions, shown, type World } from './world.ts';

/** A server whose people come from SupportMail: it has set the preset and ids, and nothing else. */
const supportmail = { preset: 'supportmail' } as const;

async function opensTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

/** As a manager does; it is seen within a minute. */
async function changes(world: World, ...assignments: string[]): Promise<void> {
  await world.set(...assignments);
  await world.advance(60_000);
}

const received = (world: World): readonly string[] =>
  world.ada
    .readsDms()
    .filter((message) => message.authorId === world.app().bot)
    .map((message) => message.content);

const sentTo = (world: World): readonly string[] =>
  received(world).filter((text) => !text.startsWith('Message sent') && !text.includes('was closed'));

const marksOnDms = (world: World): readonly (readonly string[])[] =>
  world.ada
    .readsDms()
    .filter((message) => message.authorId === world.ada.id)
    .map(reactions);

async function sends(
  world: World,
  options: Readonly<Record<string, string | boolean>>,
  channel: string,
): Promise<Message | null> {
  const answered = await world.sam.runs('/send', options, channel);
  await world.settle();
  return answered.message;
}

it('[supportmail] forum post with details and first message; member reads "message sent"; no transcript file', async () => {
  const world = await createWorld(supportmail);
  await changes(world, `logsChannel=${world.logs}`);
  await world.ada.dms('help');
  await world.ada.dms('and one more thing');
  await world.settle();
  const channel = world.ticketChannel();
  expect(world.simulator.world.state.channels.get(channel)).toMatchObject({
    name: 'ada',
    type: 11,
    parentId: world.parent['forum-post'],
  });
  const [card, first] = world.sam.reads(channel);
  expect(JSON.stringify(card?.embeds)).toContain(`"value":"<@${world.ada.id}>"`);
  expect(shown(first!)).toEqual({ name: 'Ada Lovelace', text: 'help' });
  expect(received(world)).toEqual(['Message sent to **Harbour Games**.']);
  expect(marksOnDms(world)).toEqual([[], ['✅']]);

  await world.sam.runs('/close', {}, channel);
  await world.settle();
  expect(world.sam.reads(world.logs).flatMap((message) => message.attachments)).toEqual([]);
  expect(world.simulator.world.state.channels.get(channel)?.thread).toMatchObject({ locked: true, archived: true });
});

it('[supportmail] what was not passed on is not said to be sent', async () => {
  const world = await createWorld(supportmail);
  await world.olga.deletesChannel(world.parent['forum-post']);
  await world.ada.dms('help');
  await world.settle();
  expect(received(world)).toEqual([expect.stringContaining('could not be passed on')]);
  expect(marksOnDms(world)).toEqual([[]]);
});

describe.each(channelKinds)('in a %s', (channelKind) => {
  const place = { ...supportmail, channelKind };

  it('[supportmail] auto-relay on by default; off → only `/send`, `-r`, mention; trigger stripped', async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    await world.sam.types(channel, 'typed');
    await world.settle();
    expect(sentTo(world)).toEqual(['**Sam:** typed']);

    await changes(world, 'staffMessages=are-internal');
    await world.sam.types(channel, 'among ourselves');
    await world.sam.types(channel, '-really among ourselves');
    await world.sam.types(channel, '-r flagged');
    await world.sam.types(channel, `<@${world.app().bot}> mentioned`);
    await world.settle();
    await sends(world, { message: 'sent' }, channel);
    expect(sentTo(world).slice(1)).toEqual(['**Sam:** flagged', '**Sam:** mentioned', '**Sam:** sent']);
  });

  it('[supportmail] `/send` in a ticket, shown there as the staff member; its copy is not relayed again', async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    const answered = await sends(world, { message: 'Hello Ada' }, channel);
    expect(answered?.content).toBe('Sent.');
    expect(shown(world.tess.reads(channel).at(-1)!)).toEqual({ name: 'Sam', text: 'Hello Ada' });
    await sends(world, { user: world.ada.id, message: 'Hello again' }, channel);
    expect(sentTo(world)).toEqual(['**Sam:** Hello Ada', '**Sam:** Hello again']);
    await world.stopBot();
    await world.startBot();
    expect(sentTo(world)).toHaveLength(2);
  });

  it('[supportmail] `/send` without message (modal), and anonymous', async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    for (const [options, text] of [
      [{}, 'from a form'],
      [{ 'anonym-override': true }, 'from nobody'],
      [{ 'anonym-override': false }, 'from somebody'],
    ] as const) {
      expect((await world.sam.runs('/send', options, channel)).modal).not.toBeNull();
      await world.sam.submits({ text });
      await world.settle();
    }
    await sends(world, { message: 'nor this', 'anonym-override': true }, channel);
    expect(sentTo(world)).toEqual(['**Sam:** from a form', 'from nobody', '**Sam:** from somebody', 'nor this']);
    expect(shown(world.tess.reads(channel).at(-1)!)).toEqual({ name: 'Sam', text: 'nor this' });

    await changes(world, 'anonymousStaff=true');
    await sends(world, { message: 'as the server has it', 'anonym-override': false }, channel);
    expect(sentTo(world).at(-1)).toBe('as the server has it');
  });

  it('[supportmail] `/send` to closed DMs (error)', async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    world.ada.closesDms();
    const answered = await sends(world, { message: 'Hello?' }, channel);
    expect(answered?.content).toBe('❌ Not delivered; why stands in the ticket.');
    expect(world.texts(channel).join('\n')).toMatch(/Hello\?\n-# ❌ not delivered\n.*takes no direct messages/);
    expect(sentTo(world)).toEqual([]);
  });

  it('[supportmail] staff reply to a message appears as a reply in the DM', async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    await world.ada.dms('a second question');
    await world.settle();
    const copy = world.sam.reads(channel).find((message) => shown(message).text === 'help')!;
    await world.sam.types(channel, 'to the first', { replyTo: copy.id });
    await world.settle();
    const answer = world.ada.readsDms().at(-1)!;
    expect(answer.content).toBe('**Sam:** to the first');
    expect(answer.reference?.messageId).toBe(world.ada.readsDms()[0]!.id);
  });

  it('[supportmail] `/close` silent; with comment; with share-comment false', async () => {
    const world = await createWorld(place);
    const heard = async (options: Readonly<Record<string, string | boolean>>): Promise<readonly string[]> => {
      const before = received(world).length;
      await world.sam.runs('/close', options, await opensTicket(world));
      await world.settle();
      return received(world)
        .slice(before)
        .filter((text) => !text.startsWith('Message sent'));
    };
    expect(await heard({})).toEqual([]);
    expect(await heard({ comment: 'All solved' })).toEqual([expect.stringContaining('> All solved')]);
    expect(await heard({ comment: 'Spam', 'share-comment': false })).toEqual([]);
    const told = await heard({ comment: 'Spam', 'share-comment': false, notify: true });
    expect(told).toEqual([expect.stringMatching(/was closed\.(?![^]*Spam)/)]);
  });
});

describe.each(channelKinds)('in a %s', (channelKind) => {
  const place = { ...supportmail, channelKind };

  it('[supportmail] `/close` with feedback', async () => {
    const world = await createWorld(place);
    await changes(world, 'feedback=true');
    const channel = await opensTicket(world);
    await world.sam.runs('/close', {}, channel);
    await world.settle();
    expect(received(world).at(-1)).toMatch(/was closed\.[^]*How was it\?/);
    await world.ada.clicks('4', {});
    await world.settle();
    expect(received(world).at(-1)).toContain('You gave ★★★★☆');
  });

  it('[supportmail] reopen', async () => {
    const world = await createWorld(place);
    const channel = await opensTicket(world);
    await world.sam.runs('/close', {}, channel);
    await world.settle();
    const answered = await world.sam.runs('/reopen', { notify: true }, channel);
    await world.settle();
    expect(answered.message?.content).toBe('This ticket is open again.');
    expect(received(world).at(-1)).toContain('is open again');
    await world.ada.dms('one more thing');
    await world.settle();
    expect(world.texts(channel).at(-1)).toBe('one more thing');
    expect(world.ticketChannels()).toEqual([channel]);
  });
});

describe('[supportmail] `/send` outside of a ticket', () => {
  it('[supportmail] goes to the named user as a plain DM, in the name of the server', async () => {
    const world = await createWorld(supportmail);
    const answered = await sends(world, { user: world.ada.id, message: 'Please read the rules' }, world.logs);
    expect(answered?.content).toBe('Sent.');
    expect(received(world)).toEqual(['-# Harbour Games\nPlease read the rules']);
    expect(world.ticketChannels()).toEqual([]);
    await world.ada.dms('which rules?');
    await world.settle();
    expect(world.texts(world.ticketChannel()).at(-1)).toBe('which rules?');
  });

  it('[supportmail] a long text crosses whole, in parts that Discord takes, and pings nobody', async () => {
    const world = await createWorld(supportmail);
    await world.sam.runs('/send', { user: world.ada.id }, world.logs);
    const text = `@everyone ${'word '.repeat(780)}end`;
    await world.sam.submits({ text });
    await world.settle();
    expect(received(world).join(' ').replace(/\s+/g, ' ')).toBe(`-# Harbour Games ${text}`);
    expect(received(world).length).toBeGreaterThan(1);
    expect(world.ada.readsDms().some((message) => message.mentionEveryone)).toBe(false);
  });

  it('[supportmail] to closed DMs the one who sent it reads the error', async () => {
    const world = await createWorld(supportmail);
    world.ada.closesDms();
    const answered = await sends(world, { user: world.ada.id, message: 'Hello?' }, world.logs);
    expect(answered?.content).toContain('❌ Not delivered: the member takes no direct messages');
  });

  it('[supportmail] says what is wrong when it cannot be sent, and sends nothing', async () => {
    const world = await createWorld(supportmail);
    const says = async (options: Readonly<Record<string, string>>, where = world.logs): Promise<string | undefined> =>
      (await sends(world, options, where))?.content;
    expect(await says({ message: 'Hello' })).toBe('Outside of a ticket, name the user to whom it goes.');
    expect(await says({})).toBe('Outside of a ticket, name the user to whom it goes.');
    expect(await says({ user: world.ada.id, message: '   ' })).toBe('There is nothing to send: write a text.');
    expect(await says({ user: world.app().bot, message: 'Hello' })).toBe('Bots cannot open tickets anyway.');
    world.ada.leaves(world.guild);
    expect(await says({ user: world.ada.id, message: 'Hello' })).toBe('This person is not in the server.');
    await world.ben.dms('help');
    await world.settle();
    const channel = world.ticketChannel();
    expect(await says({ user: world.tess.id, message: 'Hello' }, channel)).toContain(
      'In a ticket this goes to its member',
    );
    expect(await says({ user: world.tess.id }, channel)).toContain('In a ticket this goes to its member');
    expect(world.dmTexts(world.tess)).toEqual([]);
    expect(world.dmTexts(world.ben)).toEqual(['help', 'Message sent to **Harbour Games**.']);
  });

  it('[supportmail] is for staff', async () => {
    const world = await createWorld(supportmail);
    const open = world.simulator.seed.channel(world.guild, { name: 'general', type: 0 }).id;
    const answered = await world.ben.runs('/send', { user: world.ada.id, message: 'Hello' }, open);
    await world.settle();
    expect(answered.message?.content).toBe('You may not do this.');
    expect(received(world)).toEqual([]);
  });
});
