import { beforeEach, describe, expect, test } from 'vitest';
import { editMember } from '../src/acts/members.ts';
import { createThread } from '../src/acts/create-thread.ts';
import {
  allPermissions,
  canSee,
  channelPermissions,
  guildPermissions,
  isAbove,
  permissionFlags,
  type PermissionName,
} from '../src/permissions.ts';
import type { Channel, Guild, Overwrite } from '../src/state.ts';
import { handClock, type HandClock } from './hand-clock.ts';
import { startForTests } from './start-for-tests.ts';
import type { Simulator } from '../src/simulator.ts';

let simulator: Simulator;
let clock: HandClock;
let guild: Guild;
/** A member with the roles "reader" and "writer". */
let ada: string;
let owner: string;
let reader: string;
let writer: string;

const bits = (...names: PermissionName[]): bigint => names.reduce((all, name) => all | permissionFlags[name], 0n);
const base = bits('viewChannel', 'readMessageHistory', 'sendMessages', 'mentionEveryone', 'attachFiles', 'embedLinks');

beforeEach(async () => {
  clock = handClock();
  simulator = await startForTests({ clock });
  const { seed } = simulator;
  owner = seed.user({ username: 'olive' }).id;
  ada = seed.user({ username: 'ada' }).id;
  guild = seed.guild({ name: 'Library', owner, everyonePermissions: base });
  reader = seed.role(guild.id, { name: 'reader', permissions: bits('addReactions') }).id;
  writer = seed.role(guild.id, { name: 'writer', permissions: bits('manageMessages') }).id;
  seed.join(guild.id, ada, [reader, writer]);
});

function channelWith(...overwrites: Overwrite[]): Channel {
  return simulator.seed.channel(guild.id, { name: 'shelf', overwrites });
}

function held(channel: Channel, userId = ada): bigint {
  return channelPermissions(simulator.world.state, channel, userId, clock.now());
}

function sees(channel: Channel, userId = ada): boolean {
  return canSee(simulator.world.state, channel, userId, clock.now());
}

const role = (id: string, allow: bigint, deny = 0n): Overwrite => ({ id, type: 'role', allow, deny });
const member = (id: string, allow: bigint, deny = 0n): Overwrite => ({ id, type: 'member', allow, deny });

describe('in a server one may do', () => {
  test('what @everyone may and what any of one’s roles may', () => {
    expect(guildPermissions(guild, ada, clock.now())).toBe(base | bits('addReactions', 'manageMessages'));
  });

  test('everything as the owner, everything as an administrator, nothing as a stranger', () => {
    const { seed } = simulator;
    const admin = seed.role(guild.id, { name: 'admin', permissions: permissionFlags.administrator });
    const boss = seed.user({ username: 'boss' });
    seed.join(guild.id, boss.id, [admin.id]);
    const channel = channelWith(role(guild.id, 0n, allPermissions), member(boss.id, 0n, allPermissions));
    expect([owner, boss.id].map((id) => held(channel, id))).toEqual([allPermissions, allPermissions]);
    expect(held(channel, seed.user({ username: 'eve' }).id)).toBe(0n);
  });

  test('only look and read while timed out, unless one is an administrator', () => {
    const channel = channelWith(member(ada, bits('manageChannels')));
    editMember(simulator.world, null, guild.id, ada, { timedOutUntil: clock.now() + 1000 });
    expect(held(channel)).toBe(bits('viewChannel', 'readMessageHistory'));
    expect(guildPermissions(guild, ada, clock.now())).toBe(bits('viewChannel', 'readMessageHistory'));
    editMember(simulator.world, null, guild.id, owner, { timedOutUntil: clock.now() + 1000 });
    expect(held(channel, owner)).toBe(allPermissions);
    clock.pass(1000);
    expect(held(channel) & bits('sendMessages')).not.toBe(0n);
  });
});

