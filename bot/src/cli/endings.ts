import { Refused, SlowDown } from '../refusal.ts';
import { Unreachable } from '../discord/connect.ts';
import { DataUnusable } from '../bookkeeping.ts';
import { Unusable } from './terminal.ts';

/** The errors that an operator can mend, as their last line; anything else as it is. */
export function asLastLine(error: unknown): unknown {
  if (error instanceof DataUnusable) return new Unusable(error.message);
  if (error instanceof Unreachable) return new Unusable(`${error.message}. Check DISCORD_API and the network.`);
  if (error instanceof SlowDown) return new Unusable(`${error.message}. Start again after it.`);
  if (error instanceof Refused && error.reason === 'unauthorized')
    return new Unusable(
      'Discord refuses DISCORD_TOKEN. Copy a new one from https://discord.com/developers/applications → your application → Bot → Reset Token.',
    );
  if (isAddressTaken(error))
    return new Unusable(
      `${error.address}:${error.port} is taken by another program. Choose another PORT, or 0 for any free one.`,
    );
  return error;
}

function isAddressTaken(error: unknown): error is Error & { readonly address: string; readonly port: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
