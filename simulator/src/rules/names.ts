import { formError } from '../errors.ts';
import { webhook as most } from './numbers.ts';
import { readText } from './read.ts';

const refusedInside = ['discord', 'clyde'];
const refusedWhole = ['everyone', 'here'];

/**
 * A webhook's own name, or the one it posts under.
 * https://docs.discord.com/developers/resources/webhook#create-webhook and resources/user#usernames-and-nicknames
 */
export function readWebhookName(value: unknown, path: string): string {
  const name = readText(value, path, most.name, 1).trim();
  if (name === '') throw formError(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  const lower = name.toLowerCase();
  const inside = refusedInside.find((word) => lower.includes(word));
  if (inside) throw formError(path, 'USERNAME_INVALID_CONTAINS', `Username cannot contain "${inside}"`);
  if (refusedWhole.includes(lower)) throw formError(path, 'USERNAME_INVALID', `Username cannot be "${lower}"`);
  return name;
}
