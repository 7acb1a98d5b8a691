import type { Clock } from '../clock.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { PersonId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Store, Tables, Ticket } from '../store.ts';
import { block } from '../tickets/block.ts';
import { claimTicket, unclaimTicket } from '../tickets/claim.ts';
import { closeTicket } from '../tickets/close.ts';
import { may } from '../tickets/permissions.ts';
import { reopenTicket } from '../tickets/reopen.ts';
import type { Standing } from '../tickets/standing.ts';
import { unblock } from '../tickets/unblock.ts';
import { refuseTyped, type TypedRefusal } from './refuse-typed.ts';
import type { Reader, TypedCommand } from './staff-text.ts';
import { readTerms, readWhom, type TypedBlockParts, type TypedWhom } from './typed-block.ts';

/** A command typed in a ticket channel, and by whom. */
export interface TypedUse {
  readonly ticket: Ticket;
  readonly settings: Settings;
  readonly message: IncomingMessage;
  readonly standing: Standing;
  readonly command: TypedCommand;
  /** What stands behind the command's name. */
  readonly rest: string;
}

/** Whoever is staff is blocked when that is typed a second time; milliseconds. */
const saidTwiceWithin = 5 * 60_000;

/** Does what the command says, once; what speaks against it is shown where it was typed. */
export async function runTyped(
  parts: TypedBlockParts & {
    readonly clock: Clock;
    readonly store: Store;
    readonly bot: Pick<Reader, 'readsContent'>;
    readonly isMember: (ticket: Ticket) => Promise<boolean>;
  },
  use: TypedUse,
): Promise<void> {
  const { ticket, settings, message } = use;
  const now = parts.clock.now();
  const person = await parts.meet(message.author);
  const isAbout = use.standing !== 'none' && (use.command === 'block' || use.command === 'unblock');
  const whom = isAbout ? await readWhom(parts, use) : null;
  const isMember = use.command === 'reopen' && (await parts.isMember(ticket));
  const refusal = await parts.store.transaction(async (tables): Promise<TypedRefusal | null> => {
    await tables.reading.mark(ticket.bot, message.channel, message.id);
    if (await tables.entries.bySource(`message:${message.id}`)) return null;
    return perform(tables, { ...use, isMember }, whom, person.id, now);
  });
  if (refusal !== null) await refuseTyped(parts, ticket, settings, message, refusal);
}

async function perform(
  tables: Tables,
  use: TypedUse & { readonly isMember: boolean },
  whom: TypedWhom | null,
  person: PersonId,
  now: number,
): Promise<TypedRefusal | null> {
  const { ticket, settings, standing, rest } = use;
  const by = { person, standing };
  const request = { ticket, settings, by, source: `message:${use.message.id}`, now };
  switch (use.command) {
    case 'claim':
      return unless('claimed', await claimTicket(tables, request));
    case 'unclaim':
      return unless('unclaimed', await unclaimTicket(tables, request));
    case 'close': {
      if (!may('close', by, ticket, settings).ok) return 'not-staff';
      const comment = rest === '' ? null : rest;
      const closing = { by: person, cause: 'manual', comment, shareComment: true, notify: null } as const;
      await closeTicket(tables, ticket, closing, settings, now);
      return null;
    }
    case 'reopen': {
      const { isMember, message } = use;
      return unless('reopened', await reopenTicket(tables, { ...request, isMember, notify: false, upTo: message.id }));
    }
    case 'block': {
      if (whom === null) return 'not-staff';
      if ('refused' in whom) return whom.refused;
      const asked = `block-staff:${whom.who.kind}:${whom.who.id}`;
      if (whom.isStaff && (await tables.intake.mayTell(person, asked, now, now + saidTwiceWithin)))
        return 'block-staff';
      const terms = readTerms(whom.rest, now);
      return unless('blocked', await block(tables, { ...request, ...terms, guild: ticket.guild, who: whom.who }));
    }
    case 'unblock': {
      if (whom === null) return 'not-staff';
      if ('refused' in whom) return whom.refused;
      return unless('unblocked', await unblock(tables, { ...request, guild: ticket.guild, who: whom.who }));
    }
  }
}

function unless<Fine extends string, Other extends TypedRefusal>(
  fine: Fine,
  outcome: { readonly is: Fine | Other },
): TypedRefusal | null {
  return outcome.is === fine ? null : (outcome.is as Other);
}
