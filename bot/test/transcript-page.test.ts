import { expect, it } from 'vitest';
import { png } from '../../simulator/src/cdn/png.ts';
import { openStore } from '../src/store/open.ts';
import { openBrowser, withoutBrowser } from './chromium.ts';
import { closes, linked, linksIn, opens } from './opened-link.ts';
import { write } from './stored.ts';
import { ticketOf } from './topics-asked.ts';
import { createWorld } from './world.ts';

it.skipIf(withoutBrowser)(
  'the page that a link opens shows its pictures, and asks nobody else for anything',
  async () => {
    const world = await createWorld(linked());
    const picture = { name: 'picture.png', bytes: png(96, (x, y) => [40 + x, 120 + y, 220]), type: 'image/png' };
    const text = { name: 'log.txt', bytes: new TextEncoder().encode('lines'), type: 'text/plain' };
    await world.ada.dms('My **lantern** is gone', { files: [picture, text] });
    await world.settle();
    const channel = await closes(world, 'Can you look?');
    expect(channel).toBe(world.ticketChannel());
    const { pathname, origin } = new URL(linksIn(world, world.logs)[0]!);
    const here = world.app().url ?? '';
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const trouble: string[] = [];
      page.on('console', (message) => trouble.push(message.text()));
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith('data:') && !url.startsWith(here)) trouble.push(url);
      });
      expect(origin).not.toBe(here);
      await page.goto(here + pathname.replace('/modmail', ''));
      await page.waitForFunction(() => [...document.images].every((image) => image.complete));
      expect(await page.$$eval('img', (images) => images.map((image) => image.naturalWidth))).toEqual([96]);
      const saving = page.waitForEvent('download');
      await page.getByText('log.txt').click();
      expect((await saving).suggestedFilename()).toBe('log.txt');
      expect(trouble).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);

it('while a ticket of 10,000 messages is drawn, others have their turn', async () => {
  const world = await createWorld(linked());
  await world.ada.dms('the first');
  await world.settle();
  const ticket = (await ticketOf(world))!.id;
  await world.stopBot();
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  await store.transaction(async (tables) => {
    for (let count = 0; count < 10_000; count += 1) await write(tables, ticket, `word ${count}`);
  });
  await store.close();
  await world.startBot();
  const { message } = await world.sam.runs('/transcript link', {}, world.ticketChannel());
  const [, link = ''] = /"url":"([^"]+)"/.exec(JSON.stringify(message?.components)) ?? [];
  let longest = 0;
  let before = performance.now();
  let drawn = false;
  const watching = (async () => {
    while (!drawn) {
      await new Promise((resolve) => setImmediate(resolve));
      longest = Math.max(longest, performance.now() - before);
      before = performance.now();
    }
  })();
  const page = await (await opens(world, link)).text();
  drawn = true;
  await watching;
  expect(page).toContain('word 9999');
  expect(longest).toBeLessThan(300);
}, 60_000);
