import { describe, expect, it } from 'vitest';
import { emptyContent } from '../src/tickets/notice.ts';
import { isThanks } from '../src/tickets/thanks.ts';
import { complete } from '../src/settings/complete.ts';
import { channelKinds, createWorld, reactions, shown, type World, type WorldOptions } from './world.ts';

const HOUR = 60 * 60_000;
const settings = complete({});
const asThanks = (text: string, own = settings): boolean => isThanks({ ...emptyContent, text }, own);

describe('a mere thank-you', () => {
  it.each([
    ...[
      'thanks',
      'Thanks!',
      'THANK YOU SO MUCH!!!',
      'thankssss :)',
      'ty <3',
      'ok, thanks guys',
      'great, thank you for your help',
    ],
    ...[
      'Thanks a lot, have a nice day!',
      'Danke schön',
      'vielen Dank für die Hilfe 🙏',
      'Merci beaucoup !',
      '¡Muchas gracias!',
    ],
    ...[
      'obrigada',
      'спасибо большое',
      'ありがとうございます！',
      '谢谢',
      '감사합니다',
      'شكرا',
      'dziękuję',
      'Teşekkürler.',
      'I appreciate it',
    ],
    ...['🙏', '❤️❤️❤️', '👍🏽', 'thanks 😊', 'ok 👍'],
  ])('%s', (text) => expect(asThanks(text)).toBe(true));

  it.each([
    ...['', ' ', 'ok', 'great', 'hello', 'bye', 'thanks?', 'thanks, but it still does not work', 'thank you but why'],
    ...[
      'thanks for nothing',
      'no thanks',
      'thanks https://example.org',
      'thanks <@123456789012345678>',
      'thanks <:x:123456789012345678>',
    ],
    ...[
      'thanks help',
      'thanks 2',
      '😡',
      'thanks 😡',
      '🤷‍♀️',
      '¿gracias?',
      'شكرا؟',
      'merci mais',
      '`thanks`',
      'please',
      'no',
    ],
    'thank you so much so much so much so much so much so much so much',
  ])('is not: %s', (text) => expect(asThanks(text)).toBe(false));

  it('carries nothing along', () => {
    const content = { ...emptyContent, text: 'thanks' };
    const things = { id: '1', name: 'a', url: null };
    expect(isThanks({ ...content, stickers: [things] }, settings)).toBe(false);
    expect(isThanks({ ...content, poll: { question: 'Really', answers: [] } }, settings)).toBe(false);
    expect(isThanks({ ...content, forwarded: emptyContent }, settings)).toBe(false);
    expect(isThanks({ ...content, unknown: ['message 99'] }, settings)).toBe(false);
  });

  it('is what the server says it is, and as short as it wants', () => {
    const own = { ...settings, lateThanksWords: 'Tak skal du have, 🍻, cheers mate' };
    expect(asThanks('cheers mate', own)).toBe(true);
    expect(asThanks('🍻', own)).toBe(true);
    expect(asThanks('thanks', own)).toBe(false);
    expect(asThanks('thank you all', { ...settings, lateThanksLength: 10 })).toBe(false);
    expect(asThanks('thanks', { ...settings, lateThanksLength: 0 })).toBe(false);
  });
});

async function closed(options: WorldOptions = {}): Promise<{ world: World; channel: string }> {
  const world = await createWorld({ ...options, settings: ['lateThanks=24h', ...(options.settings ?? [])] });
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  await world.sam.runs('/close', {}, channel);
  await world.settle();
  return { world, channel };
}

async function writes(world: World, text: string): Promise<readonly string[]> {
  const { id } = await world.ada.dms(text);
  await world.settle();
  return reactions(world.ada.readsDms().find((one) => one.id === id)!);
}

