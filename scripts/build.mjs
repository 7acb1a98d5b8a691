// `npm run build`; with --if-stale only what is older than its sources.
import { bundle } from './bundle.mjs';

if (!(await bundle({ onlyStale: process.argv.includes('--if-stale') }))) process.exitCode = 1;
