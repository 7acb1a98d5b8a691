import type { Answer, TicketTopic } from '../door.ts';
import { newId, type TicketId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Settings } from '../settings/schema.ts';
import type { Person, Tables, Ticket } from '../store.ts';
import type { GuildId } from '../ids.ts';
import { giveAlias } from './alias.ts';

export type Opened =
  | { readonly is: 'opened'; readonly ticket: Ticket }
  | { readonly is: 'open-already'; readonly ticket: Ticket }
  /** `until`: epoch milliseconds. */
  | { readonly is: 'too-soon'; readonly until: number };

export interface Wanted {
  readonly person: Person;
  readonly guild: GuildId;
  readonly settings: Settings;
  readonly now: number;
  /** Staff are to read an alias; see `opensAnonymous`. */
  readonly anonymous: boolean;
  /** As the member chose it; `settings` are those of its tickets (see topic.ts). */
  readonly topic?: TicketTopic | null;
  readonly answers?: readonly Answer[];
}

/** Whether a ticket that a member opens is anonymous where they have not been asked. One that staff open never is. */
export function opensAnonymous({ anonymousMembers }: Pick<Settings, 'anonymousMembers'>): boolean {
  return anonymousMembers === 'always';
}

/**
 * Opens a ticket between a member and a server, unless there is one; the database allows one at a time, and one anonymous one beside it.
 * Owed because of it: the ticket channel; greeting and log line follow once that is there (see outbox/open-channel.ts).
 */
export async function openTicket(tables: Tables, wanted: Wanted): Promise<Opened> {
  const { person, guild, settings, now, anonymous, topic = null, answers = [] } = wanted;
  const open = await tables.tickets.openOf(person.id);
  const current = open.find((ticket) => ticket.guild === guild && ticket.anonymous === anonymous);
  if (current) return { is: 'open-already', ticket: current };
  const until = await cooldownEnd(tables, wanted);
  if (until > now) return { is: 'too-soon', until };
  if (anonymous) await giveAlias(tables, guild, person.id);
  const ticket = await tables.tickets.open({
    id: newId<TicketId>(now),
    bot: person.bot,
    guild,
    person: person.id,
    channelKind: settings.channelKind,
    parent: parentOf(settings),
    openedAt: now,
    anonymous,
    topic,
    answers,
  });
  if (ticket === null) throw new Error('a ticket of this member was opened at the same time');
  await tables.outbox.owe(lanes.staff(ticket.id), { kind: 'open-channel', ticket: ticket.id }, now);
  return { is: 'opened', ticket };
}

/** Whether a ticket still takes messages. Looked at where one is written down: what closes it does not wait for who looked before. */
export async function isStillOpen(tables: Pick<Tables, 'tickets'>, { id }: Pick<Ticket, 'id'>): Promise<boolean> {
  const state = (await tables.tickets.get(id))?.state;
  return state === 'opening' || state === 'open';
}

/** When this member may open the next ticket there; epoch milliseconds, 0 where nothing holds them up. */
export async function cooldownEnd(
  tables: Tables,
  wanted: { readonly person: Person; readonly guild: GuildId; readonly settings: Settings },
): Promise<number> {
  const cooldown = wanted.settings.limits.openCooldown;
  if (cooldown === 0) return 0;
  const recent = await tables.tickets.historyOf(wanted.person.id, wanted.guild, 10);
  const last = recent.find((ticket) => ticket.channel !== null || ticket.state === 'opening');
  return last === undefined ? 0 : last.openedAt + cooldown;
}

function parentOf(settings: Settings): Ticket['parent'] {
  if (settings.parentChannel === null) throw new Error('modmail is enabled without a parent channel');
  return settings.parentChannel;
}
