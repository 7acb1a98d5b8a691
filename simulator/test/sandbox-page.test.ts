import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, withoutBrowser } from './browser.ts';
import { apiOf, realBot, runSandbox, type Running } from './sandbox-program.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const patience = { timeout: 120_000 };

if (withoutBrowser) console.info('There is no Chromium here: the page of the sandbox is not looked at.');

describe.skipIf(withoutBrowser)('the page of the sandbox', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()), 60_000);
  afterAll(() => browser.close());

  /** A first visit. Whatever goes wrong in the page, or leaves this machine, is remembered. */
  async function visit(running: Running, size = { width: 1280, height: 800 }) {
    const context = await browser.newContext({ viewport: size });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('console', (message) => message.type() !== 'info' && trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    const isHere = (address: string) => new URL(address.replace(/^blob:/, '')).host === new URL(running.url).host;
    page.on('request', (request) => isHere(request.url()) || trouble.push(request.url()));
    await page.goto(running.url);
    return { page, trouble, ada: pane(page, 'Ada'), sam: pane(page, 'Sam') };
  }

  const pane = (page: Page, name: string): Locator =>
    page.getByRole('region', { name: `${name}’s Discord`, exact: true });

  async function say(client: Locator, text: string): Promise<void> {
    await client.getByRole('textbox', { name: /^Message/ }).fill(text);
    await client.getByRole('textbox', { name: /^Message/ }).press('Enter');
  }

  const step = (page: Page, name: string) =>
    page.getByRole('region', { name: 'First steps' }).getByText(`${name} (done)`);

  test('four steps lead through a whole conversation, and each ticks itself off', patience, async () => {
    const running = await runSandbox(realBot);
    const { page, trouble, ada, sam } = await visit(running);
    await page.getByText('No Discord account in use. Set DISCORD_TOKEN to go live.').waitFor();
    await page.getByText('Bot is running').waitFor();

    await say(ada, 'I lost my **lantern** in the update');
    await step(page, 'Write as a member').waitFor();
    await ada.getByRole('button', { name: /✅, 1/ }).waitFor();

    await sam.getByRole('button', { name: /^modmail-ada/ }).click();
    await sam.getByText('lantern', { exact: true }).waitFor();
    expect(await sam.getByText('lantern', { exact: true }).evaluate((element) => element.tagName)).toBe('STRONG');
    await say(sam, 'We are looking for it');
    await ada.getByText('We are looking for it').waitFor();
    await step(page, 'Answer as staff').waitFor();

    await sam.getByRole('button', { name: 'Close', exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox').first().fill('Found it');
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'detached' });
    await step(page, 'Close the ticket').waitFor();
    await sam.getByText('Closed and locked').waitFor();

    await page.getByRole('button', { name: 'Show me' }).click();
    for (const name of [/^Read the transcript/, /^ticket-1\.html$/]) {
      const opening = page.context().waitForEvent('page');
      await sam.getByRole('link', { name }).click();
      const transcript = await opening;
      await transcript.getByText('We are looking for it').waitFor();
      await step(page, 'Read the transcript').waitFor();
    }
    expect(trouble).toEqual([]);
  });

  test(
    'a slash command offers its name and options, and its private answer is only for the one who asked',
    patience,
    async () => {
      const running = await runSandbox(realBot);
      const { page, trouble, ada, sam } = await visit(running);
      await say(ada, 'Is anybody there?');
      await sam.getByRole('button', { name: /^modmail-ada/ }).click();
      await sam.getByRole('textbox', { name: /^Message/ }).fill('/repl');
      await sam.getByRole('option', { name: /^\/reply/ }).waitFor();
      await page.keyboard.press('Enter');
      await sam.getByLabel('text', { exact: true }).fill('Yes, we are');
      await page.keyboard.press('Enter');
      await ada.getByText('Yes, we are').waitFor();

      await sam.getByRole('textbox', { name: /^Message/ }).fill('/ticket claim');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await sam.getByText('Only you can see this.').first().waitFor();

      await sam.getByRole('button', { name: /^Sam.*switch person/ }).click();
      await page.getByRole('menuitemradio', { name: 'Priya' }).click();
      const priya = pane(page, 'Priya');
      await priya.getByRole('button', { name: /^modmail-ada/ }).click();
      await priya.getByText('Is anybody there?').waitFor();
      expect(await priya.getByText('Only you can see this.').count()).toBe(0);
      expect(trouble).toEqual([]);
    },
  );

  test('a picture, a reply, an edit and a reaction cross to the other side', patience, async () => {
    const running = await runSandbox(realBot);
    const { page, trouble, ada, sam } = await visit(running);
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    await ada
      .getByLabel('Upload a file')
      .setInputFiles({ name: 'lantern.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') });
    await ada.getByRole('list', { name: 'Files to send' }).getByText('lantern.png').waitFor();
    await say(ada, 'This is how it looked');
    await sam.getByRole('button', { name: /^modmail-ada/ }).click();
    const copy = sam.getByRole('listitem', { name: /^Ada,/ }).filter({ hasText: 'This is how it looked' });
    await copy.getByRole('img', { name: 'lantern.png' }).waitFor();

    await copy.hover();
    await copy.getByRole('button', { name: 'Reply' }).click();
    await say(sam, 'What a lovely one');
    const answer = ada.getByRole('listitem', { name: /^Modmail,/ }).filter({ hasText: 'What a lovely one' });
    await answer.getByRole('button', { name: 'Go to the message of Ada' }).waitFor();

    const own = sam.getByRole('listitem', { name: /^Sam,/ }).filter({ hasText: 'What a lovely one' });
    await own.hover();
    await own.getByRole('button', { name: 'Edit' }).click();
    await sam.getByRole('textbox', { name: 'Edit message' }).fill('What a bright one');
    await page.keyboard.press('Enter');
    await ada.getByText('What a bright one').waitFor();
    await sam.getByText('(edited)').waitFor();

    const changed = ada.getByRole('listitem', { name: /^Modmail,/ }).filter({ hasText: 'What a bright one' });
    await changed.hover();
    await changed.getByRole('button', { name: 'Add reaction' }).click();
    await page.getByRole('button', { name: '❤️' }).click();
    await changed.getByRole('button', { name: /^❤️?, 1/ }).waitFor();
    expect(trouble).toEqual([]);
  });

  test('a refusal of Discord is said in a toast, and what was written comes back', patience, async () => {
    const running = await runSandbox(realBot);
    const { page, ada } = await visit(running);
    await say(ada, 'x'.repeat(4001));
    await page
      .getByRole('status')
      .getByText(/4000|text/)
      .waitFor();
    expect(await ada.getByRole('textbox', { name: /^Message/ }).inputValue()).toHaveLength(4001);
  });

  test('Reset empties both panes', patience, async () => {
    const running = await runSandbox(realBot);
    const { page, ada } = await visit(running);
    await say(ada, 'Soon forgotten');
    await ada.getByText('Soon forgotten').waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('button', { name: 'Delete and start over' }).click();
    await ada.getByText('Soon forgotten').waitFor({ state: 'detached' });
    await page.getByText('Bot is running').waitFor();
    await say(ada, 'A new beginning');
    await ada.getByRole('button', { name: /✅, 1/ }).waitFor();
  });

  test(
    'everything has a name and can be told apart, for those who listen and those who see little',
    patience,
    async () => {
      const running = await runSandbox(realBot);
      const { page, ada, sam } = await visit(running);
      await say(ada, 'Can you **hear** me? ||spoiler|| `code` https://example.com');
      await sam.getByRole('button', { name: /^modmail-ada/ }).click();
      await sam.getByRole('button', { name: 'Close', exact: true }).waitFor();
      await page.getByRole('button', { name: 'Break it' }).click();
      expect(await violations(page)).toEqual([]);

      await sam.getByRole('button', { name: 'Close', exact: true }).click();
      await page.getByRole('dialog').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await sam.getByRole('textbox', { name: /^Message/ }).fill('/');
      await sam.getByRole('option').first().waitFor();
      expect(await violations(page)).toEqual([]);
    },
  );

  test('the keyboard alone is enough to answer', patience, async () => {
    const running = await runSandbox(realBot);
    const { page, ada, sam } = await visit(running);
    await say(ada, 'Is there anybody with a keyboard?');
    const ticket = sam.getByRole('button', { name: /^modmail-ada/ });
    await ticket.waitFor();
    await tabTo(page, ticket);
    await page.keyboard.press('Enter');
    await sam.getByText('Is there anybody with a keyboard?').waitFor();
    await tabTo(page, sam.getByRole('textbox', { name: /^Message/ }));
    await page.keyboard.type('Yes, only that');
    await page.keyboard.press('Enter');
    await ada.getByText('Yes, only that').waitFor();
  });

  test('what only begins like a command is text', patience, async () => {
    const running = await runSandbox(realBot);
    const { page, sam } = await visit(running);
    await sam.getByRole('button', { name: 'general' }).click();
    await sam.getByRole('textbox', { name: /^Message/ }).focus();
    await page.keyboard.type('// two slashes');
    await page.keyboard.press('Enter');
    await sam.getByText('// two slashes').waitFor();
    await page.keyboard.type('/no-such-command at all');
    await sam.getByText('No command is called that.').waitFor();
    await page.keyboard.press('Enter');
    await sam.getByText('/no-such-command at all').waitFor();
    await page.keyboard.type('and on');
    await page.keyboard.press('Enter');
    await sam.getByText('and on').waitFor();
  });

  test('a link to a channel leads there, inside the page', patience, async () => {
    const running = await runSandbox(realBot);
    const { trouble, ada, sam } = await visit(running);
    await say(ada, 'Where am I?');
    await sam.getByRole('button', { name: /^ticket-logs/ }).click();
    await sam.getByRole('log').getByRole('button', { name: '#modmail-ada' }).click();
    await sam.getByText('Where am I?').waitFor();

    await say(sam, 'https://discord.com/channels/@me/123456789012345678');
    await sam.getByRole('button', { name: '#unknown' }).waitFor();
    expect(trouble).toEqual([]);
  });

  test('in a narrow window one client is shown at a time', patience, async () => {
    const running = await runSandbox(realBot);
    const { page, ada, sam } = await visit(running, { width: 400, height: 800 });
    await ada.getByRole('textbox', { name: /^Message/ }).waitFor();
    expect(await sam.isVisible()).toBe(false);
    await page.getByRole('tab', { name: 'Sam' }).click();
    await sam.getByRole('textbox', { name: /^Message/ }).waitFor();
    expect(await ada.isVisible()).toBe(false);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(400);
  });

  test('a link that runs a script is only text, here and in the other pane', patience, async () => {
    const running = await runSandbox(realBot);
    const { page, ada } = await visit(running);
    await say(ada, '[click](javascript:alert(1)) [good](https://example.com) <img src=x onerror=alert(1)>');
    await ada.getByRole('link', { name: 'good' }).waitFor();
    expect(await ada.getByRole('log').getByRole('link').count()).toBe(1);
    expect(await ada.getByRole('log').textContent()).toContain('[click](javascript:alert(1))');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    const api = apiOf(running);
    expect((await api.messages('ada', await api.channel('ada', 'dm'))).at(0)?.content).toContain('javascript:');
  });
});

/** What a person with a screen reader or weak sight would stumble over, by the WCAG's rules. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const results = await inPage.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => [id, target, failureSummary]),
    );
  });
  return found.map((one) => one.join(' '));
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not get there');
}
