import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { readEvent } from '../src/discord/events.ts';
import type { Interaction } from '../src/incoming.ts';
import type { UserId } from '../src/ids.ts';

const reader = { cdn: 'https://cdn.example.org', user: '400000000000000001' as UserId };

function event(name: string, data: object): ReturnType<typeof readEvent> {
  return readEvent(reader, { op: 0, s: 5, t: name, d: data } as unknown as GatewayDispatchPayload);
}

describe('What happens around messages', () => {
  test('a reaction is named as it is put on, also one of a server', () => {
    const where = { channel_id: '2', message_id: '5', user_id: '3' };
    expect(event('MESSAGE_REACTION_ADD', { ...where, emoji: { id: null, name: '👍' } })).toEqual({
      is: 'reaction',
      added: true,
      channel: '2',
      message: '5',
      by: '3',
      member: null,
      emoji: '👍',
    });
    expect(event('MESSAGE_REACTION_REMOVE', { ...where, emoji: { id: '77', name: 'wave' } })).toMatchObject({
      added: false,
      emoji: 'wave:77',
    });
  });

  test('typing says who and where', () => {
    expect(event('TYPING_START', { channel_id: '2', user_id: '3', timestamp: 1 })).toEqual({
      is: 'typing',
      channel: '2',
      guild: null,
      by: '3',
      member: null,
    });
  });

  test('a channel or thread that is deleted is gone; a closed DM is not news', () => {
    const gone = { is: 'channel-gone', channel: '2', guild: '1' };
    expect(event('CHANNEL_DELETE', { id: '2', guild_id: '1', type: 0 })).toEqual(gone);
    expect(event('THREAD_DELETE', { id: '2', guild_id: '1', parent_id: '9', type: 12 })).toEqual(gone);
    expect(event('CHANNEL_DELETE', { id: '2', type: 1 })).toBeNull();
  });
});

describe('What happens to servers', () => {
  test('an outage is not the same as being removed', () => {
    expect(event('GUILD_DELETE', { id: '1', unavailable: true })).toBeNull();
    expect(event('GUILD_DELETE', { id: '1' })).toEqual({ is: 'guild-gone', guild: '1' });
  });

  test('a server that comes, comes back or is renamed is named', () => {
    const channels = [
      { id: '2', type: 0, name: '___hidden___', flags: 1 << 17 },
      { id: '3', type: 15, name: '___hidden___', flags: 1 << 4 },
    ];
    expect(event('GUILD_CREATE', { id: '1', name: 'Teapot', unavailable: false, channels })).toEqual({
      is: 'guild-available',
      guild: '1',
      name: 'Teapot',
      anew: true,
      hidden: ['2'],
    });
    expect(event('GUILD_UPDATE', { id: '1', name: 'Kettle' })).toEqual({
      is: 'guild-available',
      guild: '1',
      name: 'Kettle',
      anew: false,
      hidden: [],
    });
    expect(event('GUILD_CREATE', { id: '1', unavailable: true })).toBeNull();
  });

  test('roles and members that change are told', () => {
    for (const name of ['GUILD_ROLE_CREATE', 'GUILD_ROLE_UPDATE', 'GUILD_ROLE_DELETE'])
      expect(event(name, { guild_id: '1' })).toEqual({ is: 'roles-changed', guild: '1' });
    const member = { guild_id: '1', user: { id: '3', username: 'ada' } };
    expect(event('GUILD_MEMBER_ADD', member)).toEqual({ is: 'member-came', guild: '1', user: '3' });
    expect(event('GUILD_MEMBER_REMOVE', member)).toEqual({ is: 'member-gone', guild: '1', user: '3' });
  });

  test('a new session lists the servers, a resumed one has missed nothing', () => {
    expect(event('READY', { guilds: [{ id: '1', unavailable: true }] })).toEqual({
      is: 'ready',
      resumed: false,
      guilds: ['1'],
    });
    expect(event('RESUMED', {})).toEqual({ is: 'ready', resumed: true });
  });

  test('what does not concern us is passed over', () => {
    expect(event('PRESENCE_UPDATE', { user: { id: '3' } })).toBeNull();
  });
});

const user = { id: '300000000000000001', username: 'sam', discriminator: '0', global_name: 'Sam', avatar: 'aa' };

function interaction(fields: object): Interaction {
  const read = event('INTERACTION_CREATE', {
    id: '910000000000000001',
    application_id: '400000000000000002',
    token: 'secret',
    version: 1,
    locale: 'en-GB',
    guild_id: '100000000000000001',
    channel: { id: '200000000000000001', type: 0 },
    channel_id: '200000000000000001',
    member: { user, nick: 'Sam S', roles: ['6'], permissions: '8192' },
    ...fields,
  });
  if (read?.is !== 'interaction') throw new Error('not an interaction');
  return read.interaction;
}

