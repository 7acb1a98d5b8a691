import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock, type Clock } from '../../simulator/src/clock.ts';
import type { Person } from '../../simulator/src/people/person.ts';
import type { Simulator } from '../../simulator/src/simulator.ts';
import { startForTests } from '../../simulator/test/start-for-tests.ts';
import type { ChannelKind } from '../src/store.ts';
import { channelKinds } from './world.ts';

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const children = new Set<ChildProcess>();
const folders: string[] = [];

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** The built program, as an operator runs it. */
function run(environment: Record<string, string>, ...command: string[]): ChildProcess {
  const child = spawn(process.execPath, [program, ...command], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));

async function until(what: () => string, holds: () => boolean, patience = 60_000): Promise<void> {
  const end = Date.now() + patience;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

interface Place {
  readonly simulator: Simulator;
  readonly application: string;
  readonly environment: Record<string, string>;
  readonly ada: Person;
  readonly sam: Person;
  /** The ticket's channel, once there is one. */
  readonly channel: () => string | undefined;
  readonly arrived: (side: 'staff' | 'member') => readonly string[];
}

async function createPlace(
  kind: ChannelKind,
  { limit = 0, clock = systemClock }: { readonly limit?: number; readonly clock?: Clock } = {},
): Promise<Place> {
  const simulator = await startForTests({ seed: 11, clock });
  const { seed } = simulator;
  const application = seed.application({ name: 'Backchannel' });
  const [owner, adaId, samId] = ['olga', 'ada', 'sam'].map((username) => seed.user({ username }).id) as [
    string,
    string,
    string,
  ];
  const guild = seed.guild({ name: 'Harbour', owner, bot: application.id });
  const staff = seed.role(guild.id, { name: 'Staff' }).id;
  seed.join(guild.id, adaId);
  seed.join(guild.id, samId, [staff]);
  const roles = [staff, ...(guild.members.get(application.id)?.roles ?? [])];
  const type = { 'private-thread': 0, 'private-channel': 4, 'forum-post': 15 }[kind];
  const parent = seed.channel(guild.id, {
    name: 'tickets',
    type,
    overwrites: [
      { id: guild.id, type: 'role', allow: 0n, deny: 1n << 10n },
      ...roles.map((id) => ({ id, type: 'role' as const, allow: 1n << 10n, deny: 0n })),
    ],
  }).id;
  const dataDir = await mkdtemp(join(tmpdir(), 'backchannel-kill-'));
  folders.push(dataDir);
  const environment = {
    DISCORD_TOKEN: application.token,
    DISCORD_API: `${simulator.url}/api`,
    DISCORD_CDN: `${simulator.url}/cdn`,
    DISCORD_REQUESTS_PER_SECOND: '1000',
    DATA_DIR: dataDir,
    PORT: '0',
  };
  const settings = [
    `channelKind=${kind}`,
    `parentChannel=${parent}`,
    `staffRoles=${staff}`,
    'limits.openCooldown=0',
    `limits.perSidePerMinute=${limit}`,
  ];
  const set = run(environment, 'settings', 'set', guild.id, ...settings, 'enabled=true');
  expect(await ended(set)).toBe(0);
  const ada = simulator.person(adaId);
  const sam = simulator.person(samId);
  const channel = (): string | undefined =>
    [...simulator.world.state.channels.values()].find((one) => one.parentId === parent)?.id;
  return {
    simulator,
    application: application.id,
    environment,
    ada,
    sam,
    channel,
    arrived(side) {
      const id = channel();
      if (side === 'member')
        return ada
          .readsDms()
          .filter((one) => one.authorId !== adaId)
          .map((one) => one.content);
      // A thread that nobody was pinged into yet is not seen.
      return id === undefined || !sam.sees(id)
        ? []
        : sam
            .reads(id)
            .filter((one) => one.authorId !== samId)
            .map((one) => one.content);
    },
  };
}

describe.each(channelKinds)('in a %s', (kind) => {
  it('killed again and again while both sides write, it loses nothing and sends nothing twice', async () => {
    const place = await createPlace(kind);
    const { simulator, ada, sam } = place;
    const sent = { staff: [] as string[], member: ['from Ada at first'] };
    for (let life = 0; life < 8; life += 1) {
      const bot = run(place.environment, 'start');
      await until(
        () => 'the bot is online',
        () => simulator.isOnline(place.application),
      );
      if (life === 0) {
        await ada.dms('from Ada at first');
        await until(
          () => 'she is known',
          () => place.channel() !== undefined,
        );
      }
      const killAfter = 5 + ((life * 37) % 60);
      for (let turn = 0; turn < killAfter; turn += 1) {
        sent.member.push(`from Ada ${life}-${turn}`);
        await ada.dms(`from Ada ${life}-${turn}`);
        const channel = place.channel();
        if (channel !== undefined && sam.sees(channel) && turn % 2 === 0) {
          sent.staff.push(`from Sam ${life}-${turn}`);
          await sam.types(channel, `from Sam ${life}-${turn}`);
        }
        await new Promise((resolve) => setTimeout(resolve, turn % 4));
      }
      const gone = ended(bot);
      bot.kill('SIGKILL');
      await gone;
      sent.member.push(`from Ada while away ${life}`);
      await ada.dms(`from Ada while away ${life}`);
    }
    const bot = run(place.environment, 'start');
    const toStaff = (): readonly string[] => place.arrived('staff').filter((text) => text.startsWith('from Ada'));
    const toMember = (): readonly string[] => place.arrived('member').filter((text) => text.startsWith('from Sam'));
    const missing = (): readonly string[] => [
      ...sent.member.filter((text) => !toStaff().includes(text)),
      ...sent.staff.filter((text) => !toMember().includes(text)),
    ];
    await until(
      () => `everything has arrived; missing: ${missing().join(', ')}`,
      () => toStaff().length >= sent.member.length && toMember().length >= sent.staff.length,
    );
    const gone = ended(bot);
    bot.kill('SIGTERM');
    expect(await gone).toBe(0);
    expect(toStaff()).toEqual(sent.member);
    expect(toMember()).toEqual(sent.staff);
    const { messages, channels } = simulator.world.state;
    expect(
      [...channels.values()].filter((one) => one.parentId === channels.get(place.channel()!)?.parentId),
    ).toHaveLength(1);
    const cards = [...(messages.get(place.channel()!)?.values() ?? [])].filter((one) => one.components.length > 0);
    expect(cards).toHaveLength(1);
  }, 180_000);
});

it('killed while messages wait for room, it sends them in order as soon as there is some', async () => {
  // Discord's clock is behind ours, so that the minute which the limit counts ends soon.
  const clock: Clock = { ...systemClock, now: () => Date.now() - 45_000 };
  const place = await createPlace('private-thread', { limit: 10, clock });
  const { simulator, ada } = place;
  const texts = Array.from({ length: 13 }, (_, index) => `message ${index + 1}`);
  const toStaff = (): readonly string[] => place.arrived('staff').filter((text) => text.startsWith('message'));
  const marked = (emoji: string): number =>
    ada.readsDms().filter((dm) => dm.reactions.some((one) => one.emoji.name === emoji)).length;
  const first = run(place.environment, 'start');
  await until(
    () => 'the bot is online',
    () => simulator.isOnline(place.application),
  );
  for (const text of texts) await ada.dms(text);
  await until(
    () => 'three wait',
    () => toStaff().length === 10 && marked('⏱️') === 3,
  );
  const killed = ended(first);
  first.kill('SIGKILL');
  await killed;
  expect(toStaff()).toEqual(texts.slice(0, 10));
  const second = run(place.environment, 'start');
  await until(
    () => 'all have arrived',
    () => toStaff().length === texts.length && marked('✅') === texts.length,
  );
  const gone = ended(second);
  second.kill('SIGTERM');
  expect(await gone).toBe(0);
  expect(toStaff()).toEqual(texts);
  expect(marked('⏱️')).toBe(0);
}, 90_000);
