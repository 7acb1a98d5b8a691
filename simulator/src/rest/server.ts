import type { IncomingMessage, ServerResponse } from 'node:http';
import { needAvailable } from '../acts/outage.ts';
import { stopwatch } from '../clock.ts';
import { ApiError } from '../errors.ts';
import { type Met, type Mishap, type RestFaults, refusalOf } from '../faults/rest-faults.ts';
import { createLimits, type Limits, type Verdict } from '../limits.ts';
import type { Exchange } from '../options.ts';
import type { World } from '../world.ts';
import { askedOf, callerOf, guildOfRequest, refuseUnknownFields } from './admit.ts';
import { readBody } from './body.ts';
import { type Blocks, createBlocks } from './blocks.ts';
import type { Answer, Held } from './route.ts';
import { createRouter, type Match, type Router } from './router.ts';
import { routes } from './routes.ts';

export interface RestOptions {
  /** Refuses requests over the limits; headers are always there. May be switched while running. */
  readonly enforceLimits: () => boolean;
  readonly faults: RestFaults;
  readonly observe?: (exchange: Exchange) => void;
}

interface Server extends RestOptions {
  readonly world: World;
  readonly router: Router;
  readonly limits: Limits;
  readonly blocks: Blocks;
}

/** One request on its way through. What is not known yet is null. */
interface Passage {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly arrivedAt: number;
  match: Match | null;
  met: Met | null;
  verdict: Verdict | null;
  body: unknown;
  files: number;
}

const noQuery = new URLSearchParams();

/** Answers everything below /api. */
export function createRestHandler(
  world: World,
  options: RestOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const server: Server = {
    ...options,
    world,
    router: createRouter(routes),
    limits: createLimits(() => world.clock.now()),
    blocks: createBlocks(world),
  };
  return (request, response) => {
    handle(server, request, response).catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
      response.destroy();
    });
  };
}

async function handle(server: Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const passage = begin(request);
  const address = request.socket.remoteAddress ?? '';
  let answer: Answer & Partial<Held>;
  try {
    answer = server.blocks.answerTo(address) ?? (await pass(server, request, passage));
  } catch (error) {
    // Whoever hung up in the middle of the request waits for no answer.
    if (!request.complete && request.destroyed) return;
    answer = refusal(error);
  }
  if (passage.met && !passage.met.before.failure) answer = await suffer(server, passage.met.after, answer);
  server.blocks.count(address, answer);
  server.observe?.({
    method: passage.method,
    path: passage.path,
    query: passage.query.toString(),
    route: passage.match?.route.path ?? '',
    request: passage.body,
    files: passage.files,
    status: answer.status,
    response: answer.body,
    at: server.world.clock.now(),
    arrivedAt: passage.arrivedAt,
  });
  if (answer.status === 0) response.destroy();
  else send(response, answer, passage.verdict);
}

function begin(request: IncomingMessage): Passage {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const whole = mark < 0 ? url : url.slice(0, mark);
  return {
    method: request.method ?? 'GET',
    // Clients may write @me as %40me.
    path: (whole.startsWith('/api/v10/') ? whole.slice(8) : whole.slice(4)).replaceAll('%40', '@'),
    query: mark < 0 ? noQuery : new URLSearchParams(url.slice(mark + 1)),
    arrivedAt: stopwatch(),
    match: null,
    met: null,
    verdict: null,
    body: undefined,
    files: 0,
  };
}

/** From the door to the answer; what is refused on the way is thrown as ApiError. */
async function pass(server: Server, request: IncomingMessage, passage: Passage): Promise<Answer> {
  const { world } = server;
  const body = await readBody(request);
  passage.body = body.json;
  passage.files = body.files.length;
  passage.met = server.faults.meet(passage.method, passage.path);
  if (passage.met) {
    const failed = await suffer(server, passage.met.before, null);
    if (failed) return failed;
  }
  if (request.headers['user-agent'] === undefined) throw new ApiError(403, 40333, 'internal network error');
  const match = find(server, passage);
  passage.match = match;
  const caller = callerOf(world, request, match.route.auth);
  if (world.outages.size > 0) needAvailable(world, guildOfRequest(world, match));
  const asked = askedOf(world, match, caller, request.socket.remoteAddress ?? '', body.json);
  passage.verdict = server.limits.take(asked, server.enforceLimits());
  if (passage.verdict.refused) return slowDown(passage.verdict.refused);
  refuseUnknownFields(match.route, passage.query, body.json);
  return match.route.run({
    world,
    caller,
    params: match.params,
    query: passage.query,
    body: body.json,
    files: body.files,
    reason: reasonOf(request),
  });
}

function find(server: Server, passage: Passage): Match {
  if (/^\/v\d+\//.test(passage.path)) throw new ApiError(400, 50041, 'Invalid API version provided');
  const match = server.router.match(passage.method, passage.path);
  if (match === null) throw new ApiError(404, 0, '404: Not Found');
  if (match === 'method') throw new ApiError(405, 0, '405: Method Not Allowed');
  return match;
}

function reasonOf(request: IncomingMessage): string | null {
  const header = request.headers['x-audit-log-reason'];
  if (typeof header !== 'string') return null;
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}

/** A fault, if there is one: waits, then fails instead of `answer`. Status 0 is a cut connection. */
async function suffer<T extends Answer | null>(server: Server, mishap: Mishap, answer: T): Promise<T | Answer> {
  if (mishap.wait > 0) await new Promise<void>((resolve) => server.world.clock.after(mishap.wait, resolve));
  const { failure } = mishap;
  if (!failure) return answer;
  if (failure.status === 0) return { status: 0 };
  if (failure.status === 429)
    return slowDown({ retryAfter: failure.retryAfter ?? 1, scope: failure.scope ?? 'user' }, failure.code);
  return refusal(refusalOf(failure));
}

/** https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
function slowDown(refused: NonNullable<Verdict['refused']>, code?: number): Held {
  const isGlobal = refused.scope === 'global';
  const headers = ['Retry-After', String(Math.ceil(refused.retryAfter)), 'X-RateLimit-Scope', refused.scope];
  if (isGlobal) headers.push('X-RateLimit-Global', 'true');
  const body = { message: 'You are being rate limited.', retry_after: refused.retryAfter, global: isGlobal };
  return { status: 429, headers, body: code ? { ...body, code } : body };
}

function refusal(error: unknown): Answer {
  if (error instanceof ApiError) {
    const { status, code, message, errors } = error;
    return { status, body: errors ? { message, code, errors } : { message, code } };
  }
  process.emitWarning(error instanceof Error ? error : String(error));
  return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
}

function send(response: ServerResponse, answer: Answer & Partial<Held>, verdict: Verdict | null): void {
  const headers: string[] = verdict ? [...verdict.headers] : [];
  if (answer.headers) headers.push(...answer.headers);
  if (answer.html !== undefined) {
    response.writeHead(answer.status, [...headers, 'Content-Type', 'text/html']);
    response.end(answer.html);
    return;
  }
  if (answer.body === undefined) {
    response.writeHead(answer.status, headers);
    response.end();
    return;
  }
  // As a text, head and body leave in one write.
  const text = JSON.stringify(answer.body);
  headers.push('Content-Type', 'application/json', 'Content-Length', String(Buffer.byteLength(text)));
  response.writeHead(answer.status, headers);
  response.end(text);
}
