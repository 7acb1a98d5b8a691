import type { Clock } from '../clock.ts';
import type { InServer } from '../incoming.ts';
import type { BotId, GuildId, UserId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Person, Store, Tables, Ticket } from '../store.ts';
import { dropClaim } from '../tickets/claim.ts';
import { say } from '../tickets/notice.ts';
import type { ReadStanding } from '../tickets/standing.ts';
import { settingsOfTicket } from '../tickets/topic.ts';

export interface ComingAndGoingParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly bot: { readonly id: BotId };
  readonly standing: ReadStanding;
  readonly settingsOf: (guild: GuildId) => Promise<Settings>;
}

/** For so long it is believed that somebody is a member, or is none. */
const believed = 60 * 60_000;

/** Somebody came into a server, or left it: their ticket there says so, and what they had taken is free again. */
export async function cameOrWent(
  { clock, store, bot }: ComingAndGoingParts,
  guild: GuildId,
  user: UserId,
  isMember: boolean,
): Promise<void> {
  const person = await store.tables.people.byUser(bot.id, user);
  if (person === null) return;
  const now = clock.now();
  await store.transaction(async (tables) => {
    await tables.intake.setMembership(person.id, guild, isMember, now + believed);
    await tellTheirTicket(tables, person, guild, isMember, now);
    if (isMember) return;
    for (const ticket of await taken(tables, person, guild)) await dropClaim(tables, ticket, person.id, now);
  });
}

/** Who somebody anonymous is could be told from when they come and go. */
async function tellTheirTicket(
  tables: Tables,
  person: Person,
  guild: GuildId,
  isMember: boolean,
  now: number,
): Promise<void> {
  const theirs = (await tables.tickets.openOf(person.id)).filter(
    (ticket) => ticket.guild === guild && !ticket.anonymous,
  );
  const text = isMember ? 'notice.member-came' : 'notice.member-left';
  for (const ticket of theirs)
    await say(tables, ticket, { text, with: {}, to: 'staff' }, `${text}:${ticket.id}:${now}`, now);
}

/** Somebody's roles are others now; who is no longer staff has taken nothing any more. */
export async function rolesChanged(
  { clock, store, bot, standing, settingsOf }: ComingAndGoingParts,
  guild: GuildId,
  { account, roles }: InServer,
): Promise<void> {
  const person = await store.tables.people.byUser(bot.id, account.id);
  if (person === null) return;
  const who = { user: account.id, roles, permissions: null };
  for (const ticket of await taken(store.tables, person, guild)) {
    const settings = settingsOfTicket(await settingsOf(guild), ticket);
    if ((await standing(guild, settings, who, 'staff')) !== 'none') continue;
    await store.transaction((tables) => dropClaim(tables, ticket, person.id, clock.now()));
  }
}

async function taken(
  { tickets }: Pick<Tables, 'tickets'>,
  { id, bot }: Person,
  guild: GuildId,
): Promise<readonly Ticket[]> {
  return (await tickets.openIn(bot, guild)).filter(({ claimedBy }) => claimedBy === id);
}
