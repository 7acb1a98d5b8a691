import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import { Refused, type RefusalReason, SlowDown } from '../refusal.ts';

/** What Discord's numbers mean for us: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const reasons: Readonly<Record<number, RefusalReason>> = {
  10003: 'unknown-channel',
  10004: 'unknown-guild',
  10007: 'unknown-member',
  10008: 'unknown-message',
  10013: 'unknown-user',
  10015: 'unknown-webhook',
  10087: 'unknown-tag',
  10062: 'interaction-expired',
  20009: 'text-blocked',
  20026: 'quarantined',
  20031: 'name-refused',
  30007: 'too-many-webhooks',
  30013: 'too-many-channels',
  30048: 'too-many-tags',
  30058: 'too-many-webhooks',
  40001: 'unauthorized',
  40005: 'too-large',
  40060: 'already-answered',
  40067: 'tag-required',
  50001: 'no-access',
  50003: 'no-permission',
  50005: 'no-permission',
  50007: 'cannot-dm',
  50013: 'no-permission',
  50014: 'unauthorized',
  50045: 'too-large',
  50083: 'archived',
  50278: 'cannot-dm',
  160002: 'no-permission',
  160005: 'locked',
  160006: 'too-many-threads',
  160007: 'too-many-threads',
  200000: 'text-blocked',
  240000: 'text-blocked',
  400001: 'too-large',
};

/** What the inner codes of an "Invalid Form Body" (50035) mean. */
const formReasons: Readonly<Record<string, RefusalReason>> = {
  CHANNEL_PARENT_MAX_CHANNELS: 'parent-full',
  CHANNEL_PARENT_INVALID: 'unknown-channel',
  CHANNEL_PARENT_INVALID_TYPE: 'unknown-channel',
  INVALID_COMMUNITY_PROPERTY_NAME: 'name-refused',
  USERNAME_INVALID: 'name-refused',
  USERNAME_INVALID_CONTAINS: 'name-refused',
};

const statusReasons: Readonly<Record<number, RefusalReason>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'no-permission',
  404: 'invalid',
  405: 'invalid',
  413: 'too-large',
};

const invalidForm = 50035;
/** The token in a webhook's or an interaction's address is not (any more) good. */
const invalidWebhookToken = 50027;
/** Opening DMs too fast; going on leads to quarantine. Not documented how long to wait. */
const openingDmsTooFast = 40003;
/** Discord's doorman turned the request away: a matter of our address and of time. */
const turnedAway = 40333;
const dmPause = 5 * 60_000;

/** Went wrong in a way that may pass; holds nothing of the request but method, path without tokens, and status. */
export class RequestFailed extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'RequestFailed';
    this.status = status;
  }
}

/** Turns what the REST client threw into `Refused`, `SlowDown`, or something to be tried again. */
export function readRefusal(error: unknown, method: string, route: string): unknown {
  if (error instanceof RateLimitError) {
    const wait = Math.max(error.timeToReset, error.retryAfter, error.sublimitTimeout, 1);
    return new SlowDown(Math.ceil(wait), error.global ? 'global' : error.scope === 'shared' ? 'shared' : 'user');
  }
  if (error instanceof DiscordAPIError) return refusalOf(error, method, route);
  // These carry the whole request, text and tokens included.
  if (error instanceof HTTPError) return failed(error.status, method, route);
  return error;
}

function refusalOf(error: DiscordAPIError, method: string, route: string): Error {
  const { status } = error;
  const code = Number(error.code);
  if (code === openingDmsTooFast) return new SlowDown(dmPause, 'user');
  const spoken = Number.isInteger(code) && typeof error.rawError === 'object';
  // Only Discord refuses for good; a proxy's or Cloudflare's page in between does not, except for the size.
  if ((!spoken && status !== 413) || code === turnedAway) return failed(status, method, route);
  const inner = code === invalidForm ? formCodes(error.rawError) : [];
  const reason = reasonFor(code, status, route, inner);
  if (reason === undefined) return failed(status, method, route);
  const detail = inner.length === 0 ? '' : ` (${inner.join(', ')})`;
  return new Refused(
    reason,
    spoken ? code : 0,
    `Discord refused ${method} ${hideTokens(route)}: ${code || status}${detail}`,
  );
}

function reasonFor(code: number, status: number, route: string, inner: readonly string[]): RefusalReason | undefined {
  for (const one of inner) {
    const reason = formReasons[one.slice(one.indexOf(':') + 1)];
    if (reason) return reason;
  }
  // One address serves webhooks and interaction answers; only the latter's tokens run out.
  const isAnswer = route.startsWith('/interactions/') || /\/messages\/(?:@|%40)original$/.test(route);
  const wrongToken =
    code === invalidWebhookToken || (status === 401 && /^\/(webhooks|interactions)\/\d+\//.test(route));
  if (wrongToken || (code === 10015 && isAnswer)) return isAnswer ? 'interaction-expired' : 'unknown-webhook';
  return reasons[code] ?? statusReasons[status];
}

/** Every inner error as `field:CODE`. */
function formCodes(raw: object): readonly string[] {
  const found: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key !== '_errors') walk(value, path === '' ? key : `${path}.${key}`);
      else for (const one of value as readonly { code?: string }[]) found.push(`${path}:${one.code ?? '?'}`);
    }
  };
  walk((raw as { errors?: unknown }).errors, '');
  return found.slice(0, 10);
}

function failed(status: number, method: string, route: string): RequestFailed {
  return new RequestFailed(status, `Discord answered ${status} to ${method} ${hideTokens(route)}`);
}

function hideTokens(route: string): string {
  return route.replace(/^(\/(?:webhooks|interactions)\/\d+\/)[^/?]+/, '$1…');
}
