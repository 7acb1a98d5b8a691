import type { Blocked } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { PersonId, RoleId, UserId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import { parseTimestring } from '../settings/timestring.ts';
import type { Store, Tables, Ticket } from '../store.ts';
import { block } from '../tickets/block.ts';
import { claimTicket, unclaimTicket } from '../tickets/claim.ts';
import { closeTicket } from '../tickets/close.ts';
import { may } from '../tickets/permissions.ts';
import type { Standing } from '../tickets/standing.ts';
import { unblock } from '../tickets/unblock.ts';
import type { Meet } from './meet.ts';
import { refuseTyped, type TypedRefusal } from './refuse-typed.ts';
import type { TypedCommand } from './staff-text.ts';

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

/** Does what the command says, once; what speaks against it is shown where it was typed. */
export async function runTyped(
  parts: { readonly clock: Clock; readonly store: Store; readonly meet: Meet },
  use: TypedUse,
): Promise<void> {
  const { ticket, settings, message } = use;
  const now = parts.clock.now();
  const person = await parts.meet(message.author);
  const refusal = await parts.store.transaction(async (tables): Promise<TypedRefusal | null> => {
    await tables.reading.mark(ticket.bot, message.channel, message.id);
    if (await tables.entries.bySource(`message:${message.id}`)) return null;
    return perform(tables, use, person.id, now);
  });
  if (refusal !== null) await refuseTyped(parts, ticket, settings, message, refusal);
}

async function perform(tables: Tables, use: TypedUse, person: PersonId, now: number): Promise<TypedRefusal | null> {
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
    case 'block': {
      const { who, rest: said } = await readWhom(tables, ticket, rest);
      if (who === null) return 'no-such-member';
      const { until, reason } = readTerms(said, now);
      return unless('blocked', await block(tables, { ...request, guild: ticket.guild, who, until, reason }));
    }
    case 'unblock': {
      const { who } = await readWhom(tables, ticket, rest);
      if (who === null) return 'no-such-member';
      return unless('unblocked', await unblock(tables, { ...request, guild: ticket.guild, who }));
    }
  }
}

function unless<Fine extends string, Other extends TypedRefusal>(
  fine: Fine,
  outcome: { readonly is: Fine | Other },
): TypedRefusal | null {
  return outcome.is === fine ? null : (outcome.is as Other);
}

/** A mention, an id or a role at the start; else the member of the ticket. */
async function readWhom(
  tables: Pick<Tables, 'people'>,
  ticket: Ticket,
  text: string,
): Promise<{ readonly who: Blocked | null; readonly rest: string }> {
  const [start = '', role, user] = /^(?:<@&(\d+)>|(?:<@!?)?(\d{17,20})>?)(?=\s|$)/.exec(text) ?? [];
  const rest = text.slice(start.length).trimStart();
  if (role !== undefined) return { who: { kind: 'role', id: role as RoleId }, rest };
  if (user === undefined) return { who: { kind: 'person', id: ticket.person }, rest };
  const person = await tables.people.byUser(ticket.bot, user as UserId);
  return { who: person && { kind: 'person', id: person.id }, rest };
}

/** A length of time at the start (`3 days`, `2h30m`), then the reason. */
function readTerms(text: string, now: number): { readonly until: number | null; readonly reason: string | null } {
  const words = text.split(/\s+/);
  for (const count of [2, 1]) {
    const parsed = parseTimestring(words.slice(0, count).join(' '));
    if (!('ms' in parsed) || parsed.ms === 0) continue;
    const reason = words.slice(count).join(' ');
    return { until: now + parsed.ms, reason: reason === '' ? null : reason };
  }
  return { until: null, reason: text === '' ? null : text };
}
