import { expect, it } from 'vitest';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { permissionFlags } from '../../simulator/src/permissions.ts';
import { withThread, writes } from './closed-dms.ts';
import { reactions, type World } from './world.ts';

const page = async (world: World): Promise<string> => (await fetch(world.app().url ?? '')).text();

/** Whether the bot may lock threads in a channel. */
function mayLock(world: World, channel: string, may: boolean): void {
  const deny = may ? 0n : permissionFlags.manageThreads;
  const { world: discord } = world.simulator;
  putOverwrite(discord, null, discord.state.channels.get(channel)!, {
    id: world.app().bot,
    type: 'member',
    allow: 0n,
    deny,
  });
}

it('whoever writes in a thread that could not be closed sees that nobody reads it; the problem goes once it can', async () => {
  const { world, channel, lobby, thread } = await withThread();
  mayLock(world, lobby, false);
  await world.sam.runs('/close', {}, channel);
  await world.settle();
  expect(await page(world)).toContain('could not be put away');
  const late = await writes(world, thread, 'one more thing');
  await world.settle();
  expect(reactions(world.ada.reads(thread).find(({ id }) => id === late.id)!)).toEqual(['❌']);
  mayLock(world, lobby, true);
  await world.sam.runs('/reopen', {}, channel);
  await world.settle();
  await world.sam.runs('/close', {}, channel);
  await world.settle();
  expect(await page(world)).toContain('None that I know of.');
  expect(world.simulator.world.state.channels.get(thread)!.thread).toMatchObject({ archived: true, locked: true });
});
