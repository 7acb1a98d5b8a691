import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { GatewayFaults } from '../faults/gateway-faults.ts';
import { applicationFlags } from '../objects/application.ts';
import { guildCreateObject } from '../objects/guild.ts';
import { ownUserObject } from '../objects/user.ts';
import { findUser } from '../lookup.ts';
import { randomText } from '../random.ts';
import type { Application, Guild } from '../state.ts';
import type { World } from '../world.ts';
import { closings, createConnection } from './connection.ts';
import type { Connection, Heard } from './connection.ts';
import { createHold, deliver } from './dispatcher.ts';
import { applicationOf, createIdentifyLimit, readIdentify } from './identify.ts';
import type { Identify } from './identify.ts';
import { intents } from './intents.ts';
import { sendMembers } from './request-members.ts';
import { dispatch, isForShard, missedSince } from './session.ts';
import type { Session } from './session.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes */
const op = {
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalidSession: 9,
  hello: 10,
  acknowledge: 11,
  soundboard: 31,
} as const;

/** How long a session waits for its client; Discord says "a few minutes". */
const sessionLife = 5 * 60_000;

/** Discord closes some seconds after it has asked a client to reconnect. */
const reconnectGrace = 5000;

export interface Gateway {
  /** Takes over a socket that asks for /gateway. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The last sequence number of the application's newest session; 0 before the first. */
  sequenceOf(applicationId: string): number;
  /** Whether somebody is connected to that session now. */
  isOnline(applicationId: string): boolean;
  stop(): void;
}

interface Inside {
  readonly world: World;
  readonly faults: GatewayFaults;
  readonly enforceLimits: () => boolean;
  readonly heartbeatMs: number;
  readonly sessions: Map<string, Session>;
  readonly connections: Set<Connection>;
  readonly newest: Map<string, Session>;
  readonly mayIdentify: ReturnType<typeof createIdentifyLimit>;
}

/** https://docs.discord.com/developers/events/gateway */
export function createGateway(
  world: World,
  options: { readonly faults: GatewayFaults; readonly enforceLimits: () => boolean; readonly heartbeatMs: number },
): Gateway {
  const inside: Inside = {
    world,
    ...options,
    sessions: new Map(),
    connections: new Set(),
    newest: new Map(),
    mayIdentify: createIdentifyLimit(world),
  };
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 1024 * 1024 });
  const hold = createHold(world);
  const deaf = world.events.listen((happening) =>
    deliver(world, inside.sessions.values(), happening, {
      copies: () => options.faults.copiesOf(happening.name),
      hold,
    }),
  );
  const unbreak = options.faults.attach(breakable(inside));
  return {
    upgrade(request, socket, head) {
      if (options.faults.isRefusing())
        return void socket.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n');
      server.handleUpgrade(request, socket, head, (client) => greet(inside, client, request));
    },
    sequenceOf: (applicationId) => inside.newest.get(applicationId)?.sequence ?? 0,
    isOnline: (applicationId) => (inside.newest.get(applicationId)?.receiver ?? null) !== null,
    stop() {
      deaf();
      unbreak();
      for (const session of inside.sessions.values()) session.keep?.();
      inside.sessions.clear();
      for (const connection of inside.connections) connection.cut();
      server.close();
    },
  };
}

function greet(inside: Inside, socket: WebSocket, request: IncomingMessage): void {
  const query = new URL(request.url ?? '/', inside.world.url).searchParams;
  const connection = createConnection(socket, inside.world.clock, query.get('compress') === 'zlib-stream', {
    hear: (from, heard) => hear(inside, from, heard),
    gone: (from, code) => gone(inside, from, code),
  });
  inside.connections.add(connection);
  if ((query.get('v') ?? '10') !== '10') return connection.close(...closings.invalidVersion);
  if ((query.get('encoding') ?? 'json') !== 'json') return connection.close(...closings.decodeError);
  connection.say(op.hello, { heartbeat_interval: inside.heartbeatMs, _trace: [] });
}

function hear(inside: Inside, connection: Connection, heard: Heard): void {
  switch (heard.op) {
    case op.heartbeat:
      if (!inside.faults.isMuted()) connection.say(op.acknowledge, null);
      return;
    case op.identify:
      if (connection.session) return connection.close(...closings.alreadyAuthenticated);
      return identify(inside, connection, (heard.d ?? {}) as Identify);
    case op.resume:
      if (connection.session) return connection.close(...closings.alreadyAuthenticated);
      return resume(inside, connection, (heard.d ?? {}) as Record<string, unknown>);
  }
  if (!connection.session) return connection.close(...closings.notAuthenticated);
  if (heard.op === op.members) return sendMembers(inside.world, connection.session, heard.d);
  const ignored: readonly number[] = [op.presence, op.voice, op.soundboard];
  if (!ignored.includes(heard.op)) connection.close(...closings.unknownOpcode);
}

