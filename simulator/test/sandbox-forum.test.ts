import { expect, test } from 'vitest';
import { openBrowser, withoutBrowser } from './browser.ts';
import { program, runSandbox } from './sandbox-program.ts';

/** A discord.js bot that makes a forum's tags and a post with them. */
const poster = program(`if (process.argv.at(-1) === 'start') {
  process.on('disconnect', () => process.exit());
  const { Client } = require('discord.js');
  const client = new Client({ intents: [1], rest: { api: process.env.DISCORD_API } });
  client.once('clientReady', async () => {
    const forum = client.channels.cache.find(({ type }) => type === 15);
    const { availableTags } = await forum.setAvailableTags([{ name: 'Open', emoji: { name: '🟢' } }, { name: 'Plain' }]);
    await forum.threads.create({ name: 'A post', message: { content: 'Hello' }, appliedTags: availableTags.map(({ id }) => id) });
  });
  client.login(process.env.DISCORD_TOKEN);
}`);

test.skipIf(withoutBrowser)(
  'a forum shows the tags of its posts with their emoji, on machines without a font of emoji too',
  { timeout: 120_000 },
  async () => {
    const running = await runSandbox(poster);
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(running.url);
      const sam = page.getByRole('region', { name: 'Sam’s Discord', exact: true });
      await sam.getByRole('button', { name: 'ticket-posts', exact: true }).click();
      const post = sam.getByRole('list', { name: 'Posts' }).getByRole('button', { name: 'A post' });
      await post.getByText('Plain').waitFor();
      expect(await post.locator('.tag').allInnerTexts()).toEqual([' Open', 'Plain']);
      expect(await post.locator('.tag svg').count()).toBe(1);
    } finally {
      await browser.close();
    }
  },
);