describe('An interaction', () => {
  test('says who, where, with which roles and permissions', () => {
    expect(interaction({ type: 3, data: { custom_id: 'close', component_type: 2 }, message: { id: '5' } })).toEqual({
      kind: 'button',
      button: 'close',
      message: '5',
      id: '910000000000000001',
      token: 'secret',
      bot: '400000000000000002',
      by: {
        id: user.id,
        username: 'sam',
        displayName: 'Sam S',
        avatarUrl: 'https://cdn.example.org/avatars/300000000000000001/aa.png',
        bot: false,
        locale: 'en-GB',
      },
      roles: ['6'],
      permissions: 8192n,
      guild: '100000000000000001',
      channel: '200000000000000001',
      joinedAt: null,
      locale: 'en-GB',
    });
  });

  test('in a DM has no server and no permissions', () => {
    const read = interaction({
      type: 3,
      data: { custom_id: 'x', component_type: 3, values: ['1', '2'] },
      message: { id: '5' },
      guild_id: undefined,
      member: undefined,
      user,
    });
    expect(read).toMatchObject({ kind: 'select', select: 'x', values: ['1', '2'], guild: null, permissions: 0n });
    expect(read.by.displayName).toBe('Sam');
  });

  test('of a command is named with its groups, and knows the people in its options', () => {
    const read = interaction({
      type: 2,
      data: {
        id: '1',
        type: 1,
        name: 'ticket',
        options: [
          {
            type: 2,
            name: 'note',
            options: [
              {
                type: 1,
                name: 'add',
                options: [
                  { type: 6, name: 'who', value: '300000000000000009' },
                  { type: 3, name: 'text', value: 'kind' },
                  { type: 5, name: 'loud', value: false },
                ],
              },
            ],
          },
        ],
        resolved: {
          users: { '300000000000000009': { ...user, id: '300000000000000009', username: 'ada', global_name: null } },
          members: { '300000000000000009': { nick: 'Countess', roles: [], permissions: '0' } },
        },
      },
    });
    expect(read).toMatchObject({
      kind: 'command',
      name: 'ticket note add',
      options: { who: '300000000000000009', text: 'kind', loud: false },
      accounts: { '300000000000000009': { username: 'ada', displayName: 'Countess' } },
      target: null,
    });
  });

  test('of a message command brings the message, its author and its server', () => {
    const target = {
      id: '5',
      channel_id: '200000000000000001',
      author: { ...user, id: '300000000000000009', username: 'ada' },
      content: 'help',
      timestamp: '2026-11-20T10:00:00Z',
      edited_timestamp: null,
      mentions: [],
      type: 0,
    };
    const data = { id: '1', type: 3, name: 'Reply', target_id: '5', resolved: { messages: { '5': target } } };
    expect(interaction({ type: 2, data })).toMatchObject({
      kind: 'command',
      name: 'Reply',
      accounts: { '300000000000000009': { username: 'ada' } },
      target: { id: '5', text: 'help', guild: '100000000000000001' },
    });
  });

  test('while an option is typed says which and what', () => {
    const options = [{ type: 1, name: 'use', options: [{ type: 3, name: 'name', value: 'gre', focused: true }] }];
    expect(interaction({ type: 4, data: { id: '1', type: 1, name: 'snippet', options } })).toMatchObject({
      kind: 'autocomplete',
      name: 'snippet use',
      focused: 'name',
      typed: 'gre',
      options: { name: 'gre' },
    });
  });

  test('of a form brings what was entered, in the old rows and in labels', () => {
    const components = [
      { type: 1, components: [{ type: 4, custom_id: 'reason', value: 'done' }] },
      { type: 18, component: { type: 4, custom_id: 'note', value: '' } },
      { type: 18, component: { type: 3, custom_id: 'tell', values: ['yes'] } },
      { type: 10 },
    ];
    expect(interaction({ type: 5, data: { custom_id: 'close-form', components }, message: { id: '5' } })).toMatchObject(
      {
        kind: 'form',
        form: 'close-form',
        values: { reason: 'done', note: '', tell: 'yes' },
        message: '5',
      },
    );
  });

  test('of a kind that we do not know is passed over', () => {
    expect(event('INTERACTION_CREATE', { type: 99, id: '1' })).toBeNull();
  });
});
