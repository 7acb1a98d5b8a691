import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { png } from '../../simulator/src/cdn/png.ts';
import { openBrowser, withoutBrowser } from './chromium.ts';
import { createWorld, type World } from './world.ts';

/** The bytes of a file that was posted in the logs channel. */
function posted(world: World, ending: string): Uint8Array {
  for (const message of world.sam.reads(world.logs))
    for (const { id, filename } of message.attachments)
      if (filename.endsWith(ending)) return world.simulator.world.state.uploads.get(id)!.bytes;
  throw new Error(`no ${ending} was posted`);
}

async function closedTicket(): Promise<World> {
  const world = await createWorld();
  const bytes = png(32, () => [40, 120, 220]);
  await world.ada.dms('My **first** message', { files: [{ name: 'picture.png', bytes, type: 'image/png' }] });
  await world.settle();
  const channel = world.ticketChannel();
  await world.sam.types(channel, 'An answer');
  await world.sam.types(channel, '// only for us');
  await world.settle();
  await world.ada.edits(world.ada.readsDms()[0]!.id, 'My **mended** message');
  await world.settle();
  await world.sam.runs('/close', { comment: 'All done' }, channel);
  await world.settle();
  return world;
}

it('the plain transcript that is posted holds everything that was said', async () => {
  const world = await closedTicket();
  const text = new TextDecoder().decode(posted(world, '.txt'));
  for (const said of ['My **mended** message', 'picture.png', 'An answer', '// only for us', 'All done'])
    expect(text).toContain(said);
});

it.skipIf(withoutBrowser)('the posted page is complete with the network off', async () => {
  const world = await closedTicket();
  const folder = await mkdtemp(join(tmpdir(), 'backchannel-transcript-'));
  const browser = await openBrowser();
  try {
    await writeFile(join(folder, 'ticket.html'), posted(world, '.html'));
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => void (request.url().startsWith('data:') || asked.push(request.url())));
    await page.goto(`file://${join(folder, 'ticket.html')}`);
    const text = await page.innerText('body');
    for (const said of ['My mended message', 'An answer', 'only for us', 'All done', 'Ada Lovelace', 'Sam'])
      expect(text).toContain(said);
    const pictures = await page.$$eval('img', (images) => images.map((image) => image.naturalWidth));
    expect(pictures).toContain(32);
    expect(pictures.every((width) => width > 0)).toBe(true);
    expect(asked).toEqual([`file://${join(folder, 'ticket.html')}`]);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
});
