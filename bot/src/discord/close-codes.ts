import { GatewayCloseCodes as Code } from 'discord-api-types/v10';
import { Refused } from '../refusal.ts';

/** An intent was asked for that the portal has not switched on. */
export const disallowedIntents: number = Code.DisallowedIntents;

/**
 * Why there is no point in connecting again; null when there is.
 * Codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
export function finalClose(code: number): Error | null {
  switch (code) {
    case Code.AuthenticationFailed:
      return new Refused('unauthorized', code, 'Discord does not know this token');
    case Code.InvalidShard:
    case Code.ShardingRequired:
      return new Error(`The bot is in too many servers for one gateway connection (${code})`);
    case Code.InvalidAPIVersion:
      return new Error(`Discord no longer speaks version 10 of its gateway (${code})`);
    case Code.InvalidIntents:
    case Code.DisallowedIntents:
      return new Error(`Discord refuses intents that need no permission (${code})`);
    default:
      return null;
  }
}

/** Whether a close tells that the session is over. After any other, one may try to resume: if Discord has forgotten it, it says so. */
export function closeEndsSession(code: number): boolean {
  return code === Code.InvalidSeq || code === Code.SessionTimedOut;
}
