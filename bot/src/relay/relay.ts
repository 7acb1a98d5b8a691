import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { DiscordEvent, IncomingMessage, InServer, Interaction } from '../incoming.ts';
import type { BotId, ChannelId, GuildId, PersonId, UserId, WebhookId } from '../ids.ts';
import type { Store, Ticket } from '../store.ts';
import { closeGone } from '../tickets/close.ts';
import { forgetChannel, forgetMemberThread } from '../tickets/forget-channel.ts';
import { roomMayBeFree } from '../tickets/wait-for-room.ts';
import type { CatchUp } from './catch-up.ts';
import { createChannelLanes, type ChannelLanes } from './channel-lanes.ts';
import type { History } from './history.ts';
import { createLanes } from './lanes.ts';
import { createRegained, type Regained } from './regained.ts';

export interface RelayParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly bot: { readonly id: BotId; readonly user: UserId };
  readonly fromMember: (message: IncomingMessage) => Promise<void>;
  readonly typed: (ticket: Ticket, message: IncomingMessage) => Promise<void>;
  /** In the thread that a member has instead of their DM. */
  readonly inThread: (ticket: Ticket, message: IncomingMessage) => Promise<void>;
  readonly edit: (ticket: Ticket, message: IncomingMessage) => Promise<boolean>;
  readonly remove: (messages: readonly IncomingMessage['id'][]) => Promise<void>;
  /** Of what members wrote before their server was known. */
  readonly editKept: (message: IncomingMessage) => Promise<boolean>;
  readonly forgetKept: (messages: readonly IncomingMessage['id'][]) => Promise<void>;
  readonly reaction: (event: Extract<DiscordEvent, { is: 'reaction' }>) => Promise<void>;
  readonly clearReactions: (event: Extract<DiscordEvent, { is: 'reactions-cleared' }>) => Promise<void>;
  readonly typing: (event: Extract<DiscordEvent, { is: 'typing' }>) => Promise<void>;
  readonly interaction: (interaction: Interaction) => Promise<void>;
  readonly cameOrWent: (guild: GuildId, user: UserId, isMember: boolean) => Promise<void>;
  readonly rolesChanged: (guild: GuildId, who: InServer) => Promise<void>;
  readonly threadJoined: (event: Extract<DiscordEvent, { is: 'thread-joined' }>) => Promise<void>;
  readonly forgetRoles: (guild: GuildId) => void;
  readonly catchUp: Pick<CatchUp, 'begin' | 'hurry' | 'before' | 'atFirst' | 'again'>;
}

export interface Relay {
  /** Resolves once what came of the event is written down. */
  handle(event: DiscordEvent): Promise<void>;
  /** Reads what was missed in a channel, unless something happens in it now: then false, and that reads it. */
  look(channel: ChannelId): Promise<boolean>;
  /**
   * A channel has become a ticket's: what is typed in it counts from now on, and what was typed before we knew.
   * `mayHaveMissed`: an earlier process may have made it.
   */
  opened(channel: ChannelId, mayHaveMissed: boolean): Promise<void>;
  /** Puts work concerning a ticket in line with the member's and staff's messages. */
  inLane<Result>(person: Ticket['person'], work: () => Promise<Result>): Promise<Result>;
  idle(): Promise<void>;
  /** Waits for nothing any more; what was not written down is brought again to the next process. */
  stop(): void;
}

/** How much may wait in one lane: twice what the gateway holds, so that nothing is turned away that has come so far. */
const laneBound = 40_000;

/**
 * Puts every event into its lane. Channels keep their own order; both sides of a ticket share the member's lane, so that a reply,
 * a DM and a close never overtake each other.
 */
