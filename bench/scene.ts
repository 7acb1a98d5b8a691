import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from '../simulator/src/options.ts';
import type { Person } from '../simulator/src/people/person.ts';
import { startSimulator, type Simulator } from '../simulator/src/simulator.ts';
import { runCommand, startBot, type BotProcess } from './bot-process.ts';
import type { BenchOptions } from './options.ts';

export interface Scene {
  readonly bot: BotProcess;
  readonly members: readonly Person[];
  readonly staff: Person;
  /** Resolves with the instant (`performance.now()`) at which a request that carries this text arrives. */
  arrival(text: string): Promise<number>;
  /** The instant at which the next message is posted in a channel by the bot itself. */
  nextPost(): Promise<number>;
  /** The ticket channel of a member, once there is one. */
  channelOf(member: Person): string;
  /** How many requests the bot has made. */
  calls(): number;
  /** Resolves when nothing has been asked for a while. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A pretend Discord in this process with one server, and the built program in another. */
export async function createScene(memberCount: number, { program, nodeOptions }: BenchOptions): Promise<Scene> {
  const watch = createWatch();
  const simulator = await startSimulator({ seed: 1, observe: watch.observe });
  const { application, guild, role, parent, staff, members } = furnish(simulator, memberCount);
  const dataDir = await mkdtemp(join(tmpdir(), 'backchannel-bench-'));
  const environment = {
    DISCORD_TOKEN: application.token,
    DISCORD_API: `${simulator.url}/api`,
    DISCORD_CDN: `${simulator.url}/cdn`,
    DISCORD_REQUESTS_PER_SECOND: '10000',
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'warn',
  };
  const settings = [
    `parentChannel=${parent}`,
    `staffRoles=${role}`,
    'limits.openCooldown=0',
    'limits.perSidePerMinute=0',
  ];
  const run = { file: program, environment };
  await runCommand({ ...run, nodeOptions: [] }, 'settings', 'set', guild, ...settings, 'enabled=true');
  const bot = startBot({ ...run, nodeOptions });
  while (!simulator.isOnline(application.id)) await pause(20);

  const channels = new Map<string, string>();
  async function quiet(): Promise<void> {
    for (let seen = -1; seen !== watch.calls() || simulator.inFlight() > 0;) {
      seen = watch.calls();
      await pause(300);
    }
  }
  await quiet();
  return {
    bot,
    members,
    staff,
    arrival: watch.arrival,
    nextPost: watch.nextPost,
    calls: watch.calls,
    channelOf(member) {
      const known = channels.get(member.id);
      if (known !== undefined) return known;
      for (const channel of simulator.world.state.channels.values())
        if (channel.parentId === parent && channel.name === `modmail-${member.username}`) {
          channels.set(member.id, channel.id);
          return channel.id;
        }
      throw new Error(`${member.username} has no ticket`);
    },
    quiet,
    async stop() {
      await bot.stop();
      await simulator.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

type Watch = Pick<Scene, 'arrival' | 'nextPost' | 'calls'> & { readonly observe: (exchange: Exchange) => void };

/** Hears of every request that the bot makes. */
function createWatch(): Watch {
  const arrivals = new Map<string, (at: number) => void>();
  let posts: ((at: number) => void)[] = [];
  let calls = 0;
  return {
    observe(exchange) {
      calls += 1;
      if (exchange.method !== 'POST') return;
      const text = (exchange.request as { content?: string } | undefined)?.content ?? '';
      arrivals.get(text)?.(exchange.arrivedAt);
      arrivals.delete(text);
      if (exchange.route !== '/channels/{channel_id}/messages') return;
      for (const resolve of posts) resolve(exchange.arrivedAt);
      posts = [];
    },
    arrival: (text) => new Promise((resolve) => arrivals.set(text, resolve)),
    nextPost: () => new Promise((resolve) => posts.push(resolve)),
    calls: () => calls,
  };
}

/** One server with staff, a channel for tickets that only they see, and members who never wrote before. */
function furnish(simulator: Simulator, memberCount: number) {
  const { seed } = simulator;
  const application = seed.application({ name: 'Backchannel' });
  const owner = seed.user({ username: 'owner' }).id;
  const guild = seed.guild({ name: 'Bench', owner, bot: application.id });
  const role = seed.role(guild.id, { name: 'Staff' }).id;
  const staff = seed.user({ username: 'staff' }).id;
  seed.join(guild.id, staff, [role]);
  const ours = [...(guild.members.get(application.id)?.roles ?? [])];
  const parent = seed.channel(guild.id, {
    name: 'tickets',
    type: 0,
    overwrites: [
      { id: guild.id, type: 'role', allow: 0n, deny: 1n << 10n },
      ...[role, ...ours].map((id) => ({ id, type: 'role' as const, allow: 1n << 10n, deny: 0n })),
    ],
  }).id;
  const members = Array.from({ length: memberCount }, (_, index) => {
    const { id } = seed.user({ username: `member${index}` });
    seed.join(guild.id, id);
    return simulator.person(id);
  });
  return { application, guild: guild.id, role, parent, staff: simulator.person(staff), members };
}
