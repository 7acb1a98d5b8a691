import type { ChannelId, GuildId } from '../bot/src/ids.ts';
import type { Store } from '../bot/src/store.ts';
import type { Person } from '../simulator/src/people/person.ts';
import { pause, spread, type Figures } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { createScene, type Scene } from './scene.ts';

/** So many members are measured. */
const people = 30;
/** Up to so many servers the bot looks for an unknown member in all of them. */
const few = 20;
const tries = 1000;
/** Between two steps, in milliseconds. It is never quiet: after a start the bot looks at the settings of every server, one after the other. */
const rest = 400;

/**
 * One bot in many servers, members who share one of them: how often Discord is asked about a member in order to find their server,
 * from their message (or the name that they enter) to the request that makes the ticket channel, and how long it takes to the card.
 */
export async function measureLookUps(options: BenchOptions): Promise<Figures> {
  return { ...(await inMany(options)), ...(await inFew(options)) };
}

async function inMany(options: BenchOptions): Promise<Figures> {
  const scene = await createScene(people, options);
  try {
    await addServers(scene, options.servers);
    const unknown: Measured[] = [];
    const talking: number[] = [];
    const known: Measured[] = [];
    for (const member of scene.members) {
      unknown.push(await entersName(scene, member));
      await pause(rest);
      const text = `in the ticket of ${member.username}`;
      talking.push(
        await countLookUps(
          scene,
          member,
          (arrived) => arrived(text),
          () => member.dms(text),
        ),
      );
      await scene.staff.types(scene.channelOf(member), '!close');
      await pause(rest);
      known.push(await opens(scene, member, () => member.dms('me again')));
      await pause(rest);
    }
    return {
      'look-ups: servers': options.servers,
      'look-ups: of a member in an open ticket, most': Math.max(...talking),
      'look-ups: of a known member without one, most': most(known),
      'look-ups: of an unknown member in many servers, most': most(unknown),
      ...spread(
        'first card for a known member',
        known.map(({ ms }) => ms),
      ),
      ...spread(
        'first card once an unknown member has named their server',
        unknown.map(({ ms }) => ms),
      ),
    };
  } finally {
    await scene.stop();
  }
}

async function inFew(options: BenchOptions): Promise<Figures> {
  const scene = await createScene(people, options);
  try {
    await addServers(scene, few);
    const unknown: Measured[] = [];
    for (const member of scene.members) {
      unknown.push(await opens(scene, member, () => member.dms('hello')));
      await pause(rest);
    }
    return {
      'look-ups: of an unknown member in 20 servers, most': most(unknown),
      ...spread(
        'first card for an unknown member in 20 servers',
        unknown.map(({ ms }) => ms),
      ),
    };
  } finally {
    await scene.stop();
  }
}

interface Measured {
  readonly lookUps: number;
  /** From what the member did to the request that posts the card. */
  readonly ms: number;
}

const most = (measured: readonly Measured[]): number => Math.max(...measured.map(({ lookUps }) => lookUps));

/** The servers beside the first one: with modmail, and without any of the members. */
async function addServers({ simulator, application, restart }: Scene, servers: number): Promise<void> {
  const owner = simulator.world.state.guilds.values().next().value?.ownerId ?? '';
  const others = Array.from({ length: servers - 1 }, (_, at) => {
    const { id } = simulator.seed.guild({ name: `Server ${at}`, owner, bot: application });
    return { guild: id as GuildId, parent: simulator.seed.channel(id, { name: 'tickets', type: 0 }).id as ChannelId };
  });
  await restart((store) => enable(store, others));
}

function enable(
  store: Store,
  servers: readonly { readonly guild: GuildId; readonly parent: ChannelId }[],
): Promise<void> {
  return store.transaction(async ({ settings }) => {
    for (const { guild, parent } of servers)
      await settings.put(guild, { parentChannel: parent, enabled: true }, 0, true, 'bench', 0);
  });
}

/** An unknown member writes, is asked for their server, and enters its name. */
async function entersName(scene: Scene, member: Person): Promise<Measured> {
  await member.dms('hello');
  const dm = member.readsDms()[0]?.channelId ?? '';
  await until(() => member.readsDms().some((one) => one.components.length > 0));
  await member.clicks('Enter a name', { channel: dm });
  return opens(scene, member, () => member.submits({ name: 'Bench' }));
}

/** What a member does opens a ticket. */
async function opens(scene: Scene, member: Person, act: () => Promise<unknown>): Promise<Measured> {
  const posted = cardOf(scene);
  const start = performance.now();
  let end = NaN;
  const lookUps = await countLookUps(
    scene,
    member,
    () => posted.made,
    async () => {
      await act();
      end = await posted.card;
    },
  );
  return { lookUps, ms: end - start };
}

/** When the next ticket channel is made, and when its card is posted. */
function cardOf(scene: Scene): { readonly made: Promise<number>; readonly card: Promise<number> } {
  let isMade: (at: number) => void = () => undefined;
  const made = new Promise<number>((resolve) => (isMade = resolve));
  const card = new Promise<number>((resolve) => {
    const stop = scene.hear(({ method, route, path, arrivedAt }) => {
      if (method !== 'POST') return;
      if (route === '/channels/{channel_id}/threads') return isMade(arrivedAt);
      const parent = scene.simulator.world.state.channels.get(path.split('/')[2] ?? '')?.parentId;
      if (route !== '/channels/{channel_id}/messages' || parent === null || parent === undefined) return;
      stop();
      resolve(arrivedAt);
    });
  });
  return { made, card };
}

/** How often Discord is asked about a member until the request arrives of which `until` tells the time. */
async function countLookUps(
  scene: Scene,
  member: Person,
  until: (arrival: Scene['arrival']) => Promise<number>,
  act: () => Promise<unknown>,
): Promise<number> {
  const asked: number[] = [];
  const stop = scene.hear(({ method, path, arrivedAt }) => {
    if (method === 'GET' && path.endsWith(`/members/${member.id}`)) asked.push(arrivedAt);
  });
  const reached = until(scene.arrival);
  await act();
  const end = await reached;
  stop();
  return asked.filter((at) => at < end).length;
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < tries; turn += 1) {
    if (holds()) return;
    await pause(5);
  }
  throw new Error('waited in vain');
}