describe.each(channelKinds)('after a ticket in a %s', (channelKind) => {
  it('it opens no new one, gets a ❤️, and stands in the logs and in the history; nothing is unarchived', async () => {
    const { world, channel } = await closed({ channelKind });
    expect(await writes(world, 'Thank you!')).toEqual(['❤️']);
    expect(world.ticketChannels()).toEqual([channel]);
    expect(world.texts(world.logs).at(-1)).toBe('❤️ Ada Lovelace said after ticket 1:\n> Thank you!');
    const isThread = channelKind !== 'private-channel';
    if (isThread)
      expect(world.simulator.world.state.channels.get(channel)?.thread).toMatchObject({ archived: true, locked: true });
    else expect(shown(world.sam.reads(channel).at(-1)!)).toEqual({ name: 'Ada Lovelace', text: 'Thank you!' });
    await world.sam.runs('/reopen', {}, channel);
    await world.advance(1000);
    await world.sam.runs('/close', {}, channel);
    await world.settle();
    const file = world.sam
      .reads(world.logs)
      .flatMap((message) => message.attachments)
      .at(-1)!;
    const transcript = Buffer.from(world.simulator.world.state.uploads.get(file.id)!.bytes).toString();
    expect(transcript).toMatch(/Ada Lovelace:\n\s+Thank you!\n[^]*Sam opened this ticket again/);
  });

  it('anything else is a new ticket', async () => {
    const { world, channel } = await closed({ channelKind });
    expect(await writes(world, 'Thank you, but it came back')).toEqual(['✅']);
    expect(world.ticketChannel()).not.toBe(channel);
  });
});

it('it counts for so long and no longer, and not without the setting', async () => {
  const { world } = await closed();
  await world.advance(24 * HOUR);
  expect(await writes(world, 'thx')).toEqual(['❤️']);
  await world.advance(1);
  expect(await writes(world, 'thx')).toEqual(['✅']);
  const off = await closed();
  await off.world.set('lateThanks=off');
  await off.world.advance(1000);
  expect(await writes(off.world, 'thx')).toEqual(['✅']);
  expect(off.world.ticketChannels()).toHaveLength(2);
});

it('the cooldown does not refuse it, and nobody is asked for a server because of it', async () => {
  const { world } = await closed({ settings: ['limits.openCooldown=5m'] });
  expect(await writes(world, 'thanks!')).toEqual(['❤️']);
  await world.addServer('Chess Club');
  await world.advance(HOUR);
  expect(await writes(world, 'thanks again')).toEqual(['❤️']);
  expect(world.dmTexts(world.ada).join('\n')).not.toContain('Which server');
  await world.ada.dms('something else');
  await world.ada.dms('thanks');
  await world.settle();
  await world.ada.selects(['Harbour Games'], {});
  await world.settle();
  expect(world.texts(world.ticketChannel()).slice(-2)).toEqual(['something else', 'thanks']);
});

it('it is taken once, also when the bot was away as it was written', async () => {
  const { world, channel } = await closed();
  await world.stopBot();
  await world.ada.dms('thanks');
  await world.startBot();
  await world.stopBot();
  await world.startBot();
  expect(world.ticketChannels()).toEqual([channel]);
  expect(world.texts(world.logs).filter((text) => text.includes('said after'))).toHaveLength(1);
});

it('in an open ticket it is a message like any other, and a ticket whose channel is gone takes none', async () => {
  const { world } = await closed();
  await world.ada.dms('one more question');
  expect(await writes(world, 'thanks')).toEqual(['✅']);
  await world.olga.deletesChannel(world.ticketChannel());
  await world.settle();
  expect(await writes(world, 'thanks')).toEqual(['✅']);
});

it('of an anonymous ticket the logs say the alias', async () => {
  const { world } = await closed({ settings: ['anonymousMembers=always'] });
  expect(await writes(world, 'thanks')).toEqual(['❤️']);
  expect(world.texts(world.logs).at(-1)).toContain('said after ticket 1');
  expect(world.texts(world.logs).join('\n')).not.toMatch(/ada/i);
});
