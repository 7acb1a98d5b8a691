// The lockfile must install everywhere: it names every optional dependency of every package (the builds for other platforms),
// and no host, so that any registry will do.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const problems = [];

for (const [place, entry] of Object.entries(packages)) {
  if (/^[a-z+]+:\/\//.test(entry.resolved ?? '')) problems.push(`${place} is resolved from a host: ${entry.resolved}`);
  for (const name of Object.keys(entry.optionalDependencies ?? {}))
    if (!isLocked(place, name)) problems.push(`${place} lacks its optional dependency ${name}`);
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error('Install again from an empty node_modules and without the old lockfile, or take another version.');
  process.exitCode = 1;
}

/** Looks where Node would: beside the package, then further up. */
function isLocked(place, name) {
  for (let folder = place; ; folder = folder.replace(/(^|\/)(node_modules\/)?(@[^/]+\/)?[^/]+$/, '')) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}
