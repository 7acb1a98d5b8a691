import { createHash } from 'node:crypto';

/**
 * The same for every try of the same thing, and never used for another; 25 characters, Discord's limit.
 * https://docs.discord.com/developers/resources/message#create-message
 */
export function nonceOf(...what: readonly (string | number)[]): string {
  return createHash('sha256').update(what.join(' ')).digest('base64url').slice(0, 25);
}
