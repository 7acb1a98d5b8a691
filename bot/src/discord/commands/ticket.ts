import type { CommandOption } from '../../discord.ts';
import type { TextKey } from '../../render/texts/keys.ts';
import { blockSubcommands, runBlock, runUnblock } from './block.ts';
import { showBlocks } from './blocks.ts';
import { claim, unclaim } from './claim.ts';
import { closeOptions, runClose } from './close.ts';
import { runAdd, runJoin } from './join.ts';
import type { Command, CommandUse, AnswerParts } from './command.ts';
import { described } from './describe.ts';
import { reopenOptions, runReopen } from './reopen.ts';
import { suggestAliases, suggestBlocked, suggestClosed, suggestOpen } from './suggest.ts';

/** `/ticket claim` and so on, and the same under the name that people coming from Phantom know. */
export const ticketCommand = grouped('ticket', closeOptions, 'member', [
  {
    name: 'join',
    description: 'command.join',
    options: () => [
      { name: 'number', ...described('command.join.number'), type: 'number', required: true, autocomplete: true },
    ],
    run: runJoin,
    suggest: suggestOpen,
  },
  {
    name: 'add',
    description: 'command.add',
    options: () => [{ name: 'staff', ...described('command.add.staff'), type: 'user', required: true }],
    run: runAdd,
  },
]);
export const pmodmailCommand = grouped(
  'pmodmail',
  () => [{ name: 'reason', ...described('command.close.comment'), type: 'text' }],
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
    readonly suggest?: NonNullable<Command['suggest']>[string];
  }[],
): Command {
  return {
    vocabulary: name,
    spec: () => ({
      type: 'chat',
      name,
      ...described(`command.${name}`),
      subcommands: [
        { name: 'claim', ...described('command.claim') },
        { name: 'unclaim', ...described('command.unclaim') },
        { name: 'close', ...described('command.close'), options: closing() },
        { name: 'reopen', ...described('command.reopen'), options: reopenOptions() },
        ...blockSubcommands(member, { block: 'block', unblock: 'unblock', blocks: 'blocks' }),
        ...more.map(({ name: own, description, options }) => ({
          name: own,
          ...described(description),
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
    suggest: {
      [`${name} reopen`]: suggestClosed,
      [`${name} block`]: suggestAliases,
      [`${name} unblock`]: suggestBlocked,
      ...Object.fromEntries(more.flatMap((one) => (one.suggest ? [[`${name} ${one.name}`, one.suggest]] : []))),
    },
  };
}
