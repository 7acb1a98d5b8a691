import fc from 'fast-check';

// Property tests try the same examples everywhere, so that a change is judged by itself; FAST_CHECK_SEED=<number> tries others.
fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 7) });
