// `npm run build`; with --if-stale only what is older than its sources.
import { bundle } from './bundle.mjs';

await bundle({ onlyStale: process.argv.includes('--if-stale') });
