import { expect, test } from 'vitest';
import { openBrowser, withoutBrowser } from './browser.ts';
import { apiOf, runSandbox, silentBot } from './sandbox-program.ts';

test.skipIf(withoutBrowser)(
  'a link to the direct messages is called after whom they are with, and leads there',
  { timeout: 120_000 },
  async () => {
    const running = await runSandbox(silentBot);
    const api = apiOf(running);
    const [direct, general] = [await api.channel('ada', 'dm'), await api.channel('ada', 'general')];
    const text = `Look at https://discord.com/channels/@me/${direct} and <#${general}>`;
    await api.act('ada', { verb: 'say', channel: general, text });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(running.url);
      const ada = page.getByRole('region', { name: 'Ada’s Discord', exact: true });
      await ada.getByRole('button', { name: 'Lantern Harbour' }).click();
      await ada.getByRole('button', { name: 'general', exact: true }).click();
      await ada.getByRole('log').getByText('#general', { exact: true }).waitFor();
      await ada.getByRole('button', { name: '@Modmail' }).click();
      await ada.getByText('This is the beginning of your direct message history').waitFor();
      expect(await ada.getByRole('log').getByText('Look at').count()).toBe(0);
    } finally {
      await browser.close();
    }
  },
);
