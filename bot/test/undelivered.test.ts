import { expect, it } from 'vitest';
import { createWorld } from './world.ts';

it('an answer that failed stays in the history; its line is said again only after five minutes', async () => {
  const world = await createWorld();
  await world.ada.dms('help');
  await world.settle();
  world.ada.blocksTheBot();
  const channel = world.ticketChannel();
  const lines = (): number => world.texts(channel).filter((text) => text.includes('Not delivered')).length;
  await world.sam.types(channel, 'first');
  await world.advance(4 * 60_000);
  await world.sam.types(channel, 'second');
  await world.settle();
  expect(lines()).toBe(1);
  await world.advance(2 * 60_000);
  await world.sam.types(channel, 'third');
  await world.settle();
  expect(lines()).toBe(2);
  await world.sam.runs('/close', { notify: false }, channel);
  await world.settle();
  const files = world.sam.reads(world.logs).flatMap(({ attachments }) => attachments);
  const id = files.find(({ filename }) => filename.endsWith('.txt'))!.id;
  const transcript = new TextDecoder().decode(world.simulator.world.state.uploads.get(id)?.bytes);
  for (const text of ['first', 'second', 'third']) expect(transcript).toContain(text);
  expect(transcript.match(/not delivered/gi)?.length).toBeGreaterThanOrEqual(3);
});