function identify(inside: Inside, connection: Connection, wanted: Identify): void {
  const read = readIdentify(inside.world, wanted);
  if ('refused' in read) return connection.close(...read.refused);
  const { session } = read;
  const start = inside.mayIdentify(session.application);
  if (inside.enforceLimits() && start === 'too-soon') return connection.say(op.invalidSession, false);
  if (inside.enforceLimits() && start === 'too-many') return shutOut(inside, session.application);
  inside.sessions.set(session.id, session);
  inside.newest.set(session.application.id, session);
  connect(session, connection);
  welcome(inside, session, wanted.shard !== undefined);
}

/** Too many starts in a day: all sessions end, and the token is worth nothing any more. */
function shutOut({ world, sessions, connections }: Inside, application: Application): void {
  application.token = `${application.token.split('.')[0] ?? ''}.${randomText(world.random, 6)}.${randomText(world.random, 38)}`;
  for (const session of sessions.values()) if (session.application.id === application.id) sessions.delete(session.id);
  for (const connection of connections)
    if (!connection.session || connection.session.application.id === application.id)
      connection.close(...closings.authenticationFailed);
}

/** READY, then the servers one by one. */
function welcome({ world, sessions }: Inside, session: Session, sharded: boolean): void {
  const { application } = session;
  const guilds = [...world.state.guilds.values()].filter(
    (guild) => guild.members.has(application.userId) && isForShard(session, guild.id),
  );
  const ready = {
    v: 10,
    user: ownUserObject(findUser(world, application.userId)),
    user_settings: {},
    private_channels: [],
    relationships: [],
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: `${world.url.replace(/^http/, 'ws')}/gateway`,
    ...(sharded ? { shard: session.shard } : {}),
    application: {
      id: application.id,
      flags: applicationFlags(application),
      flags_new: String(applicationFlags(application)),
    },
    _trace: [],
  };
  dispatch(session, 'READY', JSON.stringify(ready));
  if ((session.intents & intents.guilds) === 0) return;
  for (const guild of guilds) {
    if (world.ways.guildDelay === 0) {
      tellGuild(world, session, guild);
      continue;
    }
    session.awaited.add(guild.id);
    world.clock.after(world.random() * world.ways.guildDelay, () => {
      if (sessions.has(session.id) && session.awaited.delete(guild.id)) tellGuild(world, session, guild);
    });
  }
}

/** What the session is told of a server that was a stub in READY. */
function tellGuild(world: World, session: Session, guild: Guild): void {
  const out = world.outages.has(guild.id);
  if (out) dispatch(session, 'GUILD_DELETE', JSON.stringify({ id: guild.id, unavailable: true }));
  else dispatch(session, 'GUILD_CREATE', JSON.stringify(guildCreateObject(world, guild, session.application.userId)));
}

/** https://docs.discord.com/developers/events/gateway#resuming: what was missed, in order, then RESUMED. */
function resume(inside: Inside, connection: Connection, wanted: Record<string, unknown>): void {
  const application = applicationOf(inside.world, wanted.token);
  if (!application) return connection.close(...closings.authenticationFailed);
  const session = inside.sessions.get(String(wanted.session_id));
  const sequence = Number(wanted.seq);
  if (session && sequence > session.sequence) return connection.close(...closings.invalidSequence);
  const missed = session?.application.id === application.id ? missedSince(session, sequence) : null;
  if (!session || !missed) return connection.say(op.invalidSession, false);
  for (const other of inside.connections) {
    if (other.session !== session) continue;
    other.session = null;
    other.cut();
  }
  connect(session, connection);
  inside.newest.set(application.id, session);
  for (const frame of missed) connection.send(frame);
  dispatch(session, 'RESUMED', '{"_trace":[]}');
}

function connect(session: Session, connection: Connection): void {
  session.keep?.();
  session.keep = null;
  session.receiver = connection;
  connection.session = session;
}

/** A client that says goodbye (1000, 1001) is done; of any other the session stays a while. */
function gone(inside: Inside, connection: Connection, code: number): void {
  inside.connections.delete(connection);
  const { session } = connection;
  if (!session) return;
  connection.session = null;
  session.receiver = null;
  if (code === 1000 || code === 1001) inside.sessions.delete(session.id);
  if (!inside.sessions.has(session.id)) return;
  session.keep = inside.world.clock.after(sessionLife, () => inside.sessions.delete(session.id));
}

function breakable(inside: Inside) {
  return {
    drop({ code, resumable = true }: { readonly code?: number; readonly resumable?: boolean }) {
      for (const connection of inside.connections) {
        if (!resumable && connection.session) inside.sessions.delete(connection.session.id);
        if (code === undefined) connection.cut();
        else connection.close(code, '');
      }
    },
    askReconnect() {
      for (const connection of inside.connections) {
        connection.say(op.reconnect, null);
        connection.closeAfter(reconnectGrace, 4000, 'Reconnect was asked for.');
      }
    },
    askHeartbeat() {
      for (const connection of inside.connections) connection.say(op.heartbeat, null);
    },
  };
}
