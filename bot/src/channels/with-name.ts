import { Refused } from '../refusal.ts';
import type { ChannelId } from '../ids.ts';
import type { OpenRequest } from './ticket-channel.ts';

/** Discord refuses some words in names; then the neutral name has to do. */
export async function withName(
  { name, fallback }: Pick<OpenRequest, 'name' | 'fallback'>,
  make: (name: string) => Promise<ChannelId>,
): Promise<ChannelId> {
  try {
    return await make(name);
  } catch (error) {
    if (error instanceof Refused && error.reason === 'name-refused') return make(fallback);
    throw error;
  }
}
