import { expect, it } from 'vitest';
import type { GuildId } from '../src/ids.ts';
import { parseAssignments } from '../src/settings/assignments.ts';
import { changeSettings } from '../src/settings/change.ts';
import { openStore } from '../src/store/open.ts';
import { billing, cardOf, topicsAre } from './topics-asked.ts';
import { createWorld, type World } from './world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const asking = [topicsAre(billing, { name: 'Report', questions: [{ label: 'Who?' }] }), 'anonymousMembers=choice'];

interface Door {
  /** Where Ada comes in. */
  readonly lobby: string;
  readonly name: string;
}

/** Two servers that ask for a topic, its form, and whether to be named. */
async function two(): Promise<{ readonly world: World; readonly harbour: Door; readonly chess: Door }> {
  const world = await createWorld({ settings: asking });
  const id = await world.addServer('Chess Club');
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const parsed = parseAssignments(asking);
  if ('problems' in parsed) throw new Error('these settings are wrong');
  const { change } = parsed;
  await store.transaction((tables) =>
    changeSettings(tables, id, { change, checked: false, by: 'test', now: world.clock.now() }),
  );
  await store.close();
  await world.advance(1000);
  const lobbyOf = (guild: GuildId): string => world.simulator.seed.channel(guild, { name: 'lobby', type: 0 }).id;
  const doors = {
    harbour: { lobby: lobbyOf(world.guild), name: 'Mallory' },
    chess: { lobby: lobbyOf(id), name: 'Trudy' },
  };
  await world.settle();
  return { world, ...doors };
}

/** What stands in the form that opens for her there; it is sent with `name`, or as it is. */
async function fillsIn(world: World, { lobby }: Door, name: string | null): Promise<string> {
  const run = await world.ada.runs('/contact-staff', {}, lobby);
  await world.settle();
  const { modal } = await world.ada.selects(['Report'], { message: run.message!.id });
  await world.ada.submits(name === null ? {} : { 'Who?': name });
  await world.settle();
  return JSON.stringify(modal);
}

async function choosesName(world: World, { lobby }: Door): Promise<string> {
  await world.ada.clicks('With my name', { channel: lobby });
  await world.settle();
  return cardOf(world, world.ticketChannels().at(-1)!)['Who?'] ?? '';
}

const others = { harbour: 'chess', chess: 'harbour' } as const;
const meanwhile: Readonly<Record<string, (world: World) => Promise<void>>> = {
  'at once': async () => undefined,
  'once both questions have expired': (world) => world.advance(20 * MINUTE),
  'after a restart': async (world) => {
    await world.stopBot();
    await world.startBot();
  },
};

it.each(
  (['harbour', 'chess'] as const).flatMap((first) => Object.keys(meanwhile).map((when) => [first, when] as const)),
)('what was entered for the %s waits there while the member begins elsewhere: %s', async (first, when) => {
  const doors = await two();
  const { world, [first]: one, [others[first]]: other } = doors;
  await fillsIn(world, one, one.name);
  expect(await fillsIn(world, other, other.name)).not.toContain(one.name);
  await meanwhile[when]?.(world);
  expect(await fillsIn(world, one, null)).toContain(one.name);
  expect(await choosesName(world, one)).toBe(one.name);
  expect(await fillsIn(world, other, null)).toContain(other.name);
  expect(await choosesName(world, other)).toBe(other.name);
  expect(world.ticketChannels()).toHaveLength(2);
});

it('it waits for a day, and not behind a ticket that was opened with it', async () => {
  const { world, harbour, chess } = await two();
  await fillsIn(world, harbour, harbour.name);
  await fillsIn(world, chess, chess.name);
  await choosesName(world, chess);
  await fillsIn(world, harbour, null);
  await choosesName(world, harbour);
  for (const channel of world.ticketChannels()) await world.sam.runs('/close', {}, channel);
  await world.settle();
  expect(await fillsIn(world, harbour, 'Another one')).not.toContain(harbour.name);
  expect(await fillsIn(world, chess, 'Somebody')).not.toContain(chess.name);
  await world.advance(3 * DAY);
  expect(await fillsIn(world, harbour, 'Nobody')).not.toContain('Another one');
});
