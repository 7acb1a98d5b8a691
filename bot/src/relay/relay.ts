import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { DiscordEvent, IncomingMessage, Interaction } from '../discord.ts';
import type { BotId, ChannelId, GuildId, UserId } from '../ids.ts';
import type { Store, Ticket } from '../store.ts';
import { closeGone } from '../tickets/close.ts';
import { createLanes } from './lanes.ts';

export interface RelayParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly bot: { readonly id: BotId; readonly user: UserId };
  readonly fromMember: (message: IncomingMessage) => Promise<void>;
  readonly typed: (ticket: Ticket, message: IncomingMessage) => Promise<void>;
  readonly edit: (ticket: Ticket, message: IncomingMessage) => Promise<void>;
  readonly remove: (messages: readonly IncomingMessage['id'][]) => Promise<void>;
  readonly interaction: (interaction: Interaction) => Promise<void>;
  readonly forgetRoles: (guild: GuildId) => void;
  /** Called before anything in a channel that was not read while we were away. */
  readonly catchUp: {
    readonly begin: () => Promise<void>;
    readonly before: (channel: ChannelId, read: (message: IncomingMessage) => Promise<void>) => Promise<void>;
  };
}

export interface Relay {
  /** Resolves once what came of the event is written down. */
  handle(event: DiscordEvent): Promise<void>;
  /** Reads what was missed in a channel, in line with what happens in it now. */
  visit(channel: ChannelId): Promise<void>;
  /** A channel has become a ticket's: what is typed in it counts from now on. */
  opened(channel: ChannelId): void;
  /** Puts work concerning a ticket in line with the member's and staff's messages. */
  inLane<Result>(person: Ticket['person'], work: () => Promise<Result>): Promise<Result>;
  idle(): Promise<void>;
}

/** How much may wait in one lane before the gateway has to bring it again. */
const laneBound = 1000;

/**
 * Puts every event into its lane. Channels keep their own order; both sides of a ticket share the member's lane, so that a reply,
 * a DM and a close never overtake each other.
 */
export function createRelay(parts: RelayParts): Relay {
  const channels = createLanes(laneBound);
  const people = createLanes(laneBound);
  const strangers = new LRUCache<ChannelId, true>({ max: 20_000, ttl: 60_000, perf: { now: () => parts.clock.now() } });

  async function ticketIn(channel: ChannelId): Promise<Ticket | null> {
    if (strangers.has(channel)) return null;
    const ticket = await parts.store.tables.tickets.byChannel(parts.bot.id, channel);
    if (ticket === null) strangers.set(channel, true);
    return ticket;
  }

  async function read(message: IncomingMessage): Promise<void> {
    if (message.ephemeral || message.kind === 'system' || message.author.id === parts.bot.user) return;
    if (message.guild === null) {
      if (message.author.bot) return;
      return people.run(`user:${message.author.id}`, () => parts.fromMember(message));
    }
    if (message.webhook !== null && (await isOurs(message))) return;
    const ticket = await ticketIn(message.channel);
    if (ticket !== null) await inLane(ticket.person, () => parts.typed(ticket, message));
  }

  async function isOurs(message: IncomingMessage): Promise<boolean> {
    return message.webhook !== null && (await parts.store.tables.webhooks.get(message.webhook)) !== null;
  }

  /** A member's lane carries their user id, since a DM is known by that before the person is. */
  async function inLane<Result>(id: Ticket['person'], work: () => Promise<Result>): Promise<Result> {
    const person = await parts.store.tables.people.get(id);
    return people.run(`user:${person?.user ?? id}`, work);
  }

  function inChannel(channel: ChannelId, work: () => Promise<void>): Promise<void> {
    return channels.run(channel, async () => {
      await parts.catchUp.before(channel, read);
      await work();
    });
  }

  async function changed(message: IncomingMessage): Promise<void> {
    const copy = await parts.store.tables.copies.byMessage(parts.bot.id, message.id);
    if (copy === null || !copy.original) return;
    const entry = await parts.store.tables.entries.get(copy.entry);
    const ticket = entry && (await parts.store.tables.tickets.get(entry.ticket));
    if (ticket) await inLane(ticket.person, () => parts.edit(ticket, message));
  }

  async function gone(channel: ChannelId): Promise<void> {
    const ticket = await parts.store.tables.tickets.byChannel(parts.bot.id, channel);
    if (ticket === null) return;
    await inLane(ticket.person, () =>
      parts.store.transaction((tables) => closeGone(tables, ticket, 'channel-deleted', parts.clock.now())),
    );
  }

  async function removedFrom(guild: GuildId): Promise<void> {
    for (const ticket of await parts.store.tables.tickets.openIn(parts.bot.id, guild))
      await inLane(ticket.person, () =>
        parts.store.transaction((tables) => closeGone(tables, ticket, 'bot-removed', parts.clock.now())),
      );
  }

  async function memberships(guild: GuildId, user: UserId, isMember: boolean): Promise<void> {
    const person = await parts.store.tables.people.byUser(parts.bot.id, user);
    if (person === null) return;
    const until = parts.clock.now() + 60 * 60_000;
    await parts.store.transaction((tables) => tables.intake.setMembership(person.id, guild, isMember, until));
  }

  return {
    async handle(event) {
      switch (event.is) {
        case 'ready':
          return event.resumed ? undefined : parts.catchUp.begin();
        case 'message':
          return inChannel(event.message.channel, () => read(event.message));
        case 'edit':
          return inChannel(event.message.channel, () => changed(event.message));
        case 'delete':
          return inChannel(event.channel, () => parts.remove(event.messages));
        case 'channel-gone':
          return inChannel(event.channel, () => gone(event.channel));
        case 'guild-gone':
          return removedFrom(event.guild);
        case 'roles-changed':
          return parts.forgetRoles(event.guild);
        case 'member-gone':
          return memberships(event.guild, event.user, false);
        case 'member-came':
          return memberships(event.guild, event.user, true);
        case 'interaction':
          return parts.interaction(event.interaction);
        case 'guild-available':
        case 'reaction':
        case 'typing':
          return undefined;
      }
    },
    visit: (channel) => inChannel(channel, async () => undefined),
    opened: (channel) => void strangers.delete(channel),
    inLane,
    async idle() {
      await channels.idle();
      await people.idle();
    },
  };
}
