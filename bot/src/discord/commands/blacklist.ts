import { blockSubcommands, runBlock, runUnblock } from './block.ts';
import { showBlocks } from './blocks.ts';
import type { Command } from './command.ts';
import { suggestAliases, suggestBlocked } from './suggest.ts';
import { described } from './describe.ts';

/** Blocks under the name that people coming from SupportMail know. */
export const blacklistCommand: Command = {
  vocabulary: 'supportmail',
  spec: () => ({
    type: 'chat',
    name: 'blacklist',
    ...described('command.blacklist'),
    subcommands: blockSubcommands('user', { block: 'add', unblock: 'remove', blocks: 'check' }),
  }),
  run: { 'blacklist add': runBlock, 'blacklist remove': runUnblock, 'blacklist check': showBlocks },
  suggest: { 'blacklist add': suggestAliases, 'blacklist remove': suggestBlocked },
};
