import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { png } from '../../simulator/src/cdn/png.ts';
import { openBrowser, withoutBrowser } from './chromium.ts';
import { filesOn, linked, linksIn, opens } from './opened-link.ts';
import { createWorld, type World } from './world.ts';

/** A minute of silence. */
function silence(): Buffer {
  const samples = 8000 * 60;
  const head = Buffer.alloc(44);
  head.write('RIFF\0\0\0\0WAVEfmt ', 'latin1');
  head.writeUInt32LE(36 + samples, 4);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}

describe.skipIf(withoutBrowser)('a link to a transcript in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** The page and its files, without the proxy that only this machine does not have. */
  async function posted(world: World): Promise<{ readonly link: string; readonly files: readonly string[] }> {
    await world.settle();
    await world.sam.runs('/close', {}, world.ticketChannel());
    await world.settle();
    const [link = ''] = linksIn(world, world.logs);
    const here = (address: string): string => `${world.app().url}${new URL(address).pathname.replace('/modmail', '')}`;
    return { link: here(link), files: filesOn(await (await opens(world, link)).text(), link).map(here) };
  }

  test('pictures show and sound plays, in the page as well as in a tab of their own, and pages are only saved', async () => {
    const world = await createWorld(linked());
    await world.ada.dms('look', {
      files: [
        { name: 'song.wav', bytes: silence(), type: 'audio/wav' },
        { name: 'picture.png', bytes: png(32, () => [40, 120, 220]), type: 'image/png' },
        { name: 'page.html', bytes: Buffer.from('<script>alert(1)</script>'), type: 'text/html' },
      ],
    });
    const { link, files } = await posted(world);
    const [song = '', picture = ''] = files;
    const page = await browser.newPage();
    const plays = (): Promise<unknown> =>
      page.waitForFunction(() => document.querySelector<HTMLMediaElement>('audio, video')?.duration === 60);
    const width = (): Promise<number | undefined> => page.evaluate(() => document.querySelector('img')?.naturalWidth);
    await page.goto(link);
    await plays();
    await expect.poll(width).toBe(32);
    const saved = page.waitForEvent('download');
    await page.click('a.file');
    expect((await saved).suggestedFilename()).toBe('page.html');
    await page.goto(song);
    await plays();
    await page.goto(picture);
    expect(await width()).toBe(32);
    await page.close();
  });
});
