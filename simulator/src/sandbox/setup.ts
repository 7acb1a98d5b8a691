import type { BotProcess } from './bot-process.ts';
import type { Kept } from './keep.ts';
import type { GuildPlan } from './scene.ts';
import type { ChannelKind } from './wire.ts';

export interface Setup {
  /** Tells the bot program the settings of every server that it was not told of yet. */
  everywhere(): Promise<void>;
  chooseKind(guild: string, kind: ChannelKind): Promise<void>;
  /** Why the last change was refused. */
  problemIn(guild: string): string | null;
}

/** Configures the bot as an operator does: through its own command line. */
export function createSetup(kept: Kept, bot: Pick<BotProcess, 'once'>, changed: () => void): Setup {
  const problems = new Map<string, string>();

  const apply = async (plan: GuildPlan, kind: ChannelKind, more: readonly string[]) => {
    const parent = plan.parents[kind];
    if (parent === undefined) return;
    const assignments = [`channelKind=${kind}`, `parentChannel=${parent}`, ...more];
    const problem = await bot.once(['settings', 'set', plan.id, ...assignments]);
    if (problem === null) {
      kept.channelKinds.set(plan.id, kind);
      problems.delete(plan.id);
    } else problems.set(plan.id, problem);
    changed();
  };
  return {
    async everywhere() {
      for (const plan of kept.scene.guilds) {
        if (!kept.channelKinds.has(plan.id)) await apply(plan, plan.channelKind, plan.settings);
      }
    },
    async chooseKind(guild, kind) {
      const plan = kept.scene.guilds.find(({ id }) => id === guild);
      if (!plan) return;
      // A server that could not be set up at the start is told everything again.
      await apply(plan, kind, kept.channelKinds.has(guild) ? [] : plan.settings);
    },
    problemIn: (guild) => problems.get(guild) ?? null,
  };
}