export function createRelay(parts: RelayParts): Relay {
  const members = createMemberLanes(parts);
  const places = createPlaces(parts);
  const history = createHistory(parts, places, members);
  const channels = createChannelLanes(parts, history, laneBound);
  const regained = createRegained(parts);

  return {
    async handle(event) {
      switch (event.is) {
        case 'ready':
          return event.resumed ? undefined : parts.catchUp.begin();
        case 'message':
          return channels.run(event.message.channel, () => history.read(event.message));
        case 'edit':
          return channels.run(
            event.message.channel,
            async () => void (await editMessage(parts, members, event.message)),
          );
        case 'delete':
          return channels.run(event.channel, () => removeMessages(parts, event));
        case 'channel-gone':
          return channels.run(event.channel, () => channelGone(parts, members, event.channel, event.guild));
        case 'thread-joined':
          return channels.run(event.channel, () => parts.threadJoined(event));
        case 'interaction':
          return parts.interaction(event.interaction);
        case 'reaction':
          return channels.run(event.channel, () => parts.reaction(event));
        case 'reactions-cleared':
          return channels.run(event.channel, () => parts.clearReactions(event));
        case 'typing':
          return parts.typing(event);
        case 'guild-available':
        case 'channels-changed':
        case 'threads-shown':
          return readAgain(parts, channels, regained(event));
        default:
          return handleServer(parts, members, event);
      }
    },
    look: channels.look,
    async opened(channel, mayHaveMissed) {
      const wasHeard = places.opened(channel);
      if (wasHeard || mayHaveMissed) await channels.atFirst(channel);
    },
    inLane: members.ofPerson,
    stop: channels.stop,
    async idle() {
      await channels.idle();
      await members.idle();
    },
  };
}

function createHistory(parts: RelayParts, places: Places, members: MemberLanes): History {
  return {
    read: (message) => readMessage(parts, places, members, message),
    edited: (message) => editMessage(parts, members, message),
    deleted: (message, guild) => removeMessages(parts, { guild, messages: [message] }),
  };
}

/** The event is dealt with when everything was read, so that the next process begins anew. */
async function readAgain(
  { catchUp }: RelayParts,
  channels: Pick<ChannelLanes, 'visit'>,
  search: ReturnType<Regained>,
): Promise<void> {
  if (search === null) return;
  for (const channel of await catchUp.again(search)) await channels.visit(channel);
}

interface MemberLanes {
  ofUser<Result>(user: UserId, work: () => Promise<Result>): Promise<Result>;
  ofPerson<Result>(id: PersonId, work: () => Promise<Result>): Promise<Result>;
  idle(): Promise<void>;
}

/** A member's lane carries their user id, since a DM is known by that before the person is. */
function createMemberLanes({ store }: RelayParts): MemberLanes {
  const lanes = createLanes(laneBound);
  const users = new LRUCache<PersonId, UserId>({ max: 5000 });
  return {
    ofUser: (user, work) => lanes.run(`user:${user}`, work),
    async ofPerson(id, work) {
      const user = users.get(id) ?? (await store.tables.people.get(id))?.user;
      if (user !== undefined) users.set(id, user);
      return lanes.run(`user:${user ?? id}`, work);
    },
    idle: lanes.idle,
  };
}

interface Places {
  /** Whether a webhook is one of ours; its messages are copies. */
  isOurs(webhook: WebhookId): Promise<boolean>;
  /** The ticket whose channel this is, or the thread of whose member. */
  ticketIn(channel: ChannelId): Promise<Ticket | null>;
  /** True if something was heard from it before. */
  opened(channel: ChannelId): boolean;
}

/** Most channels of a server hold no ticket; that is remembered for a while. */
function createPlaces({ clock, store, bot }: RelayParts): Places {
  const strangers = new LRUCache<ChannelId, true>({ max: 20_000, ttl: 60_000, perf: { now: () => clock.now() } });
  /** Became a ticket's while it may have been looked for. */
  const fresh = new LRUCache<ChannelId, true>({ max: 1000 });
  const { tickets } = store.tables;
  const find = async (channel: ChannelId): Promise<Ticket | null> =>
    (await tickets.byChannel(bot.id, channel)) ?? tickets.byMemberThread(bot.id, channel);
  const ours = new LRUCache<WebhookId, true>({ max: 5000 });
  return {
    async isOurs(webhook) {
      if (ours.has(webhook)) return true;
      const isOurs = (await store.tables.webhooks.get(webhook)) !== null;
      if (isOurs) ours.set(webhook, true);
      return isOurs;
    },
    async ticketIn(channel) {
      if (strangers.has(channel)) return null;
      const ticket = await find(channel);
      if (ticket !== null || fresh.has(channel)) return ticket ?? find(channel);
      strangers.set(channel, true);
      return null;
    },
    opened(channel) {
      fresh.set(channel, true);
      return strangers.delete(channel);
    },
  };
}

