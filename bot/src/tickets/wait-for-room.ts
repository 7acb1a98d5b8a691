import type { BotId, GuildId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Tables, Ticket } from '../store.ts';

const shortest = 30_000;
const longest = 15 * 60_000;

/** When to look for room again: the longer it has waited, the longer the pause. Epoch milliseconds. */
export function nextTry(ticket: Pick<Ticket, 'openedAt'>, now: number): number {
  return now + Math.min(longest, Math.max(shortest, (now - ticket.openedAt) / 2));
}

/** Room may have become free: whoever waits for it tries again, the oldest first. */
export async function roomMayBeFree(tables: Tables, bot: BotId, guild: GuildId, now: number): Promise<void> {
  for (const ticket of await tables.tickets.waitingIn(bot, guild))
    await tables.outbox.hurry(lanes.staff(ticket.id), now);
}

/** One line to the member, once, and a problem for staff; nothing is lost, and nothing else is done. */
export async function waitForRoom(
  tables: Tables,
  ticket: Ticket,
  problem: { readonly text: string; readonly with: Readonly<Record<string, string | number>> },
  now: number,
): Promise<void> {
  await tables.problems.raise({ guild: ticket.guild, key: roomKey, ...problem, since: now });
  const { person, guild } = ticket;
  if (!(await tables.intake.mayTell(person, `room ${ticket.id}`, now, Number.MAX_SAFE_INTEGER))) return;
  const tell = { kind: 'tell', person, guild, text: 'member.waits-for-room', with: {}, at: now } as const;
  await tables.outbox.owe(lanes.person(person), tell, now);
}

/** This one has its room; nobody has to mend anything once it was the last that waited. */
export async function foundRoom(tables: Tables, ticket: Ticket): Promise<void> {
  const others = (await tables.tickets.waitingIn(ticket.bot, ticket.guild)).filter(({ id }) => id !== ticket.id);
  if (others.length === 0) await tables.problems.solve(ticket.guild, roomKey);
}

const roomKey = 'room';
