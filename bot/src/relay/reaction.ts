import type { Clock } from '../clock.ts';
import type { DiscordEvent } from '../incoming.ts';
import type { BotId, PersonId, UserId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import { otherSide, type Copy, type Store, type Tables, type Ticket } from '../store.ts';
import { may } from '../tickets/permissions.ts';
import { showReaction } from '../tickets/reactions.ts';
import type { ReadStanding } from '../tickets/standing.ts';
import type { Meet } from './meet.ts';

export interface ReactionParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly bot: { readonly id: BotId; readonly user: UserId };
  readonly meet: Meet;
  readonly standing: ReadStanding;
  readonly settingsOf: (ticket: Ticket) => Promise<Settings>;
}

type Reaction = Extract<DiscordEvent, { is: 'reaction' }>;
type Cleared = Extract<DiscordEvent, { is: 'reactions-cleared' }>;

/** Somebody reacted, or took it back: as long as anybody of a side reacts with an emoji, it stands on the other side, too. */
export async function reaction(parts: ReactionParts, event: Reaction): Promise<void> {
  if (event.by === parts.bot.user) return;
  const found = await findRelayed(parts, event);
  if (found === null) return;
  const by = await reactor(parts, found, event);
  if (by === null) return;
  const { copy } = found;
  const { emoji, added } = event;
  await parts.store.transaction(async (tables) => {
    const before = await countOf(tables, copy, emoji);
    const one = { entry: copy.entry, side: copy.side, by, emoji };
    await (added ? tables.reactions.add(one) : tables.reactions.remove(one));
    const after = await countOf(tables, copy, emoji);
    if (before > 0 === after > 0) return;
    const wanted = { entry: copy.entry, side: otherSide(copy.side), emoji, remove: after === 0 };
    await showReaction(tables, wanted, parts.clock.now());
  });
}

/** A moderator took all reactions off a message, or all of one emoji. */
export async function clearReactions({ clock, store, bot }: ReactionParts, event: Cleared): Promise<void> {
  await store.transaction(async (tables) => {
    const copy = await tables.copies.byMessage(bot.id, event.message);
    if (copy === null) return;
    const { entry } = copy;
    for (const emoji of new Set(await tables.reactions.on(entry, copy.side))) {
      if (event.emoji !== null && event.emoji !== emoji) continue;
      await tables.reactions.clear(entry, copy.side, emoji);
      await showReaction(tables, { entry, side: otherSide(copy.side), emoji, remove: true }, clock.now());
    }
  });
}

interface Relayed {
  readonly copy: Copy;
  readonly ticket: Ticket;
  readonly settings: Settings;
}

/** The message of an open ticket that both sides see. */
async function findRelayed(
  { store: { tables }, bot, settingsOf }: ReactionParts,
  { message }: Reaction,
): Promise<Relayed | null> {
  const copy = await tables.copies.byMessage(bot.id, message);
  const entry = copy && (await tables.entries.get(copy.entry));
  if (entry?.kind !== 'member' && entry?.kind !== 'reply') return null;
  const ticket = await tables.tickets.get(entry.ticket);
  if (copy === null || ticket?.state !== 'open') return null;
  const settings = await settingsOf(ticket);
  return settings.relayReactions ? { copy, ticket, settings } : null;
}

/** Who reacted, if theirs counts: on the staff side only those who may answer. Discord does not say who they are when it is taken back. */
async function reactor(
  parts: ReactionParts,
  { copy, ticket, settings }: Relayed,
  { by: user, member, added }: Reaction,
): Promise<PersonId | null> {
  const { people } = parts.store.tables;
  if (copy.side === 'member' || !added || member === null) {
    const id = (await people.byUser(parts.bot.id, user))?.id ?? null;
    // In a thread with the member others may react, too.
    return copy.side === 'member' && id !== ticket.person ? null : id;
  }
  if (member.account.bot) return null;
  const who = { user, roles: member.roles, permissions: null };
  const standing = await parts.standing(ticket.guild, settings, who, settings.claimExclusive ? 'admin' : 'staff');
  const { id } = await parts.meet(member.account);
  return may('reply', { person: id, standing }, ticket, settings).ok ? id : null;
}

async function countOf(
  { reactions }: Pick<Tables, 'reactions'>,
  { entry, side }: Copy,
  emoji: string,
): Promise<number> {
  return (await reactions.on(entry, side)).filter((one) => one === emoji).length;
}
