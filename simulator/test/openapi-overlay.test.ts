import { describe, expect, test } from 'vitest';
import type { Exchange } from '../src/options.ts';
import { loadSpec } from './openapi/spec.ts';
import { watchExchanges } from './openapi/watch-exchanges.ts';

const id = '700000000000000001';
const user = {
  id,
  username: 'ada',
  avatar: null,
  discriminator: '0',
  public_flags: 0,
  flags: 0,
  global_name: null,
  primary_guild: null,
};
const message = {
  type: 0,
  content: 'hello',
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  timestamp: '2026-01-01T00:00:00.000000+00:00',
  edited_timestamp: null,
  flags: 0,
  components: [],
  id,
  channel_id: id,
  author: user,
  pinned: false,
  mention_everyone: false,
  tts: false,
};

const posting = { method: 'POST', route: '/channels/{channel.id}/messages', status: 200, response: message };
const executing = { method: 'POST', route: '/webhooks/{webhook.id}/{webhook.token}', status: 204, response: undefined };

function complaints(exchange: Partial<Exchange> & { request?: unknown }): string {
  const watch = watchExchanges();
  watch?.observe({ ...posting, path: '', query: '', request: {}, arrivedAt: 0, at: 0, ...exchange });
  return watch?.violations().join('\n') ?? '';
}

// The file may not be part of the project.
const described = describe.skipIf(loadSpec() === null);

described("comparing with Discord's OpenAPI file", () => {
  test('lets pass what Discord accepts', () => {
    expect(complaints({ request: { content: 'hello' } })).toBe('');
    expect(complaints({ request: { attachments: [{ id: 0, filename: 'a.txt' }] } })).toBe('');
    expect(complaints({ request: { message_reference: { type: 1, message_id: id, channel_id: id } } })).toBe('');
    expect(complaints({ ...executing, request: { content: 'hello', username: 'Ada' } })).toBe('');
  });

  test.each([
    ['a misspelt field', { content: 'x', allowed_mention: {} }, 'allowed_mention'],
    ['2001 characters', { content: 'x'.repeat(2001) }, 'content'],
    ['an empty message', { tts: false }, 'empty'],
    ['embeds of 6001 characters in all', { embeds: [1, 2, 3].map(() => ({ description: 'x'.repeat(2001) })) }, '6003'],
    [
      'the same custom_id twice',
      { components: [{ type: 1, components: [button('a'), button('a')] }] },
      'custom_id a twice',
    ],
    ['six rows', { components: [...'abcdef'].map((one) => ({ type: 1, components: [button(one)] })) }, '6 action rows'],
    [
      'a button without a custom_id',
      { components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x' }] }] },
      'custom_id',
    ],
    ['components V2 with content', { content: 'x', flags: 1 << 15, components: [{ type: 10, content: 'x' }] }, 'V2'],
    ['contradicting mentions', { content: 'x', allowed_mentions: { parse: ['users'], users: [id] } }, 'all users'],
  ])('finds that the simulator accepted %s', (_what, request, hint) => {
    expect(complaints({ request })).toContain(hint);
  });

  test('finds mistakes that another branch of a union would let pass', () => {
    expect(complaints({ ...executing, request: { content: 'x', username: 'x'.repeat(81) } })).toContain('username');
    expect(complaints({ ...executing, request: { content: 'x', avatar_url: 'no url' } })).toContain('avatar_url');
    expect(complaints({ ...executing, request: { content: 'x', username: 'Discord' } })).toContain('webhook name');
    const archive = { method: 'PATCH', route: '/channels/{channel.id}', request: { archived: 'yes' } };
    expect(complaints({ ...archive, status: 404, response: { code: 10003, message: 'Unknown Channel' } })).toBe('');
    expect(complaints({ ...archive, status: 200, response: message })).toContain('archived');
  });

  test('finds a forum post without a message', () => {
    const route = { method: 'POST', route: '/channels/{channel.id}/threads', status: 201, response: {} };
    expect(complaints({ ...route, request: { name: 'x', message: {} } })).toContain('empty message');
  });

  test('finds six components in a modal', () => {
    const inputs = [...'abcdef'].map((one) => ({
      type: 1,
      components: [{ type: 4, custom_id: one, label: one, style: 1 }],
    }));
    const callback = {
      method: 'POST',
      route: '/interactions/{interaction.id}/{interaction.token}/callback',
      status: 204,
      response: undefined,
    };
    const request = (components: unknown[]) => ({ type: 9, data: { custom_id: 'm', title: 'm', components } });
    expect(complaints({ ...callback, request: request(inputs.slice(1)) })).toBe('');
    expect(complaints({ ...callback, request: request(inputs) })).not.toBe('');
  });

  test('finds answers that are not complete, and wrong statuses', () => {
    const { author: _, ...anonymous } = message;
    expect(complaints({ request: { content: 'x' }, response: anonymous })).toContain('author');
    expect(complaints({ request: { content: 'x' }, status: 201 })).toContain('Discord answers 200');
    const thread = { method: 'POST', route: '/channels/{channel.id}/threads', request: { name: 'x' } };
    expect(complaints({ ...thread, status: 200, response: {} })).toContain('Discord answers 201');
    expect(complaints({ method: 'GET', route: '/users/@me/channels', response: [] })).toContain('no such endpoint');
  });

  test('finds events that carry less than whole objects', () => {
    const heard = (name: string, data: Record<string, unknown>) => {
      const watch = watchExchanges();
      watch?.hear(name, data);
      return watch?.violations().join('\n');
    };
    expect(heard('MESSAGE_CREATE', { ...message, guild_id: id })).toBe('');
    expect(heard('MESSAGE_CREATE', { ...message, author: { id } })).toContain('MESSAGE_CREATE: MessageResponse/author');
    expect(heard('INTERACTION_CREATE', { user })).toBe('');
    expect(heard('INTERACTION_CREATE', { member: { user } })).toContain('GuildMemberResponse');
    expect(heard('MESSAGE_DELETE', { id })).toBe('');
  });

  test('knows what refusals look like', () => {
    const tree = { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'too long' }] } };
    const refusal = { code: 50035, message: 'Invalid Form Body', errors: tree };
    expect(complaints({ status: 400, response: refusal })).toBe('');
    expect(complaints({ status: 400, response: { ...refusal, errors: { content: { _errors: [] } } } })).not.toBe('');
    expect(complaints({ status: 403, response: { message: 'no code' } })).toContain('code');
    expect(complaints({ status: 429, response: { message: 'slow', retry_after: 1.5, global: false } })).toBe('');
    expect(complaints({ status: 429, response: { message: 'slow' } })).toContain('retry_after');
  });
});

test('a missing file is only accepted where it is not required', () => {
  expect(loadSpec({ DISCORD_OPENAPI: '/nowhere' })).toBeNull();
  expect(() => loadSpec({ DISCORD_OPENAPI: '/nowhere', REQUIRE_SPEC: '1' })).toThrow('DISCORD_OPENAPI');
});

function button(id: string) {
  return { type: 2, style: 1, label: id, custom_id: id };
}
