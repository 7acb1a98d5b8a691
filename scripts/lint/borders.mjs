// Who may import whom. The rings are explained in ARCHITECTURE.md.

/** Types and error classes without I/O; everyone may use them. */
const promises = [
  'ids',
  'language',
  'clock',
  'discord',
  'incoming',
  'refusal',
  'store',
  'bookkeeping',
  'reading',
  'panels',
  'door',
  'alias',
  'upkeep',
  'forum',
  'closing',
  'forms',
  'files',
  'links',
  'reactions',
  'outbox/delivery',
].map((name) => `bot/src/${name}.ts`);
/** Small tools of the process that everyone may use, too. */
const tools = ['bot/src/log.ts', 'bot/src/loop.ts'];

const folder = (name) => `bot/src/${name}/`;
const outside = ['discord', 'store', 'files', 'http', 'webhooks'].map(folder);

/** What a folder inside may use beside itself, the promises and the tools; what is not listed is forbidden. */
const inside = {
  settings: [],
  tickets: ['settings'],
  relay: ['settings', 'tickets', 'intake'],
  intake: ['settings', 'tickets', 'relay'],
  sessions: ['settings', 'tickets'],
  render: ['settings', 'tickets'],
  channels: ['settings', 'tickets', 'render'],
  outbox: ['settings', 'tickets', 'render', 'channels'],
};

/** Packages that only some files may use. */
const packages = [
  {
    name: /^(@discordjs\/|discord-api-types|undici$)/,
    within: ['bot/src/discord/', 'bot/test/', 'simulator/', 'bench/'],
  },
  { name: /^(kysely|@photostructure\/sqlite|node:sqlite)/, within: ['bot/src/store/', 'bot/test/'] },
  { name: /^discord\.js/, within: ['simulator/test/'] },
  { name: /^pino/, within: ['bot/src/log.ts'] },
  { name: /^hono\/(utils\/)?html$/, within: ['bot/src/http/', 'bot/src/render/', 'simulator/'] },
  { name: /^@?hono/, within: ['bot/src/http/', 'simulator/'] },
];

/** What touches the world: files, network, processes. */
const worldly = /^node:(fs|net|http|https|http2|tls|dgram|dns|child_process|worker_threads|cluster|os|process)(\/|$)/;

/**
 * Why `file` may not import `target`, or null. Both are paths from the root with slashes; a package is given by its name.
 */
export function trespass(file, target) {
  return packageTrespass(file, target) ?? workspaceTrespass(file, target) ?? ringTrespass(file, target);
}

function packageTrespass(file, target) {
  const rule = packages.find(({ name }) => name.test(target));
  if (rule !== undefined && !rule.within.some((place) => file.startsWith(place)))
    return `${target} is used in ${rule.within.filter((place) => !place.includes('test')).join(' and ')} only`;
  const ring = insideFolder(file);
  if (ring !== null && worldly.test(target))
    return `${ring}/ does not touch the world; ask for what it needs as a parameter`;
  if (ring === 'render' && target.startsWith('node:')) return 'render/ is pure';
  return null;
}

function workspaceTrespass(file, target) {
  const ofBot = target.startsWith('bot/') || target === 'backchannel' || target.startsWith('backchannel/');
  const ofSimulator = target.startsWith('simulator/') || target === 'simulator';
  if (file.startsWith('simulator/') && ofBot) return 'the simulator knows Discord, not us';
  if (file.startsWith('bot/src/') && ofSimulator) return 'the bot cannot tell the simulator from Discord';
  if (file.startsWith('dashboard/') && ofBot && target !== 'bot/src/http/contract.ts')
    return 'the dashboard knows bot/src/http/contract.ts only';
  return null;
}

function ringTrespass(file, target) {
  if (!file.startsWith('bot/src/') || !target.startsWith('bot/src/')) return null;
  if (promises.includes(file)) return promises.includes(target) ? null : 'a promise knows only other promises';
  if (promises.includes(target) || tools.includes(target)) return null;
  const ring = insideFolder(file);
  if (ring !== null) {
    const allowed = [ring, ...inside[ring]].map(folder);
    return allowed.some((place) => target.startsWith(place)) ? null : `${ring}/ may use ${listed(inside[ring])} only`;
  }
  const here = outside.find((place) => file.startsWith(place));
  if (here !== undefined && (target.startsWith(here) || insideFolder(target) !== null)) return null;
  if (here !== undefined) return 'folders outside know the promises and what is inside, not each other';
  return tools.includes(file) && target !== 'bot/src/config.ts' ? 'a tool knows only promises' : null;
}

function insideFolder(path) {
  return Object.keys(inside).find((name) => path.startsWith(folder(name))) ?? null;
}

function listed(folders) {
  return ['the promises', ...folders.map((name) => `${name}/`)].join(', ');
}
