import type { Clock } from '../clock.ts';
import type { Simulator } from '../simulator.ts';
import type { BotProcess } from './bot-process.ts';
import { countFlow } from './counts.ts';
import type { Flow } from './flow.ts';
import type { Live } from './http/live.ts';
import type { Kept } from './keep.ts';
import type { Setup } from './setup.ts';
import { stepsDone } from './steps.ts';
import type { Trouble } from './trouble.ts';
import { people } from './view/authors.ts';
import type { GuildStatus, Status } from './wire.ts';

export interface StatusParts {
  readonly simulator: Simulator;
  readonly kept: Kept;
  readonly bot: BotProcess;
  readonly setup: Setup;
  readonly trouble: Trouble;
  readonly flow: Flow;
  readonly isGuided: boolean;
}

const allSteps = 4;

/** What the page shows whoever one looks through. */
export function currentStatus({ simulator, kept, bot, setup, trouble, flow, isGuided }: StatusParts): Status {
  const { world } = simulator;
  if (isGuided && kept.steps.size < allSteps)
    for (const step of stepsDone(world.state, kept.scene)) kept.steps.add(step);
  const { toStaff, toMembers } = countFlow(world.state);
  return {
    people: people(world),
    bot: { ...bot.status(), online: simulator.isOnline(kept.scene.applicationId) },
    guilds: kept.scene.guilds.map(({ id, parents, logsChannel, channelKind }): GuildStatus => ({
      id,
      name: world.state.guilds.get(id)?.name ?? '',
      channelKind: Object.keys(parents).length > 1 ? (kept.channelKinds.get(id) ?? channelKind) : null,
      logsChannel,
      problem: setup.problemIn(id),
    })),
    steps: isGuided ? [...kept.steps] : null,
    faults: trouble.list(),
    flow: flow.status(),
    counts: { toStaff, toMembers },
  };
}

/** How often pages are told, at most. */
const pace = 300;

/** Tells the pages of the status while it changes. Returns a function that stops it. */
export function pushStatus(parts: StatusParts, live: Live, clock: Clock): () => void {
  let before = '';
  let cancel = () => {};
  const tick = () => {
    cancel = clock.after(pace, tick);
    if (!live.isWatched()) return;
    const status = currentStatus(parts);
    const text = JSON.stringify(status);
    if (text === before) return;
    before = text;
    live.tellStatus(status);
  };
  tick();
  return () => cancel();
}
