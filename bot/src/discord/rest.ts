import { RateLimitError, REST, type RequestMethod, type RouteLike } from '@discordjs/rest';
import type { Clock } from '../clock.ts';
import { Refused } from '../refusal.ts';
import { type Upload, writeMultipart } from './multipart.ts';
import { createPauses } from './pauses.ts';
import { readRefusal } from './refusals.ts';
import { createTransport } from './transport.ts';
import { createUploadTurns } from './upload-turns.ts';

export interface Asked {
  /** The JSON body. */
  readonly body?: unknown;
  /** Read when it is their turn. */
  readonly files?: (() => Promise<readonly Upload[]>) | undefined;
  readonly query?: URLSearchParams;
  /** `token` where the path carries a token of its own; the bot's is then left out. */
  readonly auth?: 'bot' | 'token';
}

/**
 * One request, once. Resolves with the JSON of the answer; throws `Refused`, `SlowDown`, or what may be tried again.
 * `route` starts with a slash and holds ids, not placeholders.
 */
export type Ask = <Answer>(method: `${RequestMethod}`, route: RouteLike, asked?: Asked) => Promise<Answer>;

export interface RestOptions {
  readonly token: string;
  readonly api: string;
  readonly requestsPerSecond: number;
  readonly clock: Clock;
}

/** Waiting and trying again belong to the outbox; the client here only knows the limits and refuses to break them. */
export function createRest({ token, api, requestsPerSecond, clock }: RestOptions): Ask {
  const rest = new REST({
    api,
    version: '10',
    retries: 0,
    rejectOnRateLimit: () => true,
    // Every interaction has a rate limit of its own; what is kept of it for an hour adds up. Milliseconds.
    handlerSweepInterval: 5 * 60_000,
    // Discord's clock and ours differ, and being early costs more than being late; milliseconds.
    offset: 100,
    globalRequestsPerSecond: requestsPerSecond,
    makeRequest: createTransport(),
  }).setToken(token);
  let refused: Refused | null = null;
  const pauses = createPauses(clock);
  const inTurn = createUploadTurns();

  return <Answer>(method: `${RequestMethod}`, route: RouteLike, asked: Asked = {}): Promise<Answer> => {
    const { files } = asked;
    if (files === undefined) return request(method, route, asked, []);
    const send = async (): Promise<Answer> => request(method, route, asked, await files());
    // Interactions are answered within three seconds or never.
    return route.startsWith('/interactions/') ? send() : inTurn(send);
  };

  async function request<Answer>(
    method: `${RequestMethod}`,
    route: RouteLike,
    asked: Asked,
    files: readonly Upload[],
  ): Promise<Answer> {
    const auth = asked.auth !== 'token';
    // After a 401 the client forgets the token and would throw something less clear.
    if (auth && refused) throw refused;
    pauses.check(method, route, asked.body);
    try {
      return (await rest.request({
        method: method as RequestMethod,
        fullRoute: route,
        auth,
        query: asked.query,
        ...bodyOf(asked.body, files),
      })) as Answer;
    } catch (error) {
      const meaning = readRefusal(error, method, route);
      if (error instanceof RateLimitError && error.sublimitTimeout > 0) pauses.keep(method, route, asked.body, meaning);
      if (auth && meaning instanceof Refused && meaning.reason === 'unauthorized') refused = meaning;
      throw meaning;
    }
  }
}

function bodyOf(
  body: unknown,
  files: readonly Upload[],
): {
  body?: BodyInit | unknown;
  passThroughBody?: boolean;
  headers?: Record<string, string>;
} {
  if (files.length === 0) return { body };
  const { body: bytes, type } = writeMultipart(body, files);
  return { body: bytes, passThroughBody: true, headers: { 'Content-Type': type } };
}
