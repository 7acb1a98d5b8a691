import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWebhook } from '../src/acts/webhooks.ts';
import { deleteMessage, deleteMessages } from '../src/acts/delete-message.ts';
import { editMessage } from '../src/acts/edit-message.ts';
import { readAllowedMentions } from '../src/acts/mentions.ts';
import { pin } from '../src/acts/pin.ts';
import { postMessage, type Draft } from '../src/acts/post-message.ts';
import { unfurl } from '../src/acts/unfurl.ts';
import type { Author } from '../src/acts/author.ts';
import { identified, leaveNobodyConnected, type GatewayClient } from './gateway-client.ts';
import { handClock, type HandClock } from './hand-clock.ts';
import { library, type Library } from './library.ts';

afterEach(leaveNobodyConnected);

let clock: HandClock;
let here: Library;
let client: GatewayClient;
let bot: Author;

beforeEach(async () => {
  clock = handClock();
  here = await library({ clock });
  client = await identified(here);
  bot = { as: 'account', userId: here.application.userId };
});

function post(draft: Partial<Draft>) {
  return postMessage(here.simulator.world, { channelId: here.general, by: bot, ...draft });
}

describe('a nonce', () => {
  const sent = { content: 'once', nonce: 'n1', enforceNonce: true };

  test('brings back the author’s message, in whatever channel, and nobody hears it again', async () => {
    const first = post(sent);
    expect(post(sent).id).toBe(first.id);
    expect(post({ ...sent, channelId: here.desk }).id).toBe(first.id);
    expect(post({ ...sent, enforceNonce: false }).id).not.toBe(first.id);
    expect(post({ ...sent, nonce: 'n2' }).id).not.toBe(first.id);
    expect((await client.next('MESSAGE_CREATE')).d).toMatchObject({ id: first.id, nonce: 'n1' });
    await client.next('MESSAGE_CREATE');
    await client.next('MESSAGE_CREATE');
    expect(client.events().filter((name) => name === 'MESSAGE_CREATE')).toHaveLength(3);
  });

  test('is forgotten after five minutes, and is each author’s own', async () => {
    const first = post(sent);
    const adas = post({ ...sent, by: { as: 'account', userId: here.ada.id } });
    expect(adas.id).not.toBe(first.id);
    clock.pass(5 * 60_000 - 1);
    expect(post(sent).id).toBe(first.id);
    clock.pass(1);
    expect(post(sent).id).not.toBe(first.id);
    expect(here.simulator.world.state.nonces.size).toBe(1);
  });

  test('does not bring back a message that was deleted', () => {
    deleteMessage(here.simulator.world, bot, post(sent));
    expect(() => post(sent)).toThrow(expect.objectContaining({ status: 404, code: 10008 }));
  });
});

describe('a text pings', () => {
  const text = () => `@everyone <@${here.ada.id}> <@&${here.staffRole}> <@${here.ada.id}>`;
  const pings = (draft: Partial<Draft>) => {
    const { mentions, mentionRoles, mentionEveryone } = post({ content: text(), ...draft });
    return { mentions, mentionRoles, mentionEveryone };
  };
  const all = () => ({ mentions: [here.ada.id], mentionRoles: [here.staffRole], mentionEveryone: true });
  const people = () => ({ mentions: [here.ada.id], mentionRoles: [], mentionEveryone: false });

  test('all it names when an account that may writes it, and only people when one may not', () => {
    expect(pings({})).toEqual(all());
    expect(pings({ by: { as: 'account', userId: here.sam.id } })).toEqual(people());
  });

  test('only people by a webhook, unless it says more', () => {
    const webhook = createWebhook(here.simulator.world, here.application.userId, here.general, { name: 'hook' });
    const by = { as: 'webhook', webhook, face: null } as const;
    expect(pings({ by })).toEqual(people());
    const parse = ['users', 'roles', 'everyone'];
    expect(pings({ by, allowedMentions: readAllowedMentions({ parse }) })).toEqual(all());
  });

  test('nobody, or just the listed, when it says so', () => {
    const none = { mentions: [], mentionRoles: [], mentionEveryone: false };
    expect(pings({ allowedMentions: readAllowedMentions({ parse: [] }) })).toEqual(none);
    expect(pings({ allowedMentions: readAllowedMentions({ roles: [here.staffRole] }) })).toEqual({
      ...none,
      mentionRoles: [here.staffRole],
    });
    expect(pings({ allowedMentions: readAllowedMentions({ parse: ['roles'], users: [here.sam.id] }) })).toEqual({
      ...none,
      mentionRoles: [here.staffRole],
    });
  });

  test('nobody that it names in code', () => {
    const none = { mentions: [], mentionRoles: [], mentionEveryone: false };
    expect(pings({ content: `\`${text()}\`` })).toEqual(none);
    expect(pings({ content: `\`\`\`\n${text()}\n\`\`\` <@${here.sam.id}>` })).toEqual({
      ...none,
      mentions: [here.sam.id],
    });
  });

  test('by the defaults again when it is edited without saying', () => {
    const message = post({ content: text(), allowedMentions: readAllowedMentions({ parse: [] }) });
    editMessage(here.simulator.world, bot, message, { content: `${text()}!` });
    expect(message).toMatchObject(all());
  });

  test('nobody when it contradicts itself or lists more than a hundred', () => {
    expect(() => readAllowedMentions({ parse: ['users'], users: ['1'] })).toThrow('Invalid Form Body');
    expect(readAllowedMentions({ parse: ['users'], users: [] })).toMatchObject({ parse: ['users'], users: [] });
    const ids = Array.from({ length: 101 }, (_, index) => String(index));
    expect(() => readAllowedMentions({ roles: ids })).toThrow('Invalid Form Body');
    expect(readAllowedMentions({ roles: ids.slice(1) }).roles).toHaveLength(100);
  });
});

