import type { ResponseLike } from '@discordjs/rest';
import { Agent, type Dispatcher, type RequestInit } from 'undici';

/** How @discordjs/rest makes its requests. */
export type Transport = (url: string, init: RequestInit) => Promise<ResponseLike>;

/** After a 429 that does not say how long to wait, which is what a block of our address looks like; milliseconds. */
const blockedFor = 60_000;
const timeout = 15_000;

/**
 * Requests straight on undici's dispatcher. Reading a small answer through streams and `Headers`, as the library would,
 * costs twice the CPU of the whole request.
 */
export function createTransport(): Transport {
  const agent = new Agent({
    connections: 128,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connect: { timeout: 10_000 },
  });
  return (url, init) => exchange(agent, url, init);
}

function exchange(agent: Agent, url: string, init: RequestInit): Promise<ResponseLike> {
  const pathAt = url.indexOf('/', url.indexOf('//') + 2);
  const request = {
    origin: url.slice(0, pathAt),
    path: url.slice(pathAt),
    method: init.method as Dispatcher.HttpMethod,
    headers: init.headers as Record<string, string>,
    body: (init.body ?? null) as string | Uint8Array | null,
  };
  return new Promise((resolve, reject) => {
    const { signal } = init;
    const chunks: Buffer[] = [];
    let status = 0;
    let headers: Map<string, string>;
    let abort: (() => void) | undefined;
    agent.dispatch(request, {
      onConnect(abortRequest) {
        abort = () => abortRequest(signal?.reason);
        if (signal?.aborted) abort();
        else signal?.addEventListener('abort', abort, { once: true });
      },
      onHeaders(statusCode, raw) {
        status = statusCode;
        headers = readHeaders(raw);
        return true;
      },
      onData(chunk) {
        chunks.push(chunk);
        return true;
      },
      onComplete() {
        if (abort) signal?.removeEventListener('abort', abort);
        const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
        if (status === 429) sayHowLong(headers, body);
        resolve(asResponse(status, headers, body));
      },
      onError(error) {
        if (abort) signal?.removeEventListener('abort', abort);
        reject(error);
      },
    });
  });
}

function readHeaders(raw: readonly Buffer[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < raw.length; at += 2)
    headers.set(raw[at]!.toString('latin1').toLowerCase(), raw[at + 1]!.toString('latin1'));
  return headers;
}

/**
 * The library reads the pause from the header alone and would come back at once without one.
 * Discord's body says it too; an address that is blocked may get neither: https://github.com/discord/discord-api-docs/issues/5810.
 * Then nothing at all is sent for a while.
 */
function sayHowLong(headers: Map<string, string>, body: Buffer): void {
  if (Number(headers.get('retry-after')) > 0) return;
  const seconds = retryAfterIn(body);
  if (seconds === null) headers.set('x-ratelimit-global', 'true');
  headers.set('retry-after', String(seconds ?? blockedFor / 1000));
}

function retryAfterIn(body: Buffer): number | null {
  const text = body.toString();
  if (!text.startsWith('{')) return null;
  try {
    const { retry_after: seconds } = JSON.parse(text) as { retry_after?: unknown };
    return typeof seconds === 'number' && seconds > 0 ? seconds : null;
  } catch {
    // Cut off or not JSON after all: it says nothing.
    return null;
  }
}

function asResponse(status: number, headers: ReadonlyMap<string, string>, body: Buffer): ResponseLike {
  const found = {
    get: (name: string) => headers.get(name.toLowerCase()) ?? null,
    has: (name: string) => headers.has(name.toLowerCase()),
  };
  return {
    status,
    statusText: '',
    ok: status >= 200 && status < 300,
    // Looking up is all that the library does with them.
    headers: found as ResponseLike['headers'],
    body: null,
    bodyUsed: false,
    // An answer without content may still be called JSON.
    json: async () => (body.length === 0 ? {} : (JSON.parse(body.toString()) as unknown)),
    text: async () => body.toString(),
    arrayBuffer: async () => new Uint8Array(body).buffer,
  };
}