describe('in a channel', () => {
  test('roles override @everyone, and one’s own entry overrides roles', () => {
    const everyone = role(guild.id, bits('addReactions'), bits('sendMessages', 'manageMessages'));
    expect(held(channelWith(everyone)) & bits('sendMessages', 'manageMessages')).toBe(0n);
    const withRole = channelWith(everyone, role(writer, bits('sendMessages')));
    expect(held(withRole) & bits('sendMessages', 'manageMessages')).toBe(bits('sendMessages'));
    const withOwn = channelWith(
      everyone,
      role(writer, bits('sendMessages')),
      member(ada, bits('pinMessages'), bits('sendMessages')),
    );
    expect(held(withOwn) & bits('sendMessages', 'pinMessages')).toBe(bits('pinMessages'));
  });

  test('what one role allows wins over what another denies, in whatever order they come', () => {
    const allow = role(reader, bits('sendMessages'));
    const deny = role(writer, 0n, bits('sendMessages'));
    for (const channel of [channelWith(allow, deny), channelWith(deny, allow)]) {
      expect(held(channel) & bits('sendMessages')).toBe(bits('sendMessages'));
    }
  });

  test('entries of roles that one does not have do nothing', () => {
    const other = simulator.seed.role(guild.id, { name: 'other' });
    expect(held(channelWith(role(other.id, allPermissions)))).toBe(held(channelWith()));
  });

  test('that one cannot see nothing is left', () => {
    const channel = channelWith(role(guild.id, 0n, bits('viewChannel')), role(writer, bits('manageChannels')));
    expect(held(channel)).toBe(0n);
    expect(sees(channel)).toBe(false);
  });

  test('where one cannot write, files, embeds and pings to all are gone too', () => {
    const channel = channelWith(role(guild.id, 0n, bits('sendMessages')));
    expect(held(channel) & base).toBe(bits('viewChannel', 'readMessageHistory'));
  });
});

describe('in a thread', () => {
  const make = (parent: Channel, type: number) =>
    createThread(simulator.world, owner, parent.id, { name: 'page', type });

  test('its parent’s entries count, and "send in threads" instead of "send"', () => {
    const silent = make(channelWith(role(writer, bits('manageThreads'))), 11);
    expect(held(silent) & bits('manageThreads', 'sendMessages', 'attachFiles')).toBe(
      bits('manageThreads', 'sendMessages'),
    );
    const loud = make(channelWith(role(guild.id, bits('sendMessagesInThreads'), bits('sendMessages'))), 11);
    expect(held(loud) & bits('sendMessagesInThreads', 'sendMessages', 'attachFiles')).toBe(
      bits('sendMessagesInThreads', 'attachFiles'),
    );
  });

  test('that is private, only its members and those who manage threads are', () => {
    const thread = make(channelWith(), 12);
    expect(sees(thread)).toBe(false);
    expect(sees(thread, owner)).toBe(true);
    thread.thread?.members.set(ada, { joinedAt: 0 });
    expect(sees(thread)).toBe(true);
    expect(sees(make(channelWith(role(writer, bits('manageThreads'))), 12))).toBe(true);
  });

  test('not even its members are, once they cannot see the channel around it', () => {
    const thread = make(channelWith(role(guild.id, 0n, bits('viewChannel'))), 12);
    thread.thread?.members.set(ada, { joinedAt: 0 });
    expect(sees(thread)).toBe(false);
  });
});

test('one is above those whose highest role is lower, and nobody is above the owner', () => {
  const eve = simulator.seed.user({ username: 'eve' }).id;
  simulator.seed.join(guild.id, eve, [reader]);
  expect([isAbove(guild, ada, eve), isAbove(guild, eve, ada), isAbove(guild, ada, ada)]).toEqual([true, false, false]);
  expect([isAbove(guild, owner, ada), isAbove(guild, ada, owner)]).toEqual([true, false]);
});

test('in a DM the two may write, and nobody else sees it', async () => {
  const application = simulator.seed.application({ name: 'Librarian' });
  simulator.seed.addBot(guild.id, application.id);
  const { channelId } = await simulator.person('ada').dms('hello');
  const dm = simulator.world.state.channels.get(channelId);
  if (!dm) throw new Error('no DM');
  expect([ada, application.userId, owner].map((id) => sees(dm, id))).toEqual([true, true, false]);
});
