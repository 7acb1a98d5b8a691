import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, withoutBrowser } from './chromium.ts';
import { transcriptHtml } from './transcript-story.ts';
import {
  ada,
  drawnOf,
  entryOf,
  fileOf,
  hostileTexts,
  noon,
  replyOf,
  sam,
  transcriptOf,
  written,
} from './drawn-examples.ts';

/** A picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const receipt = Buffer.from('receipt of 4821');

describe.skipIf(withoutBrowser)('a transcript in a browser without a network', () => {
  let browser: Browser;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'transcript-'));
  const trouble: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    const context = await browser.newContext({ offline: true, acceptDownloads: true });
    page = await context.newPage();
    page.on('request', (request) => /^(file|data):/.test(request.url()) || trouble.push(request.url()));
    page.on('requestfailed', (request) => trouble.push(request.url().slice(0, 100)));
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('dialog', (dialog) => trouble.push(dialog.message()));
    const path = join(folder, 'ticket-12.html');
    writeFileSync(path, transcriptHtml(conversation()));
    await page.goto(pathToFileURL(path).href);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  function conversation() {
    const picture = { ...fileOf('cat.png', pixel.length), type: 'image/png', bytes: pixel };
    const paper = { ...fileOf('receipt.txt', receipt.length), type: 'text/plain', bytes: receipt };
    const first = drawnOf('||secret|| https://example.com ![x](https://example.com/x.png) <:ok:700000000000000001>');
    const reply = replyOf('Hello', {}, { replyTo: first.entry.id, at: noon + 60_000 });
    const hostile = hostileTexts.map((text) =>
      written(drawnOf('', { entry: entryOf(text), author: { ...ada, displayName: text } })),
    );
    const photo = { type: 'image/png', bytes: pixel };
    return transcriptOf([written(first, { files: [picture, paper] }), written(reply), ...hostile], {
      avatars: new Map([
        [ada.id as string, photo],
        [sam.id as string, photo],
      ]),
      emoji: new Map([['700000000000000001', photo]]),
    });
  }

  test('is complete: every picture is shown and nothing is asked of the network', async () => {
    const pictures = await page.evaluate(async () => {
      await Promise.all([...document.images].map((image) => image.decode()));
      return [...document.images].map((image) => image.naturalWidth);
    });
    expect(pictures).toEqual([1, 1]);
    const face = await page
      .locator('article .face')
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundImage);
    expect(face).toContain('data:image/png');
    expect(await page.locator('article').count()).toBe(2 + hostileTexts.length);
    expect(await page.locator('script, iframe, object, link, form').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  test('leads from a reply to what it answers', async () => {
    await page.click('a.reply-to');
    expect(await page.locator('article:target').textContent()).toContain('secret');
  });

  test('hides a spoiler until somebody looks', async () => {
    const hidden = page.locator('.text .spoiler > span').first();
    await page.mouse.move(0, 0);
    expect(await hidden.isVisible()).toBe(false);
    await page.locator('.text .spoiler').first().focus();
    expect(await hidden.isVisible()).toBe(true);
  });

  test('hands out its files', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('a.file')]);
    expect(download.suggestedFilename()).toBe('receipt.txt');
    expect(readFileSync(await download.path())).toEqual(receipt);
    expect(trouble).toEqual([]);
  });
});
