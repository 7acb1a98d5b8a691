import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { startApp } from './app.ts';
import { run } from './cli/run.ts';
import { systemClock } from './clock.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const exitCode = await run(process.argv.slice(2), {
  terminal: {
    say: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  },
  clock: systemClock,
  version: packageJson.version,
  program: fileURLToPath(import.meta.url),
  environment: process.env,
  forPeople: process.stdout.isTTY || process.env['npm_lifecycle_event'] === 'start',
  startApp,
});

// Idle connections to Discord would keep the process for some seconds more; what was written goes out first.
process.stdout.write('', () => process.exit(exitCode));
