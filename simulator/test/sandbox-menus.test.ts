import { expect, test } from 'vitest';
import { openBrowser, withoutBrowser } from './browser.ts';
import { program, runSandbox } from './sandbox-program.ts';

/** A discord.js bot that counts what is chosen in its menus, and draws them anew with the word "again". */
const chooser = program(`if (process.argv.at(-1) === 'start') {
  process.on('disconnect', () => process.exit());
  const { Client } = require('discord.js');
  const client = new Client({ intents: [1, 512, 32768], rest: { api: process.env.DISCORD_API } });
  const options = ['Rope', 'Lamp'].map((label) => ({ label, value: label, emoji: { name: '👍' }, description: 'A ' + label }));
  const menu = (custom_id, placeholder, min_values) =>
    ({ type: 1, components: [{ type: 3, custom_id, placeholder, min_values, options }] });
  const components = [menu('must', 'One of them', 1), menu('may', 'Maybe one', 0)];
  let times = 0;
  let shown;
  client.on('messageCreate', async (message) => {
    if (message.content === 'menu') shown = await message.channel.send({ content: 'Choose', components });
    if (message.content === 'again') await shown.edit({ content: 'Choose anew', components });
  });
  client.on('interactionCreate', (interaction) => {
    times += 1;
    return interaction.reply(times + ': ' + (interaction.values.join() || 'nothing'));
  });
  client.login(process.env.DISCORD_TOKEN);
}`);

test.skipIf(withoutBrowser)(
  'what is chosen in a menu is sent once, until its message is edited; where nothing need be chosen it can be let go',
  { timeout: 120_000 },
  async () => {
    const running = await runSandbox(chooser);
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(running.url);
      await page.getByText('Bot is running').waitFor();
      const sam = page.getByRole('region', { name: 'Sam’s Discord', exact: true });
      await sam.getByRole('button', { name: 'general' }).click();
      const say = async (text: string): Promise<void> => {
        await sam.getByRole('textbox', { name: /^Message/ }).fill(text);
        await page.keyboard.press('Enter');
      };
      const choose = async (menu: string, choice: string): Promise<void> => {
        await sam.getByRole('button', { name: menu }).click();
        await page.getByRole('menuitemcheckbox', { name: choice }).click();
      };
      await say('menu');
      await choose('One of them', 'Rope');
      await sam.getByText('1: Rope').waitFor();
      await choose('Rope', 'Rope');
      await choose('Maybe one', 'Lamp');
      await sam.getByText('2: Lamp').waitFor();
      await choose('Lamp', 'Lamp');
      await sam.getByText('3: nothing').waitFor();
      await say('again');
      await sam.getByText('Choose anew').waitFor();
      await choose('One of them', 'Rope');
      await sam.getByText('4: Rope').waitFor();
      expect(await sam.getByRole('button', { name: 'Maybe one' }).count()).toBe(1);
    } finally {
      await browser.close();
    }
  },
);
