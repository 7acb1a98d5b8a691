import type { API } from '@discordjs/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bytes, clientOf, refusal } from './client.ts';
import { library, type Library } from './library.ts';

let here: Library;
let api: API;
let hook: { readonly id: string; readonly token: string };

beforeEach(async () => {
  here = await library();
  api = clientOf(here);
  const made = await api.channels.createWebhook(here.general, { name: 'Modmail' });
  hook = { id: made.id, token: made.token! };
});
afterEach(() => here.simulator.stop());

describe('a webhook', () => {
  test('is listed with its token for the bot that made it, and without for others', async () => {
    const own = await api.channels.getWebhooks(here.general);
    expect(own).toMatchObject([{ id: hook.id, token: hook.token, application_id: here.application.id }]);
    expect(await api.guilds.getWebhooks(here.guild)).toHaveLength(1);
    here.simulator.world.state.webhooks.get(hook.id)!.applicationId = '123456789012345678';
    expect((await api.channels.getWebhooks(here.general))[0]?.token).toBeUndefined();
    const byToken = await api.webhooks.get(hook.id, { token: hook.token });
    expect(byToken.name).toBe('Modmail');
    expect(byToken.user).toBeUndefined();
  });

  test('is renamed, moved and deleted; then it is gone', async () => {
    const changed = await api.webhooks.edit(hook.id, { name: 'Post', channel_id: here.desk });
    expect(changed).toMatchObject({ name: 'Post', channel_id: here.desk });
    await api.webhooks.delete(hook.id, { token: hook.token });
    const execution = api.webhooks.execute(hook.id, hook.token, { content: 'x', wait: true });
    expect(await refusal(execution)).toMatchObject({ status: 404, code: 10015 });
  });

  test.each(['Discord News', 'CLYDE', 'everyone', '', 'x'.repeat(81)])('is never called "%s"', async (name) => {
    expect(await refusal(api.channels.createWebhook(here.general, { name }))).toMatchObject({ code: 50035 });
    if (name === '') return;
    const execution = api.webhooks.execute(hook.id, hook.token, { content: 'x', username: name });
    expect((await refusal(execution)).fields[0]).toMatch(/^username /);
  });

  test('is refused with the wrong token', async () => {
    const execution = api.webhooks.execute(hook.id, 'wrong', { content: 'x', wait: true });
    expect(await refusal(execution)).toMatchObject({ status: 401, code: 50027 });
  });

  test('is the fifteenth of its channel at most', async () => {
    for (let at = 1; at < 15; at += 1) await api.channels.createWebhook(here.general, { name: `${at}` });
    const one = api.channels.createWebhook(here.general, { name: 'more' });
    expect(await refusal(one)).toMatchObject({ status: 400, code: 30007 });
  });
});

