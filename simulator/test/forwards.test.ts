import type { API } from '@discordjs/core';
import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, refusal } from './client.ts';
import { handClock, type HandClock } from './hand-clock.ts';
import { library, type Library } from './library.ts';

let clock: HandClock;
let here: Library;
let api: API;

beforeEach(async () => {
  clock = handClock();
  here = await library({ clock });
  api = clientOf(here);
});
afterEach(() => here.simulator.stop());

const day = 24 * 60 * 60 * 1000;
const file = { name: 'a.txt', data: Buffer.from('text') };

const reference = (message: APIMessage) => ({
  type: 1 as const,
  message_id: message.id,
  channel_id: message.channel_id,
});
const forward = (message: APIMessage, more: object = {}) =>
  api.channels.createMessage(here.desk, { message_reference: reference(message), ...more });
const inside = (message: APIMessage) => message.message_snapshots?.[0]?.message;
const post = (content: string) => api.channels.createMessage(here.general, { content, files: [file] });

describe('a forward', () => {
  test('is empty outside and holds the message inside, without its author', async () => {
    const forwarded = await forward(await post('look at this'));
    expect(forwarded).toMatchObject({ type: 0, content: '', attachments: [], embeds: [], flags: 1 << 14 });
    expect(forwarded).not.toHaveProperty('referenced_message');
    expect(inside(forwarded)).toMatchObject({ type: 0, content: 'look at this', attachments: [{ size: 4 }] });
    expect(Object.keys(inside(forwarded) ?? {})).not.toContain('author');
  });

  test.each([
    ['text', { content: 'see' }],
    ['a file', { files: [file] }],
    ['an embed', { embeds: [{ title: 'see' }] }],
  ])('has no %s of its own', async (_, more) => {
    const refused = await refusal(forward(await post('look'), more));
    expect(refused).toEqual({
      status: 400,
      code: 50035,
      fields: ['message_reference FORWARD_CONTAINS_UNSUPPORTED_CONTENT'],
    });
  });

  test('names the channel of its message', async () => {
    const { id } = await post('look');
    const nameless = api.channels.createMessage(here.desk, { message_reference: { type: 1, message_id: id } });
    expect((await refusal(nameless)).fields).toEqual(['message_reference.channel_id NUMBER_TYPE_COERCE']);
  });

  test('stays as it was when the message changes, and of a forward shows what that one showed', async () => {
    const message = await post('first');
    const once = await forward(message);
    await api.channels.editMessage(here.general, message.id, { content: 'changed' });
    const twice = await forward(once);
    const again = await api.channels.getMessage(here.desk, once.id);
    expect([inside(again)?.content, inside(twice)?.content]).toEqual(['first', 'first']);
    expect(inside(twice)).not.toHaveProperty('message_snapshots');
  });

  test('is not made of polls, nor of lines that Discord writes', async () => {
    const poll = await api.channels.createMessage(here.general, {
      poll: { question: { text: 'Tea?' }, answers: [{ poll_media: { text: 'Yes' } }] },
    });
    expect((await refusal(forward(poll))).fields).toEqual(['message_reference MESSAGE_REFERENCE_CANNOT_FORWARD']);
    const pinned = await post('pin me');
    await api.channels.pinMessage(here.general, pinned.id);
    const [line] = await api.channels.getMessages(here.general, { limit: 1 });
    expect((await refusal(forward(line!))).code).toBe(50035);
  });

  test('is refused to a bot that could not read the message', async () => {
    const { id } = await here.ada.types('general', 'secret');
    here.application.intents.content = false;
    const secret = await api.channels.getMessage(here.general, id);
    expect(await refusal(forward(secret))).toMatchObject({ status: 403, code: 160014 });
  });
});

describe('links to files that were signed long ago', () => {
  test('are signed anew in a forward that is fetched again', async () => {
    const forwarded = await forward(await post('look'));
    clock.pass(day);
    expect((await fetch(inside(forwarded)!.attachments[0]!.url)).status).toBe(404);
    const again = await api.channels.getMessage(here.desk, forwarded.id);
    const fetched = await fetch(inside(again)!.attachments[0]!.url);
    expect([fetched.status, await fetched.text()]).toEqual([200, 'text']);
  });

  test('are signed anew inside embeds, also when they came without a signature', async () => {
    const { attachments } = await api.channels.createMessage(here.general, { files: [{ ...file, name: 'ä b.png' }] });
    const old = attachments[0]!.url;
    clock.pass(day);
    const url = (link: string) => ({ image: { url: link }, footer: { text: 'x', icon_url: link } });
    const sent = await api.channels.createMessage(here.desk, {
      embeds: [url(old), url(old.split('?')[0]!), url('https://example.com/cdn/attachments/1/2/a.png')],
    });
    const shown = sent.embeds.flatMap(({ image, footer }) => [image?.url, footer?.icon_url]);
    const statuses = await Promise.all(shown.slice(0, 4).map(async (link) => (await fetch(link!)).status));
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(shown.slice(4)).toEqual(Array(2).fill('https://example.com/cdn/attachments/1/2/a.png'));
  });
});

test('a person may send larger files where the server is boosted, and nowhere else', async () => {
  const large = { files: [{ name: 'a.bin', bytes: new Uint8Array(10 * 1024 * 1024 + 1) }] };
  const guild = here.simulator.world.state.guilds.get(here.guild)!;
  guild.premiumTier = 1;
  await expect(here.ada.types('general', '', large)).rejects.toMatchObject({ status: 413, code: 40005 });
  guild.premiumTier = 2;
  await here.ada.types('general', '', large);
  await expect(here.ada.dms('', large)).rejects.toMatchObject({ status: 413, code: 40005 });
});
