import { API } from '@discordjs/core';
import { DiscordAPIError, REST, type RESTOptions } from '@discordjs/rest';
import type { Library } from './library.ts';

/** The unmodified REST client in the bot's name; it neither retries nor waits, unless `options` say so. */
export function clientOf({ simulator, application }: Library, options: Partial<RESTOptions> = {}): API {
  const rest = new REST({
    api: `${simulator.url}/api`,
    cdn: `${simulator.url}/cdn`,
    retries: 0,
    globalRequestsPerSecond: Infinity,
    ...options,
  });
  return new API(rest.setToken(application.token));
}

/** The code that a request is refused with. */
export async function refusal(request: Promise<unknown>): Promise<{ status: number; code: unknown; fields: string[] }> {
  const error = await request.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DiscordAPIError)) throw new Error(`not refused: ${String(error)}`);
  return { status: error.status, code: error.code, fields: fieldsIn(error.rawError) };
}

/** The paths of an "Invalid Form Body" with what is wrong there, like `embeds.0.title BASE_TYPE_MAX_LENGTH`. */
function fieldsIn(raw: unknown): string[] {
  const found: string[] = [];
  const walk = (at: Record<string, unknown>, path: string): void => {
    for (const [key, value] of Object.entries(at)) {
      if (key === '_errors') for (const { code } of value as { code: string }[]) found.push(`${path} ${code}`);
      else walk(value as Record<string, unknown>, path === '' ? key : `${path}.${key}`);
    }
  };
  walk((raw as { errors?: Record<string, unknown> }).errors ?? {}, '');
  return found;
}

export function bytes(size: number): Uint8Array {
  return new Uint8Array(size).fill(97);
}
