// `npm start`: builds what is stale, then becomes the program. One process, so that a signal to it reaches the program.
import { bundle } from './bundle.mjs';

if (await bundle({ onlyStale: true })) {
  process.argv.splice(2, 0, 'start', '--sandbox-without-token');
  await import('../bot/bin/backchannel.js');
} else {
  process.exitCode = 1;
}
