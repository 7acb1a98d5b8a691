#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// V8 would let what is no longer needed pile up to several times of what is. A fourth on top costs hardly more time.
setFlagsFromString('--heap-growing-percent=25');

const program = new URL('../dist/main.js', import.meta.url);

if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('Backchannel is not built yet. Run this first: npm run build');
  process.exitCode = 1;
}