describe('a message by webhook', () => {
  test('shows the name and picture it was sent with, and no member', async () => {
    const avatar = `${here.simulator.url}/cdn/embed/avatars/0.png`;
    const message = await api.webhooks.execute(hook.id, hook.token, {
      content: 'hello <@&1>',
      username: 'Ada',
      avatar_url: avatar,
      wait: true,
    });
    expect(message).toMatchObject({ webhook_id: hook.id, author: { id: hook.id, username: 'Ada', bot: true } });
    expect(here.sam.reads('general').at(-1)?.face).toEqual({ name: 'Ada', avatarUrl: avatar });
    const plain = await api.webhooks.execute(hook.id, hook.token, { content: 'plain', wait: true });
    expect(plain.author.username).toBe('Modmail');
  });

  test('goes into a thread, where only the thread finds it again', async () => {
    const thread = await api.channels.createThread(here.general, { name: 'ticket', type: 12 });
    const place = { thread_id: thread.id };
    const sent = await api.webhooks.execute(hook.id, hook.token, { content: 'one', ...place, wait: true });
    expect(sent.channel_id).toBe(thread.id);
    await api.webhooks.editMessage(hook.id, hook.token, sent.id, { content: 'two', ...place });
    expect((await api.webhooks.getMessage(hook.id, hook.token, sent.id, place)).content).toBe('two');
    const elsewhere = api.webhooks.editMessage(hook.id, hook.token, sent.id, { content: 'three' });
    expect(await refusal(elsewhere)).toMatchObject({ status: 404, code: 10008 });
    await api.webhooks.deleteMessage(hook.id, hook.token, sent.id, place);
    expect(await refusal(api.channels.getMessage(thread.id, sent.id))).toMatchObject({ code: 10008 });
  });

  test('is found by nobody else: neither a message of a person nor one of another webhook', async () => {
    const said = await here.ada.types('general', 'mine');
    const other = await api.channels.createWebhook(here.general, { name: 'Other' });
    const sent = await api.webhooks.execute(other.id, other.token!, { content: 'x', wait: true });
    for (const { id } of [said, sent]) {
      expect(await refusal(api.webhooks.getMessage(hook.id, hook.token, id))).toMatchObject({ code: 10008 });
      expect(await refusal(api.webhooks.deleteMessage(hook.id, hook.token, id))).toMatchObject({ code: 10008 });
    }
  });

  test('shows the picture of a person under its own address', async () => {
    const { simulator, ada } = here;
    const { avatar } = simulator.world.state.users.get(ada.id)!;
    const url = `${simulator.url}/cdn/avatars/${ada.id}/${avatar}.png`;
    const { author } = await api.webhooks.execute(hook.id, hook.token, { content: 'x', avatar_url: url, wait: true });
    const shown = await fetch(`${simulator.url}/cdn/avatars/${hook.id}/${author.avatar}.png`);
    expect(shown.status).toBe(200);
    expect(await shown.arrayBuffer()).toEqual(await (await fetch(url)).arrayBuffer());
  });

  test('may have files of 10 MiB, however boosted the server is', async () => {
    here.simulator.world.state.guilds.get(here.guild)!.premiumTier = 3;
    const files = [{ name: 'a.bin', data: Buffer.from(bytes(10 * 1024 * 1024 + 1)) }];
    const execution = api.webhooks.execute(hook.id, hook.token, { files, wait: true });
    expect(await refusal(execution)).toMatchObject({ status: 413, code: 40005 });
  });

  test('is not found in a thread of another channel', async () => {
    const thread = await api.channels.createThread(here.desk, { name: 'elsewhere', type: 12 });
    const execution = api.webhooks.execute(hook.id, hook.token, { content: 'x', thread_id: thread.id, wait: true });
    expect(await refusal(execution)).toMatchObject({ status: 404, code: 10003 });
  });

  test('is answered with nothing unless one waits for it', async () => {
    const answer: unknown = await api.webhooks.execute(hook.id, hook.token, { content: 'quiet' });
    expect(answer).toHaveProperty('byteLength', 0);
    expect(here.ada.reads('general').at(-1)?.content).toBe('quiet');
  });

  test('in a forum needs a thread or the name of a new one, and elsewhere no name', async () => {
    const made = await api.channels.createWebhook(here.forum, { name: 'Forum' });
    const send = (body: object) => api.webhooks.execute(made.id, made.token!, { content: 'x', wait: true, ...body });
    expect(await refusal(send({}))).toMatchObject({ code: 220001 });
    const first = await send({ thread_name: 'a post' });
    expect(first.id).toBe(first.channel_id);
    expect((await send({ thread_id: first.channel_id })).channel_id).toBe(first.channel_id);
    const both = send({ thread_id: first.channel_id, thread_name: 'a post' });
    expect(await refusal(both)).toMatchObject({ code: 220002 });
    await api.channels.edit(here.forum, { flags: 1 << 4, available_tags: [{ name: 'Open' }] as never });
    const untagged = { thread_name: 'a post' };
    expect(await refusal(send(untagged))).toMatchObject({ code: 40067 });
    // Who does not wait is not told that nothing came of it.
    const unheard: unknown = await send({ ...untagged, wait: false });
    expect(unheard).toHaveProperty('byteLength', 0);
    const named = api.webhooks.execute(hook.id, hook.token, { content: 'x', thread_name: 'a post' });
    expect(await refusal(named)).toMatchObject({ code: 220003 });
  });

  test('takes no reply, no sticker and no nonce', async () => {
    for (const field of ['message_reference', 'sticker_ids', 'nonce']) {
      const execution = api.webhooks.execute(hook.id, hook.token, { content: 'x', [field]: true } as never);
      expect(await refusal(execution)).toMatchObject({ fields: [`${field} UNKNOWN_FIELD`] });
    }
  });

  test('pings people only, unless it says otherwise', async () => {
    const content = `<@${here.ada.id}> <@&${here.staffRole}> @everyone`;
    const usual = await api.webhooks.execute(hook.id, hook.token, { content, wait: true });
    expect(usual).toMatchObject({ mentions: [{ id: here.ada.id }], mention_roles: [], mention_everyone: false });
    const none = await api.webhooks.execute(hook.id, hook.token, {
      content,
      allowed_mentions: { parse: [] },
      wait: true,
    });
    expect(none.mentions).toEqual([]);
  });

  test('has buttons only when an application owns the webhook', async () => {
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'x' }] }] as never;
    const own = await api.webhooks.execute(hook.id, hook.token, { content: 'x', components, wait: true });
    expect(own.components).toHaveLength(1);
    here.simulator.world.state.webhooks.get(hook.id)!.applicationId = null;
    const dropped = await api.webhooks.execute(hook.id, hook.token, { content: 'x', components, wait: true });
    expect(dropped.components).toEqual([]);
    const asked = { content: 'x', components, with_components: true };
    expect(await refusal(api.webhooks.execute(hook.id, hook.token, asked))).toMatchObject({ code: 50035 });
  });
});
