import type { Interaction } from '../src/state.ts';
import type { Library } from './library.ts';

export interface Reply {
  readonly status: number;
  // What a test looks into is up to the test.
  readonly body: Record<string, unknown> & { readonly code?: number; readonly errors?: Record<string, unknown> };
}

export type Asking = (method: string, path: string, body?: unknown) => Promise<Reply>;

/** Requests over HTTP in the bot's name; null for nobody's. */
export function asking({ simulator, application }: Library, token: string | null = application.token): Asking {
  return async (method, path, body) => {
    const response = await fetch(`${simulator.url}/api/v10${path}`, {
      method,
      headers: {
        'User-Agent': 'DiscordBot (https://example.org, 1)',
        ...(token === null ? {} : { Authorization: `Bot ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Reply['body']) };
  };
}

/** What a person has asked of the bot last. */
export function lastInteraction({ simulator }: Library): Interaction {
  const last = [...simulator.world.state.interactions.values()].at(-1);
  if (!last) throw new Error('nobody has asked for anything');
  return last;
}

/** Answers the last interaction; `with_response` asks for the message. */
export function answerLast(here: Library, body: unknown, query = ''): Promise<Reply> {
  const { id, token } = lastInteraction(here);
  return asking(here, null)('POST', `/interactions/${id}/${token}/callback${query}`, body);
}
