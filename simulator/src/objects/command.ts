import type { Command } from '../state.ts';
import type { Wire } from './wire.ts';

export function commandObject(applicationId: string, command: Command): Wire {
  void applicationId;
  void command;
  throw new Error('being written');
}
