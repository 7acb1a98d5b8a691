import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Debian's Chromium, to use pages as people do. Without it such tests are left out, unless REQUIRE_BROWSER=1 says they must run. */
const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const withoutBrowser = !existsSync(path) && process.env['REQUIRE_BROWSER'] !== '1';

export function openBrowser(): Promise<Browser> {
  if (withoutBrowser) throw new Error(`There is no browser at ${path}`);
  return chromium.launch({
    executablePath: path,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
