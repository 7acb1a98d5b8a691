import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBrowser, withoutBrowser } from './browser.ts';
import { apiOf, realBot, runSandbox } from './sandbox-program.ts';

const topics = [
  { name: 'Billing' },
  {
    name: 'Report',
    questions: [
      { label: 'Who?' },
      { label: 'How bad?', kind: 'choice', choices: ['A bit', 'Very'] },
      { label: 'Where?', kind: 'choices', choices: ['Chat', 'Voice'] },
      { label: 'Proof', kind: 'file' },
    ],
  },
];

test.skipIf(withoutBrowser)('a form takes texts, choices and files', { timeout: 120_000 }, async () => {
  const running = await runSandbox(realBot);
  const [guild] = (await apiOf(running).status()).guilds;
  const [node = '', bot = ''] = realBot;
  const settings = ['settings', 'set', guild?.id ?? '', `topics=${JSON.stringify(topics)}`];
  execFileSync(node, [bot, ...settings], { env: { ...process.env, DATA_DIR: join(running.data, 'bot') } });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(20_000);
    await page.goto(running.url);
    const [ada, sam] = ['Ada', 'Sam'].map((name) =>
      page.getByRole('region', { name: `${name}’s Discord`, exact: true }),
    );
    await ada?.getByRole('textbox', { name: /^Message/ }).fill('Somebody is mean');
    await ada?.getByRole('textbox', { name: /^Message/ }).press('Enter');
    await ada?.getByText('Choose a topic').click();
    await page.getByRole('menuitemcheckbox', { name: 'Report' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Who?').fill('Mallory');
    for (const choice of ['Very', 'Chat']) {
      await form.getByText('Make a selection').first().click();
      await page.getByRole('menuitemcheckbox', { name: choice }).click();
      if (choice === 'Chat') await page.keyboard.press('Escape');
    }
    expect(await form.getByRole('button', { name: 'Submit' }).isDisabled()).toBe(true);
    const file = { name: 'proof.txt', mimeType: 'text/plain', buffer: Buffer.from('It was them.') };
    await form.getByLabel('Proof').setInputFiles(file);
    await form.getByRole('button', { name: 'Submit' }).click();
    await sam?.getByRole('button', { name: /^modmail-ada/ }).click();
    await sam?.getByText('Mallory').waitFor();
    await sam?.getByRole('link', { name: 'proof.txt', exact: true }).waitFor();
  } finally {
    await browser.close();
  }
});