describe('a bot hears of a message', () => {
  test('that was edited, and that Discord unfurled its link, which is no edit', async () => {
    const message = await here.ada.types('general', 'see https://example.org');
    unfurl(here.simulator.world, message, [{ type: 'link', url: 'https://example.org' }]);
    expect((await client.next('MESSAGE_UPDATE')).d).toMatchObject({
      edited_timestamp: null,
      embeds: [{ type: 'link' }],
    });
    clock.pass(1000);
    await here.ada.edits(message.id, 'see https://example.com');
    const edited = (await client.next('MESSAGE_UPDATE')).d;
    expect(edited).toMatchObject({ content: 'see https://example.com', edited_timestamp: expect.any(String) });
    clock.pass(1000);
    unfurl(here.simulator.world, message, [{ type: 'link', url: 'https://example.com' }]);
    expect((await client.next('MESSAGE_UPDATE')).d.edited_timestamp).toBe(edited.edited_timestamp);
  });

  test('that was pinned, which is no edit either, with a line in the channel', async () => {
    const message = await here.ada.types('general', 'keep this');
    pin(here.simulator.world, here.sam.id, message);
    expect((await client.next('MESSAGE_UPDATE')).d).toMatchObject({ pinned: true, edited_timestamp: null });
    expect((await client.next('CHANNEL_PINS_UPDATE')).d.channel_id).toBe(here.general);
    expect((await client.next(({ d }) => d.type === 6)).d).toMatchObject({
      author: { id: here.sam.id },
      message_reference: { message_id: message.id },
    });
  });

  test('that was deleted no more than its ids', async () => {
    const message = await here.ada.types('general', 'oops');
    await here.ada.deletes(message.id);
    expect((await client.next('MESSAGE_DELETE')).d).toEqual({
      id: message.id,
      channel_id: here.general,
      guild_id: here.guild,
    });
  });

  test('that many were deleted at once, but none older than two weeks', async () => {
    const { world } = here.simulator;
    const old = await here.ada.types('general', 'old');
    clock.pass(14 * 24 * 60 * 60_000 + 1);
    const ids = [(await here.ada.types('general', 'one')).id, (await here.ada.types('general', 'two')).id];
    expect(() => deleteMessages(world, here.sam.id, here.general, [old.id, ...ids])).toThrow(
      expect.objectContaining({ code: 50034 }),
    );
    deleteMessages(world, here.sam.id, here.general, ids);
    expect((await client.next('MESSAGE_DELETE_BULK')).d).toEqual({
      ids,
      channel_id: here.general,
      guild_id: here.guild,
    });
  });

  test('that answers one which is gone that there is nothing: null', async () => {
    const question = await here.ada.types('general', 'why?');
    const answer = post({ content: 'because', replyTo: { messageId: question.id } });
    await here.ada.deletes(question.id);
    editMessage(here.simulator.world, bot, answer, { content: 'because!' });
    const { d } = await client.next('MESSAGE_UPDATE');
    expect(d).toMatchObject({ type: 19, referenced_message: null, message_reference: { message_id: question.id } });
  });

  test('of a webhook without a member, with the name and picture of that one message', async () => {
    const { world } = here.simulator;
    const webhook = createWebhook(world, here.application.userId, here.general, {
      name: 'hook',
      applicationId: here.application.id,
    });
    const face = { name: 'Ada L.', avatarUrl: 'https://example.org/a.png' };
    post({ by: { as: 'webhook', webhook, face }, content: 'hi' });
    const { d } = await client.next('MESSAGE_CREATE');
    expect(d).toMatchObject({
      author: { id: webhook.id, username: 'Ada L.', bot: true, discriminator: '0000' },
      webhook_id: webhook.id,
      application_id: here.application.id,
      guild_id: here.guild,
    });
    expect(d).not.toHaveProperty('member');
  });

  test('of a person with their member, but not the user twice', async () => {
    await here.sam.types('general', `hi <@${here.ada.id}>`);
    const { d } = await client.next('MESSAGE_CREATE');
    expect(d).toMatchObject({
      member: { roles: [here.staffRole] },
      mentions: [{ id: here.ada.id, member: { roles: [] } }],
      guild_id: here.guild,
      channel_type: 0,
    });
    expect(d.member).not.toHaveProperty('user');
  });
});

test('a bot without the content intent cannot forward what it cannot read', async () => {
  const message = await here.ada.types('general', 'secret');
  const forward = { messageId: message.id, channelId: here.general };
  expect(post({ channelId: here.desk, forward }).snapshot).toMatchObject({ content: 'secret' });
  here.application.intents.content = false;
  expect(() => post({ channelId: here.desk, forward })).toThrow(expect.objectContaining({ code: 160014 }));
  const toBot = await here.ada.types('general', `<@${here.application.id}> look`);
  const readable = { messageId: toBot.id, channelId: here.general };
  expect(post({ channelId: here.desk, forward: readable }).snapshot).toMatchObject({ content: toBot.content });
});
