/** Resolves at a signal, or at the end of the process that started this one with a channel to it. Hearing of it twice does no harm. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => resolve();
    process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop).on('disconnect', stop);
  });
}
