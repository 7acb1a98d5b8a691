import { copyFile, mkdir, readdir, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** CommonJS packages inside an ES module still ask for `require`. */
const requireForPackages =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

const nodeProgram = {
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  // The comments of packages are a third of the program, which V8 keeps in memory. Names stay, for the traces of errors.
  // What is not ASCII would make all of it take twice the room: esbuild escapes it in texts, but not in regular expressions.
  minifyWhitespace: true,
  lineLimit: 160,
  banner: { js: requireForPackages },
  // Native code cannot be bundled; Node 20 has no node:sqlite and must not look for it at start.
  external: ['@photostructure/sqlite', 'node:sqlite'],
};

const browserPage = {
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  minify: true,
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff2': 'dataurl' },
};

/** What is built from what: `sources` are looked at for changes, `copies` are taken as they are. */
const targets = [
  { entry: 'bot/src/main.ts', out: 'bot/dist/main.js', sources: ['bot/src'], options: nodeProgram },
  {
    entry: 'simulator/src/sandbox/main.ts',
    out: 'simulator/dist/sandbox.js',
    sources: ['simulator/src'],
    options: nodeProgram,
  },
  {
    entry: 'simulator/src/page/main.tsx',
    out: 'simulator/dist/page/main.js',
    sources: ['simulator/src/page'],
    copies: ['simulator/src/page/index.html'],
    options: browserPage,
  },
];

/** A change of these makes everything stale. */
const sharedSources = ['package-lock.json', 'scripts/bundle.mjs'];

/**
 * Bundles the programs and the sandbox's page; with `onlyStale` only those that are older than their sources.
 * False when one could not be built; why is printed.
 */
export async function bundle({ onlyStale }) {
  const wanted = onlyStale ? await filter(targets, isStale) : targets;
  if (wanted.length === 0) return true;
  const esbuild = await import('esbuild');
  try {
    for (const target of wanted) await make(esbuild, target);
    return true;
  } catch (error) {
    // esbuild has printed these itself, with the place in the source.
    if (!Array.isArray(error.errors)) throw error;
    return false;
  } finally {
    await esbuild.stop();
  }
}

async function make(esbuild, { entry, out, copies = [], options }) {
  const startedAt = new Date();
  await esbuild.build({
    ...options,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const file of copies) {
    const to = join(root, dirname(out), file.slice(file.lastIndexOf('/') + 1));
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(root, file), to);
  }
  // As old as the sources it was made from: what is edited during the build is stale afterwards.
  await utimes(join(root, out), startedAt, startedAt);
}

async function filter(list, holds) {
  const answers = await Promise.all(list.map(holds));
  return list.filter((_, index) => answers[index]);
}

async function isStale({ out, sources }) {
  const built = await stat(join(root, out)).catch(() => null);
  if (built === null) return true;
  const changes = await Promise.all([...sources, ...sharedSources].map((source) => newestIn(join(root, source))));
  return Math.max(...changes) > built.mtimeMs;
}

/** The newest change in a folder, itself included since files may have gone from it; epoch milliseconds. */
async function newestIn(path) {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newestIn(join(path, name))));
  return Math.max(found.mtimeMs, ...inside);
}
