import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from '../simulator/src/options.ts';
import type { Person } from '../simulator/src/people/person.ts';
import { startSimulator } from '../simulator/src/simulator.ts';
import { runCommand, startBot, type BotProcess } from './bot-process.ts';

export interface Scene {
  readonly bot: BotProcess;
  readonly members: readonly Person[];
  readonly staff: Person;
  /** Resolves with the instant (`performance.now()`) at which a request that carries this text arrives. */
  arrival(text: string): Promise<number>;
  /** The instant at which the next message is posted below this kind of path. */
  nextPost(path: RegExp): Promise<number>;
  /** The ticket channel of a member, once there is one. */
  channelOf(member: Person): string;
  /** Resolves when nothing has been asked for a while. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A pretend Discord in this process with one server, and the built program in another. */
export async function createScene(memberCount: number): Promise<Scene> {
  const arrivals = new Map<string, (at: number) => void>();
  let posts: { readonly path: RegExp; readonly resolve: (at: number) => void }[] = [];
  let last: Exchange | null = null;

  const simulator = await startSimulator({
    seed: 1,
    observe(exchange) {
      last = exchange;
      if (exchange.method !== 'POST') return;
      const text = (exchange.request as { content?: string } | undefined)?.content ?? '';
      arrivals.get(text)?.(exchange.arrivedAt);
      arrivals.delete(text);
      for (const post of posts.filter(({ path }) => path.test(exchange.path))) post.resolve(exchange.arrivedAt);
      posts = posts.filter(({ path }) => !path.test(exchange.path));
    },
  });
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
  await runCommand(environment, 'settings', 'set', guild.id, ...settings, 'enabled=true');
  const bot = startBot(environment);
  while (!simulator.isOnline(application.id)) await pause(20);

  const scene: Scene = {
    bot,
    members,
    staff: simulator.person(staff),
    arrival: (text) => new Promise((resolve) => arrivals.set(text, resolve)),
    nextPost: (path) => new Promise((resolve) => posts.push({ path, resolve })),
    channelOf(member) {
      for (const channel of simulator.world.state.channels.values())
        if (channel.parentId === parent && channel.name === `modmail-${member.username}`) return channel.id;
      throw new Error(`${member.username} has no ticket`);
    },
    async quiet() {
      for (let seen: Exchange | null = null; seen !== last || simulator.inFlight() > 0;) {
        seen = last;
        await pause(300);
      }
    },
    async stop() {
      await bot.stop();
      await simulator.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await scene.quiet();
  return scene;
}
