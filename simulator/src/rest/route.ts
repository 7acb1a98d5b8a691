import type { LimitName } from '../limits/numbers.ts';
import type { World } from '../world.ts';

/** Who is asking. */
export type Caller =
  | { readonly as: 'bot'; readonly userId: string; readonly applicationId: string }
  /** No Authorization header: webhooks and interaction answers, which carry their token in the path. */
  | { readonly as: 'nobody' };

export interface UploadedFile {
  readonly field: string;
  readonly filename: string;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

export interface Call {
  readonly world: World;
  readonly caller: Caller;
  /** Path parameters by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body, or `payload_json` of a multipart one; {} when there is none. */
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  /** X-Audit-Log-Reason, decoded. */
  readonly reason: string | null;
}

export interface Answer {
  readonly status: number;
  /** Absent for 204. */
  readonly body?: unknown;
}

/** An answer with headers of its own, flat: name, value; a page instead of a body has its text. */
export interface Held extends Answer {
  readonly headers: readonly string[];
  readonly html?: string;
}

/**
 * One of Discord's endpoints. `path` is written like Discord's docs do, `/channels/{channel.id}/messages`, with `{channel_id}` for its parameters.
 * `limit` names its rate limit bucket in limits/numbers.ts.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** `bot`: an Authorization header is needed; `token`: the path carries a token, and a header does no harm. */
  readonly auth: 'bot' | 'token';
  readonly limit: LimitName;
  /** Fields of the query and the JSON body that are known; any other is refused. */
  readonly query?: readonly string[];
  readonly fields?: readonly string[];
  /** The body is a list of such objects. */
  readonly list?: boolean;
  run(call: Call): Answer | Promise<Answer>;
}
