import { deserialize, serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { leaveGuild } from '../src/acts/members.ts';
import { instantOf } from '../src/ids.ts';
import type { State } from '../src/state.ts';
import { handClock } from './hand-clock.ts';
import { library } from './library.ts';
import { startForTests } from './start-for-tests.ts';

describe('a simulator', () => {
  test('with the same seed and clock has the same ids, tokens and pictures', async () => {
    const [one, other] = [await library({ clock: handClock() }), await library({ clock: handClock() })];
    expect(serialize(other.simulator.world.state).equals(serialize(one.simulator.world.state))).toBe(true);
    const third = await library({ clock: handClock(), seed: 2 });
    expect(third.application.token).not.toBe(one.application.token);
  });

  test('goes on where an earlier run stopped', async () => {
    const clock = handClock();
    const first = await library({ clock });
    const said = await first.ada.types('general', 'remember me');
    await first.simulator.stop();
    const state = deserialize(serialize(first.simulator.world.state)) as State;
    const second = await startForTests({ clock, state });
    const ada = second.person('ada');
    expect(ada.reads('general')).toEqual([said]);
    const later = await ada.types('general', 'I do');
    expect(BigInt(later.id)).toBeGreaterThan(BigInt(said.id));
  });

  test('makes ids of 18 or 19 digits that only grow, also when the clock stands still', async () => {
    const clock = handClock();
    const { simulator } = await library({ clock });
    const ids = Array.from({ length: 5000 }, () => simulator.world.newId());
    expect(ids.every((id) => /^\d{18,19}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(5000);
    expect(ids.toSorted((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1))).toEqual(ids);
    expect(Math.abs(instantOf(ids[0] ?? '') - clock.now())).toBeLessThan(5);
  });
});

describe('who is seeded', () => {
  test('has an account of some age, and a picture that the CDN serves', async () => {
    const clock = handClock();
    const { seed, url } = await startForTests({ clock });
    const ada = seed.user({ username: 'ada', createdAt: clock.now() - 60_000 });
    const bob = seed.user({ username: 'bob' });
    expect(clock.now() - instantOf(ada.id)).toBeLessThanOrEqual(60_000);
    expect(clock.now() - instantOf(bob.id)).toBeGreaterThan(364 * 24 * 60 * 60_000);
    const picture = await fetch(`${url}/cdn/avatars/${ada.id}/${ada.avatar}.png`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16)]).toEqual(['PNG', 128]);
    expect(ada.avatar).not.toBe(bob.avatar);
  });

  test('as a bot has a role of its own that goes with it', async () => {
    const here = await library();
    const { world } = here.simulator;
    const guild = world.state.guilds.get(here.guild);
    const managed = () => [...(guild?.roles.values() ?? [])].filter((role) => role.managed);
    expect(managed()).toMatchObject([{ name: 'Librarian', botId: here.application.userId }]);
    leaveGuild(world, here.guild, here.application.userId);
    expect(managed()).toEqual([]);
  });
});
