import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { Discord } from '../discord.ts';
import type { DiscordEvent } from '../incoming.ts';
import type { BotId, ChannelId, UserId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings/schema.ts';
import type { Store, Ticket } from '../store.ts';
import { may } from '../tickets/permissions.ts';
import type { ReadStanding } from '../tickets/standing.ts';

export interface TypingParts {
  readonly clock: Clock;
  readonly store: Pick<Store, 'tables'>;
  readonly discord: Pick<Discord, 'startTyping'>;
  readonly bot: { readonly id: BotId; readonly user: UserId; readonly readsContent: () => boolean };
  readonly standing: ReadStanding;
  readonly settingsOf: (ticket: Ticket) => Promise<Settings>;
  readonly log: Pick<Log, 'debug'>;
}

type Typing = Extract<DiscordEvent, { is: 'typing' }>;

/** Discord shows typing for ten seconds: https://docs.discord.com/developers/resources/channel#trigger-typing-indicator */
const notAgainFor = 8000;

/**
 * Shows a side that the other one is typing. It is worth something only now, so it is neither written down nor tried again, and what
 * goes wrong with it is only noted.
 */
export function createTyping(parts: TypingParts): (event: Typing) => Promise<void> {
  const recent = new LRUCache<ChannelId, true>({
    max: 5000,
    ttl: notAgainFor,
    ttlResolution: 0,
    perf: { now: () => parts.clock.now() },
  });
  return async (event) => {
    if (event.by === parts.bot.user || recent.has(event.channel)) return;
    try {
      const target = await (event.guild === null ? ticketOf(parts, event) : otherPlace(parts, event));
      if (target === null || recent.has(event.channel)) return;
      recent.set(event.channel, true);
      await parts.discord.startTyping(target);
    } catch (error) {
      parts.log.debug({ error }, 'typing could not be shown');
    }
  };
}

/** While a member has several tickets, nobody knows yet for which one they write. */
async function ticketOf(
  { store: { tables }, bot, settingsOf }: TypingParts,
  { channel }: Typing,
): Promise<ChannelId | null> {
  const person = await tables.people.byDm(bot.id, channel);
  const [ticket, ...others] = person === null ? [] : await tables.tickets.openOf(person.id);
  if (ticket === undefined || others.length > 0 || !(await settingsOf(ticket)).relayTyping) return null;
  return ticket.channel;
}

async function otherPlace(parts: TypingParts, event: Typing): Promise<ChannelId | null> {
  const { tables } = parts.store;
  const ticket = await tables.tickets.byChannel(parts.bot.id, event.channel);
  if (ticket !== null) return placeOfMember(parts, ticket, event);
  const ofMember = await tables.tickets.byMemberThread(parts.bot.id, event.channel);
  if (ofMember === null || !(await parts.settingsOf(ofMember)).relayTyping) return null;
  return (await tables.people.get(ofMember.person))?.user === event.by ? ofMember.channel : null;
}

/** Typing that becomes no reply is nobody's business on the other side. */
async function placeOfMember(parts: TypingParts, ticket: Ticket, { by, member }: Typing): Promise<ChannelId | null> {
  const { tables } = parts.store;
  if (ticket.state !== 'open' || member === null || member.account.bot || !parts.bot.readsContent()) return null;
  const settings = await parts.settingsOf(ticket);
  if (!settings.relayTyping || settings.staffMessages === 'are-internal') return null;
  const who = { user: by, roles: member.roles, permissions: null };
  const standing = await parts.standing(ticket.guild, settings, who, settings.claimExclusive ? 'admin' : 'staff');
  const person = await tables.people.byUser(parts.bot.id, by);
  const claimer = person?.id ?? ticket.person;
  if (!may('reply', { person: claimer, standing }, ticket, settings).ok) return null;
  if (ticket.answersInThread) return ticket.memberThread;
  return (await tables.people.get(ticket.person))?.dm ?? null;
}
