import { Refused } from '../discord.ts';
import { Unreachable } from '../discord/connect.ts';
import { DataUnusable } from '../store.ts';
import { Unusable } from './terminal.ts';

/** The errors that an operator can mend, as their last line; anything else as it is. */
export function asLastLine(error: unknown): unknown {
  if (error instanceof DataUnusable || error instanceof Unreachable) return new Unusable(error.message);
  if (error instanceof Refused && error.reason === 'unauthorized')
    return new Unusable(
      'Discord refuses DISCORD_TOKEN. Copy a new one from https://discord.com/developers/applications → your application → Bot → Reset Token.',
    );
  return (isSystemError(error) && ofSystem(error)) || error;
}

interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function ofSystem({ code, path, address, port }: SystemError): Unusable | null {
  switch (code) {
    case 'EADDRINUSE':
      return new Unusable(
        `${address}:${port} is taken by another program. Choose another PORT, or 0 for any free one.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Unusable(`HOST is not an address of this machine. The usual one is 127.0.0.1.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return port === undefined
        ? new Unusable(
            `${path ?? 'DATA_DIR'} may not be written. Give this user the right to, or choose another DATA_DIR.`,
          )
        : new Unusable(`Port ${port} needs more rights than this user has. Choose a PORT above 1023.`);
    case 'ENOTDIR':
    case 'EEXIST':
      return new Unusable(`${path ?? 'DATA_DIR'} is not a folder. Choose another DATA_DIR.`);
    case 'ENOSPC':
      return new Unusable(`The disk is full. Make room, or choose another DATA_DIR.`);
    default:
      return null;
  }
}