async function readMessage(
  parts: RelayParts,
  places: Places,
  members: MemberLanes,
  message: IncomingMessage,
): Promise<void> {
  if (message.ephemeral || message.kind === 'system' || message.author.id === parts.bot.user) return;
  if (message.guild === null) {
    if (message.author.bot) return;
    return members.ofUser(message.author.id, () => parts.fromMember(message));
  }
  if (message.webhook !== null && (await places.isOurs(message.webhook))) return;
  const ticket = await places.ticketIn(message.channel);
  if (ticket === null) return;
  const read = ticket.memberThread === message.channel ? parts.inThread : parts.typed;
  await members.ofPerson(ticket.person, () => read(ticket, message));
}

type ServerEvent = Extract<
  DiscordEvent,
  {
    is: 'guild-gone' | 'roles-changed' | 'member-gone' | 'member-came' | 'member-changed';
  }
>;

/** What happens to a server and to who is in it. */
async function handleServer(parts: RelayParts, members: MemberLanes, event: ServerEvent): Promise<void> {
  switch (event.is) {
    case 'guild-gone':
      return closeGuildGone(parts, members, event.guild);
    case 'roles-changed':
      return parts.forgetRoles(event.guild);
    case 'member-gone':
      return members.ofUser(event.user, () => parts.cameOrWent(event.guild, event.user, false));
    case 'member-came':
      return members.ofUser(event.user, () => parts.cameOrWent(event.guild, event.user, true));
    case 'member-changed':
      return parts.rolesChanged(event.guild, event.who);
  }
}

async function removeMessages(
  parts: RelayParts,
  { guild, messages }: Pick<Extract<DiscordEvent, { is: 'delete' }>, 'guild' | 'messages'>,
): Promise<void> {
  if (guild === null) await parts.forgetKept(messages);
  await parts.remove(messages);
}

/** False if it says the same as before, or is none of ours. */
async function editMessage(parts: RelayParts, members: MemberLanes, message: IncomingMessage): Promise<boolean> {
  const isKept = message.guild === null && (await members.ofUser(message.author.id, () => parts.editKept(message)));
  if (isKept) return true;
  const { tables } = parts.store;
  const copy = await tables.copies.byMessage(parts.bot.id, message.id);
  if (copy === null || !copy.original) return false;
  const entry = await tables.entries.get(copy.entry);
  const ticket = entry && (await tables.tickets.get(entry.ticket));
  return ticket !== null && (await members.ofPerson(ticket.person, () => parts.edit(ticket, message)));
}

async function channelGone(parts: RelayParts, members: MemberLanes, channel: ChannelId, guild: GuildId): Promise<void> {
  const { clock, store, bot } = parts;
  const ticket = await store.tables.tickets.byChannel(bot.id, channel);
  if (ticket !== null) await closeWithout(parts, members, ticket, 'channel-deleted');
  await store.transaction(async (tables) => {
    await forgetChannel(tables, { bot: bot.id, guild, channel });
    await forgetMemberThread(tables, bot.id, channel);
    await roomMayBeFree(tables, bot.id, guild, clock.now());
  });
}

async function closeGuildGone(parts: RelayParts, members: MemberLanes, guild: GuildId): Promise<void> {
  for (const ticket of await parts.store.tables.tickets.openIn(parts.bot.id, guild))
    await closeWithout(parts, members, ticket, 'bot-removed');
}

function closeWithout(
  { clock, store }: RelayParts,
  members: MemberLanes,
  ticket: Ticket,
  cause: 'channel-deleted' | 'bot-removed',
): Promise<unknown> {
  return members.ofPerson(ticket.person, () =>
    store.transaction((tables) => closeGone(tables, ticket, cause, clock.now())),
  );
}
