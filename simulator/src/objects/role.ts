import type { Role } from '../state.ts';
import type { Wire } from './wire.ts';

export function roleObject(role: Role): Wire {
  void role;
  throw new Error('being written');
}
