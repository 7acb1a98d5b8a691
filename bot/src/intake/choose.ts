import type { GuildId, InteractionId } from '../ids.ts';
import type { Person, Ticket } from '../store.ts';
import { cooldownEnd, opensAnonymous, openTicket } from '../tickets/open.ts';
import { admit } from './admit.ts';
import type { DestinationParts } from './destination.ts';
import type { GuildNames } from './guild-names.ts';
import { isMemberNow } from './memberships.ts';
import type { Refusal } from './refuse.ts';
import { sendKept } from './send-kept.ts';
import { blockedBy, isBlockedIn, type Server } from './servers.ts';

/** So many servers of one name are looked in. */
const mostOfOneName = 5;

export type Chosen =
  /** What was kept went there. */
  | { readonly is: 'sent'; readonly ticket: Ticket }
  /** What the member writes next goes there. */
  | { readonly is: 'write-now' }
  /** There is no such server, or the member is not in it. */
  | { readonly is: 'not-possible' }
  | { readonly is: 'refused'; readonly why: Refusal };

/**
 * A member said which server their messages are for, through the menu, a command or a panel. It is checked again, since servers and
 * memberships change while a menu stands there. Then everything kept goes into the ticket; where nothing is kept, nothing is opened
 * until they write. `by` is what they clicked or ran.
 */
export async function chooseServer(
  parts: DestinationParts,
  person: Person,
  guild: GuildId,
  by: InteractionId,
): Promise<Chosen> {
  const now = parts.clock.now();
  const entry = await mayEnter(parts, person, guild);
  if (entry.is !== 'open') return entry;
  const { server } = entry;
  return parts.store.transaction(async (tables): Promise<Chosen> => {
    const isWaiting = (await tables.intake.kept(person.id)).length > 0;
    if (isWaiting) {
      const opened = await openTicket(tables, { person, now, anonymous: opensAnonymous(server.settings), ...server });
      if (opened.is === 'too-soon') return { is: 'refused', why: { ...opened, guild } };
      await sendKept(tables, { ...opened, ...server, person, now });
      await tables.intake.setLastServer(person.id, { guild, since: by, chosen: false });
      return { is: 'sent', ticket: opened.ticket };
    }
    await tables.intake.setLastServer(person.id, { guild, since: by, chosen: true });
    return { is: 'write-now' };
  });
}

/** The same for a server that the member named. Whether it does not exist or is not shared, or blocks in silence, cannot be told apart. */
export async function chooseByName(
  parts: DestinationParts & { readonly called: GuildNames['called'] },
  person: Person,
  name: string,
  by: InteractionId,
): Promise<Chosen & { readonly guild?: GuildId }> {
  const enabled = (await parts.enabled()).map(({ guild }) => guild);
  for (const guild of (await parts.called(name, enabled)).slice(0, mostOfOneName)) {
    const chosen = await chooseServer(parts, person, guild, by);
    const isHidden = chosen.is === 'refused' && chosen.why.is === 'blocked-silently';
    if (chosen.is !== 'not-possible' && !isHidden) return { ...chosen, guild };
  }
  return { is: 'not-possible' };
}

type Entering = Exclude<Chosen, { is: 'sent' | 'write-now' }> | { readonly is: 'open'; readonly server: Server };

/** An open ticket goes on whatever has changed; for a new one the member is looked at as Discord knows them now. */
async function mayEnter(parts: DestinationParts, person: Person, guild: GuildId): Promise<Entering> {
  const { tables } = parts.store;
  const now = parts.clock.now();
  const talking = (await tables.tickets.openOf(person.id)).some((ticket) => ticket.guild === guild);
  if (talking) return { is: 'open', server: { guild, settings: await parts.settingsOf(guild) } };
  const server = (await parts.enabled()).find((one) => one.guild === guild);
  if (server === undefined || !(await isMemberNow(parts, person, guild))) return { is: 'not-possible' };
  if (await isBlockedIn(parts, person, guild)) return { is: 'refused', why: blockedBy([server]) };
  const why = await admit({ discord: parts.discord, now }, person, server);
  if (why !== null) return { is: 'refused', why };
  const until = await cooldownEnd(tables, { person, ...server });
  return until > now ? { is: 'refused', why: { is: 'too-soon', until, guild } } : { is: 'open', server };
}
