import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Exchange } from '../../simulator/src/options.ts';
import type { Message } from '../../simulator/src/state.ts';
import { loadEngine } from '../src/store/sqlite/engine.ts';
import type { World } from './world.ts';

/** Everything that staff, or whoever looks at the program's data, can ever have got to see. */

/** Something that was seen, and where. */
export interface Sighting {
  readonly kind: 'request' | 'message' | 'file' | 'channel' | 'webhook' | 'log' | 'row' | 'disk';
  readonly where: string;
  readonly bytes: Uint8Array;
}

/** Notes every request that changes something and that is not meant for the member alone. */
export function noteRequests(member: (world: World) => string): {
  readonly observe: (world: World, exchange: Exchange) => void;
  readonly noted: readonly Sighting[];
} {
  const noted: Sighting[] = [];
  return {
    noted,
    observe(world, { method, path, request }) {
      if (method === 'GET' || path === '/users/@me/channels' || isForMember(world, path, member(world))) return;
      noted.push(sighting('request', `${method} ${path}`, `${path} ${JSON.stringify(request)}`));
    },
  };
}

function isForMember({ simulator }: World, path: string, member: string): boolean {
  const { channels, interactions } = simulator.world.state;
  const [, folder, id = '', token] = path.split('/');
  if (folder === 'channels') return channels.get(id)?.type === 1;
  const own = [...interactions.values()].find((one) => one.id === id || (folder === 'webhooks' && one.token === token));
  return own?.userId === member;
}

/** What stands in the server, in the log and in the data now. */
export async function seenNow(world: World): Promise<readonly Sighting[]> {
  const { state } = world.simulator.world;
  const seen: Sighting[] = world.logged.map((line) => sighting('log', 'log', line));
  for (const channel of state.channels.values())
    if (channel.guildId !== null) seen.push(sighting('channel', `channel ${channel.id}`, json(channel)));
  for (const webhook of state.webhooks.values()) seen.push(sighting('webhook', webhook.id, json(webhook)));
  for (const message of inServers(world)) {
    seen.push(sighting('message', `message in ${message.channelId}`, json(message)));
    for (const { id, filename } of message.attachments) {
      const bytes = state.uploads.get(id)?.bytes;
      if (bytes !== undefined) seen.push({ kind: 'file', where: filename, bytes });
    }
  }
  return [...seen, ...(await rows(world)), ...filesOnDisk(join(world.dataDir, 'files'))];
}

function* inServers({ simulator }: World): Generator<Message> {
  const { channels, messages } = simulator.world.state;
  for (const [channel, inside] of messages) if (channels.get(channel)?.type !== 1) yield* inside.values();
}

/** All tables but the one that knows people. */
async function rows({ dataDir }: World): Promise<readonly Sighting[]> {
  const open = await loadEngine();
  const name = readdirSync(dataDir).find((file) => /\.(?:sqlite|db)$/.test(file));
  if (name === undefined) throw new Error(`no database among ${readdirSync(dataDir).join()}`);
  const database = open(join(dataDir, name), { timeout: 1000 });
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
    return tables
      .filter((table) => table.name !== 'identities')
      .flatMap((table) =>
        database
          .prepare(`select * from ${table.name}`)
          .all()
          .map((row) => sighting('row', table.name, json(row))),
      );
  } finally {
    database.close();
  }
}

function filesOnDisk(folder: string): readonly Sighting[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ kind: 'disk', where: path, bytes: readFileSync(path) }));
}

function sighting(kind: Sighting['kind'], where: string, text: string): Sighting {
  return { kind, where, bytes: Buffer.from(text) };
}

function json(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (typeof one === 'bigint') return String(one);
    return one instanceof Map || one instanceof Set ? [...one] : one;
  });
}

/** The places where one of these can be read, however it is written there. */
export function find(secrets: readonly string[], seen: readonly Sighting[]): readonly string[] {
  const wanted = secrets.map((secret) => secret.toLowerCase());
  return seen.flatMap(({ kind, where, bytes }) => {
    const texts = readings(Buffer.from(bytes));
    return wanted
      .filter((secret) => texts.some((text) => text.includes(secret)))
      .map((secret) => `${kind} ${where}: ${secret}`);
  });
}

/** As text of any width, out of an address, out of base64, and out of what a picture holds compressed; in small letters. */
function readings(bytes: Buffer, depth = 0): readonly string[] {
  const plain = [bytes.toString('utf8'), bytes.toString('latin1'), bytes.toString('utf16le')];
  const decoded = plain[0]!.replace(/(?:%[0-9a-f]{2})+/gi, (part) =>
    Buffer.from(part.replaceAll('%', ''), 'hex').toString(),
  );
  const texts = [...plain, decoded].map((text) => text.toLowerCase());
  if (depth > 2) return texts;
  const inside = [
    ...[...plain[0]!.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)].map(([part]) => Buffer.from(part, 'base64')),
    ...compressed(bytes),
  ];
  return [...texts, ...inside.flatMap((part) => readings(part, depth + 1))];
}

/** The compressed texts of a PNG. */
function compressed(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (const type of ['zTXt', 'iTXt', 'iCCP']) {
    const at = bytes.indexOf(type);
    if (at < 4) continue;
    const body = bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4));
    for (let start = body.indexOf(0x78); start !== -1; start = body.indexOf(0x78, start + 1)) {
      try {
        found.push(inflateSync(body.subarray(start)));
        break;
      } catch {
        // Another 0x78 than the one that a compressed text begins with.
      }
    }
  }
  return found;
}
