import type { CommandOption } from '../../discord.ts';
import { text } from '../../render/notices.ts';
import type { TextKey } from '../../render/texts/keys.ts';
import { blockSubcommands, runBlock, runUnblock } from './block.ts';
import { showBlocks } from './blocks.ts';
import { claim, unclaim } from './claim.ts';
import { closeOptions, runClose } from './close.ts';
import { runAdd, runJoin } from './join.ts';
import type { Command, CommandUse, AnswerParts } from './command.ts';
import { reopenOptions, runReopen } from './reopen.ts';

/** `/ticket claim` and so on, and the same under the name that people coming from Phantom know. */
export const ticketCommand = grouped('ticket', closeOptions, 'member', [
  {
    name: 'join',
    description: 'command.join',
    options: () => [{ name: 'number', description: text('command.join.number', {}), type: 'number', required: true }],
    run: runJoin,
  },
  {
    name: 'add',
    description: 'command.add',
    options: () => [{ name: 'staff', description: text('command.add.staff', {}), type: 'user', required: true }],
    run: runAdd,
  },
]);
export const pmodmailCommand = grouped(
  'pmodmail',
  () => [{ name: 'reason', description: text('command.close.comment', {}), type: 'text' }],
  'user',
  [],
);

function grouped(
  name: 'ticket' | 'pmodmail',
  closing: () => readonly CommandOption[],
  member: 'member' | 'user',
  more: readonly {
    readonly name: string;
    readonly description: Extract<TextKey, `command.${string}`>;
    readonly options?: () => readonly CommandOption[];
    readonly run: (parts: AnswerParts, use: CommandUse) => Promise<void>;
  }[],
): Command {
  return {
    vocabulary: name,
    spec: () => ({
      type: 'chat',
      name,
      description: text(`command.${name}`, {}),
      subcommands: [
        { name: 'claim', description: text('command.claim', {}) },
        { name: 'unclaim', description: text('command.unclaim', {}) },
        { name: 'close', description: text('command.close', {}), options: closing() },
        { name: 'reopen', description: text('command.reopen', {}), options: reopenOptions() },
        ...blockSubcommands(member, { block: 'block', unblock: 'unblock', blocks: 'blocks' }),
        ...more.map(({ name: own, description, options }) => ({
          name: own,
          description: text(description, {}),
          ...(options && { options: options() }),
        })),
      ],
    }),
    run: {
      [`${name} claim`]: claim,
      [`${name} unclaim`]: unclaim,
      [`${name} close`]: runClose,
      [`${name} reopen`]: runReopen,
      [`${name} block`]: runBlock,
      [`${name} unblock`]: runUnblock,
      [`${name} blocks`]: showBlocks,
      ...Object.fromEntries(more.map((one) => [`${name} ${one.name}`, one.run])),
    },
  };
}
