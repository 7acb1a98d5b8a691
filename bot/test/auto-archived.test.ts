import { describe, expect, it } from 'vitest';
import { editThread } from '../../simulator/src/acts/edit-thread.ts';
import { createWorld, reactions, type World } from './world.ts';

const hour = 60 * 60_000;

const count = (texts: readonly string[], text: string): number => texts.filter((one) => one === text).length;

function isArchived(world: World, channel: string): boolean {
  return world.simulator.world.state.channels.get(channel)!.thread!.archived;
}

describe.each(['private-thread', 'forum-post'] as const)(
  'a ticket in a %s that Discord has archived in its silence',
  (channelKind) => {
    async function silentWorld(): Promise<{ world: World; channel: string; first: string }> {
      const world = await createWorld({ channelKind });
      const { id } = await world.ada.dms('before');
      await world.settle();
      const channel = world.ticketChannel();
      await world.sam.types(channel, 'hello Ada');
      await world.settle();
      const discord = world.simulator.world;
      editThread(discord, world.olga.id, discord.state.channels.get(channel)!, { autoArchiveMinutes: 60 });
      await world.advance(hour);
      expect(isArchived(world, channel)).toBe(true);
      return { world, channel, first: id };
    }

    it('is opened by what the member writes', async () => {
      const { world, channel } = await silentWorld();
      await world.ada.dms('still there?');
      await world.settle();
      expect([isArchived(world, channel), world.ticketChannels()]).toEqual([false, [channel]]);
      expect(world.texts(channel).at(-1)).toBe('still there?');
    });

    it('is opened by what staff write, and that reaches the member', async () => {
      const { world, channel } = await silentWorld();
      await world.sam.types(channel, 'we are');
      await world.settle();
      expect(isArchived(world, channel)).toBe(false);
      expect(count(world.dmTexts(world.ada), 'we are')).toBe(1);
    });

    it('shows staff what the member changes in an older message', async () => {
      const { world, channel, first } = await silentWorld();
      await world.ada.edits(first, 'changed my mind');
      await world.settle();
      expect(world.texts(channel).filter((text) => text.includes('changed my mind'))).toHaveLength(1);
      expect(isArchived(world, channel)).toBe(false);
    });

    it('shows staff how the member reacts, and takes it away again', async () => {
      const { world, channel } = await silentWorld();
      const reply = world.ada.readsDms().find(({ content }) => content === 'hello Ada')!;
      const shown = (): readonly string[] =>
        reactions(world.sam.reads(channel).find(({ content }) => content === 'hello Ada')!);
      await world.ada.reacts(reply.id, '👋');
      await world.settle();
      expect([shown(), isArchived(world, channel)]).toEqual([['👋'], false]);
      await world.advance(hour);
      expect(isArchived(world, channel)).toBe(true);
      await world.ada.unreacts(reply.id, '👋');
      await world.settle();
      expect([shown(), isArchived(world, channel)]).toEqual([[], false]);
    });

    it('shows on its card who has claimed it', async () => {
      const { world, channel } = await silentWorld();
      void world.sam.runs('/ticket claim', {}, channel).catch(() => undefined);
      await world.settle();
      expect(JSON.stringify(world.sam.reads(channel)[0])).toContain('Unclaim');
      expect(isArchived(world, channel)).toBe(false);
    });

    it('stays archived once it is closed, although a reaction of the member comes late', async () => {
      const { world, channel } = await silentWorld();
      const reply = world.ada.readsDms().find(({ content }) => content === 'hello Ada')!;
      world.simulator.faults.fail({ method: 'PUT', path: /reactions/, when: 'before', status: 503 });
      await world.ada.reacts(reply.id, '👋');
      await world.settle();
      void world.sam.runs('/ticket close', {}, channel).catch(() => undefined);
      await world.settle();
      world.simulator.faults.clear();
      await world.advance(10 * 60_000);
      expect(isArchived(world, channel)).toBe(true);
    });

    it('is closed like any other', async () => {
      const { world, channel } = await silentWorld();
      void world.sam.runs('/ticket close', {}, channel).catch(() => undefined);
      await world.settle();
      const { thread } = world.simulator.world.state.channels.get(channel)!;
      expect([thread?.archived, thread?.locked]).toEqual([true, true]);
    });
  },
);
