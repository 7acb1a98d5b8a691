import { expect, test } from 'vitest';
import { openBrowser, withoutBrowser } from './browser.ts';
import { program, runSandbox } from './sandbox-program.ts';

/** A discord.js bot with a command whose option is completed while one types it. */
const finder = program(`if (process.argv.at(-1) === 'start') {
  process.on('disconnect', () => process.exit());
  const { Client } = require('discord.js');
  const client = new Client({ intents: [1], rest: { api: process.env.DISCORD_API } });
  const things = ['Lantern', 'Lamp', 'Rope'];
  client.on('interactionCreate', async (interaction) => {
    if (!interaction.isAutocomplete()) return interaction.reply('found ' + interaction.options.getString('thing'));
    const typed = interaction.options.getFocused().toLowerCase();
    const fitting = things.filter((thing) => thing.toLowerCase().includes(typed));
    await interaction.respond(fitting.map((name) => ({ name, value: 'thing-' + name })));
  });
  const options = [{ type: 3, name: 'thing', description: 'What is lost', required: true, autocomplete: true }];
  client.once('clientReady', () => client.application.commands.set([{ name: 'find', description: 'Finds it', options }]));
  client.login(process.env.DISCORD_TOKEN);
}`);

test.skipIf(withoutBrowser)(
  'an option that the bot completes offers what fits while one types',
  { timeout: 120_000 },
  async () => {
    const running = await runSandbox(finder);
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(running.url);
      await page.getByText('Bot is running').waitFor();
      const sam = page.getByRole('region', { name: 'Sam’s Discord', exact: true });
      await sam.getByRole('button', { name: 'general' }).click();
      await sam.getByRole('textbox', { name: /^Message/ }).fill('/fin');
      await sam.getByRole('option', { name: /^\/find/ }).waitFor();
      await page.keyboard.press('Enter');

      await sam.getByRole('option', { name: 'Rope' }).waitFor();
      await page.keyboard.type('la');
      await sam.getByRole('option', { name: 'Rope' }).waitFor({ state: 'detached' });
      expect(await sam.getByRole('listbox').getByRole('option').allInnerTexts()).toEqual(['Lantern', 'Lamp']);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await sam.getByText('found thing-Lamp').waitFor();
    } finally {
      await browser.close();
    }
  },
);
