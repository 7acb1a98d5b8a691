import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBackchannel } from './run-built.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'backchannel-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function startedSandbox() {
  const program = startBackchannel(['start', '--sandbox-without-token'], { cwd: folder, env: { PORT: '0' } });
  const url = await new Promise<string>((resolve, reject) => {
    program.child.stdout?.on('data', () => {
      const printed = /http:\/\/127\.0\.0\.1:\d+/.exec(program.out());
      if (printed !== null) resolve(printed[0]);
    });
    void program.ended.then((ended) => reject(new Error(JSON.stringify(ended))));
  });
  return { ...program, url };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

test('without a token the sandbox is served, keeps its data apart, and a signal stops all of it', async () => {
  const { child, ended, out, url } = await startedSandbox();
  expect(out()).toContain('No Discord account in use');
  expect(await answers(url)).toBe(true);
  expect(existsSync(join(folder, 'data', 'sandbox'))).toBe(true);

  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 0, err: '' });
  expect(await answers(url)).toBe(false);
});

test('a program that is killed leaves no sandbox running behind', async () => {
  const { child, ended, url } = await startedSandbox();
  child.kill('SIGKILL');
  // Resolves only once nobody holds its output any more, and the sandbox writes there too.
  await ended;
  expect(await answers(url)).toBe(false);
});

test('a second sandbox on the same data is refused with one line', async () => {
  const first = await startedSandbox();
  const second = startBackchannel(['start', '--sandbox-without-token'], { cwd: folder, env: { PORT: '0' } });
  const { code, err } = await second.ended;
  expect(code).toBe(1);
  expect(err.trimEnd()).toMatch(/^[^\n]+$/);
  first.child.kill('SIGTERM');
  expect((await first.ended).code).toBe(0);
});
