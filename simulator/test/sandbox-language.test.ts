import { expect, test } from 'vitest';
import { openBrowser, withoutBrowser } from './browser.ts';
import { apiOf, eventually, program, runSandbox } from './sandbox-program.ts';

/** A discord.js bot whose command is described in German too, and which answers with the language of whoever runs it. */
const polyglot = program(`if (process.argv.at(-1) === 'start') {
  process.on('disconnect', () => process.exit());
  const { Client } = require('discord.js');
  const client = new Client({ intents: [1], rest: { api: process.env.DISCORD_API } });
  const choices = [{ name: 'Slow', name_localizations: { de: 'Langsam' }, value: 'slow' }];
  const tempo = { type: 3, name: 'tempo', description: 'How fast', description_localizations: { de: 'Wie schnell' }, choices };
  client.once('clientReady', () => client.application.commands.set([
    { name: 'speak', description: 'Says your language', description_localizations: { de: 'Sagt deine Sprache' }, options: [tempo] },
  ]));
  client.on('interactionCreate', (interaction) => interaction.reply('You speak ' + interaction.locale));
  client.login(process.env.DISCORD_TOKEN);
}`);

test.skipIf(withoutBrowser)(
  'a person changes the language of their Discord: commands are described in it, and the bot is told of it',
  { timeout: 120_000 },
  async () => {
    const running = await runSandbox(polyglot);
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(running.url);
      await page.getByText('Bot is running').waitFor();
      const sam = page.getByRole('region', { name: 'Sam’s Discord', exact: true });
      await sam.getByRole('button', { name: 'general' }).click();
      const box = sam.getByRole('textbox', { name: /^Message/ });
      await box.fill('/sp');
      await sam.getByText('Says your language').waitFor();
      await page.keyboard.press('Escape');

      await sam.getByRole('button', { name: /^Sam.*switch person/ }).click();
      await page.getByRole('menuitem', { name: 'Language: English' }).click();
      await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
      await box.fill('/sp');
      await sam.getByText('Sagt deine Sprache').waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await sam.getByText('You speak de').waitFor();

      await sam.getByRole('button', { name: /^Sam.*switch person/ }).click();
      await page.getByRole('menuitem', { name: 'Language: Deutsch' }).waitFor();
    } finally {
      await browser.close();
    }
  },
);

test('options and choices are described in the language of the person; where there is no text for it, in that of the bot', async () => {
  const running = await runSandbox(polyglot);
  const api = apiOf(running);
  const general = await api.channel('sam', 'general');
  const speak = async () => {
    const path = `/sandbox/api/people/${await api.idOf('sam')}/channels/${general}/commands`;
    const all = (await (await fetch(running.url + path)).json()) as {
      options: { description: string; choices: [] }[];
    }[];
    return all[0]?.options[0];
  };
  const english = await eventually(speak, (option) => option !== undefined);
  expect(english).toMatchObject({ description: 'How fast', choices: [{ name: 'Slow', value: 'slow' }] });
  expect(await api.act('sam', { verb: 'speak', locale: 'de' })).toMatchObject({ ok: true });
  expect(await speak()).toMatchObject({ description: 'Wie schnell', choices: [{ name: 'Langsam', value: 'slow' }] });
  await api.act('sam', { verb: 'speak', locale: 'fr' });
  expect(await speak()).toMatchObject({ description: 'How fast' });
  expect(await api.act('sam', { verb: 'speak', locale: 'klingon' })).toMatchObject({ ok: false });
});
