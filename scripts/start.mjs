// `npm start`: builds what is stale, then becomes the program. One process, so that a signal to it reaches the program.
import { bundle } from './bundle.mjs';

stopWithNpm();
if (await bundle({ onlyStale: true })) {
  process.argv.splice(2, 0, 'start', '--sandbox-without-token');
  await import('../bot/bin/backchannel.js');
} else {
  process.exitCode = 1;
}

/** When npm is told to end, only the shell between it and us ends, and we would stay behind with another parent. */
function stopWithNpm() {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  watch.unref();
}
