/** Discord's final refusals by what they mean for us; the numbers stand in discord/refusals.ts. */
export type RefusalReason =
  | 'cannot-dm'
  | 'quarantined'
  | 'unknown-channel'
  | 'unknown-message'
  | 'unknown-user'
  | 'unknown-member'
  | 'unknown-guild'
  | 'unknown-webhook'
  | 'interaction-expired'
  | 'already-answered'
  | 'no-access'
  | 'no-permission'
  | 'unauthorized'
  | 'too-large'
  | 'archived'
  | 'locked'
  | 'name-refused'
  | 'text-blocked'
  | 'too-many-threads'
  | 'too-many-channels'
  | 'parent-full'
  | 'too-many-webhooks'
  | 'too-many-tags'
  | 'unknown-tag'
  | 'tag-required'
  | 'expired'
  | 'invalid';

/** Final: the same request will be refused again. */
export class Refused extends Error {
  readonly reason: RefusalReason;
  /** Discord's own code, 0 where it gave none. */
  readonly code: number;
  constructor(reason: RefusalReason, code: number, message: string) {
    super(message);
    this.name = 'Refused';
    this.reason = reason;
    this.code = code;
  }
}

/** Discord wants a pause before this request is made again. */
export class SlowDown extends Error {
  readonly afterMs: number;
  /** `shared`: others used up this resource too; `global`: the whole bot must wait. */
  readonly scope: 'user' | 'global' | 'shared';
  constructor(afterMs: number, scope: SlowDown['scope']) {
    super(`Discord asks for a pause of ${afterMs} ms (${scope})`);
    this.name = 'SlowDown';
    this.afterMs = afterMs;
    this.scope = scope;
  }
}

/** Whether Discord or the network failed, rather than refused or we ourselves: the same may work in a while. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Refused) return false;
  const isOfNetwork = 'code' in error && /^(?:E[A-Z]+|UND_ERR_\w+)$/.test(String(error.code));
  return isOfNetwork || error instanceof SlowDown || error.name === 'RequestFailed';
}
