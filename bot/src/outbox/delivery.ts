import type { BotId, ChannelId, EntryId, GuildId, InteractionId, MessageId, PersonId, TicketId } from '../ids.ts';
import type { Side } from '../store.ts';

/** The ticket channel refused it, and it waits for that to be mended without holding up others. */
interface Aside {
  readonly aside?: boolean;
}

/**
 * One thing that we owe Discord. It says what is wanted; what it looks like is decided when it is sent, from what is true then.
 * Deliveries are stored as JSON: add kinds and fields, never change what an old one means.
 */
export type Delivery =
  /** Make the ticket channel, with its card and the one ping. */
  | { readonly kind: 'open-channel'; readonly ticket: TicketId }
  /** Show an entry to a side that has not got it. */
  | ({
      readonly kind: 'copy';
      readonly ticket: TicketId;
      readonly entry: EntryId;
      readonly side: Side;
      /** It carries a ⏱️, which goes once it has arrived. */
      readonly held?: boolean;
    } & Aside)
  /** Show a held entry to a side, from `at` on (epoch milliseconds). */
  | {
      readonly kind: 'release';
      readonly ticket: TicketId;
      readonly entry: EntryId;
      readonly side: Side;
      readonly at: number;
    }
  /** Nothing in this lane is sent before `at` (epoch milliseconds), unless the entry is taken back before or need not wait any more. */
  | { readonly kind: 'settle'; readonly ticket: TicketId; readonly entry: EntryId; readonly at: number }
  /** The entry was edited: bring its copies on this side up to date. */
  | ({
      readonly kind: 'update-copies';
      readonly ticket: TicketId;
      readonly entry: EntryId;
      readonly side: Side;
    } & Aside)
  /** The entry was deleted: take its copies on this side away, or mark them. */
  | ({
      readonly kind: 'delete-copies';
      readonly ticket: TicketId;
      readonly entry: EntryId;
      readonly side: Side;
    } & Aside)
  /** A reaction of the bot's on a message. */
  | {
      readonly kind: 'mark';
      readonly channel: ChannelId;
      readonly message: MessageId;
      readonly emoji: string;
      readonly remove?: boolean;
    }
  /** Show what is true of the ticket now, as its channel kind can. */
  | ({ readonly kind: 'reflect'; readonly ticket: TicketId } & Aside)
  /** Show by the tags of its post how the ticket stands. */
  | { readonly kind: 'tags'; readonly ticket: TicketId }
  /** Make the transcript and post it where the settings say. */
  | { readonly kind: 'transcript'; readonly ticket: TicketId }
  /** Show an entry in the channel of a ticket that is over, unless that would unarchive it. */
  | { readonly kind: 'show-late'; readonly ticket: TicketId; readonly entry: EntryId }
  /** Take the member out of the thread in which staff speak of them. */
  | { readonly kind: 'keep-out'; readonly ticket: TicketId }
  /** A line in the logs channel. */
  | {
      readonly kind: 'log';
      readonly ticket: TicketId;
      readonly event: 'opened' | 'closed' | 'reopened' | 'rated' | 'commented' | 'thanked';
      /** When it happened, where the ticket does not say; epoch milliseconds. */
      readonly at?: number;
      /** What was said. */
      readonly entry?: EntryId;
      /** Who did it, where the ticket does not say. */
      readonly by?: PersonId;
    }
  /** Stands behind the member's last messages: once it is reached, the closing steps on the staff side are owed. */
  | { readonly kind: 'finish-closing'; readonly ticket: TicketId }
  /** Unarchive or move back the channel of a ticket that is open again. */
  | { readonly kind: 'reopen-channel'; readonly ticket: TicketId }
  /** Somebody wrote in the channel of a closed ticket, which may have unarchived it. */
  | { readonly kind: 'close-again'; readonly ticket: TicketId }
  /** Archive, keep or delete the ticket channel, as the settings say. */
  | { readonly kind: 'close-channel'; readonly ticket: TicketId }
  /** Say in the logs channel when nothing was heard, from `at` on (all epoch milliseconds). */
  | {
      readonly kind: 'log-gap';
      readonly guild: GuildId;
      readonly from: number;
      readonly to: number;
      readonly at: number;
    }
  /** A line in a member's DM that belongs to no ticket. */
  | {
      readonly kind: 'tell';
      readonly person: PersonId;
      /** The server that it is about. */
      readonly guild: GuildId | null;
      readonly text: string;
      readonly with: Readonly<Record<string, string | number>>;
      /** When it was owed. */
      readonly at: number;
    }
  /** Open a private thread with the member, whose DMs are closed, and deliver there what was refused for it. */
  | {
      readonly kind: 'open-member-thread';
      readonly ticket: TicketId;
      /** Who wants it. */
      readonly by: PersonId;
      readonly answerTo: AnswerTo;
    }
  /** Lock and archive it: the ticket is closed. */
  | { readonly kind: 'close-member-thread'; readonly ticket: TicketId }
  /** What staff write to somebody outside of any ticket. */
  | {
      readonly kind: 'dm';
      readonly person: PersonId;
      /** In whose name. */
      readonly guild: GuildId;
      readonly said: string;
      readonly answerTo: AnswerTo;
      /** When it was owed. */
      readonly at: number;
    }
  /** Stands behind an entry's copies: says to whoever made it by a command whether it arrived. */
  | { readonly kind: 'report'; readonly entry: EntryId; readonly answerTo: AnswerTo }
  /** Ask a member which server their messages are for. */
  | {
      readonly kind: 'ask-server';
      readonly person: PersonId;
      /** Only those in which they have a ticket. */
      readonly among?: 'servers' | 'tickets';
      readonly at: number;
    }
  /** Ask a member what is next at the door of the server that they write to. */
  | { readonly kind: 'ask-door'; readonly person: PersonId; readonly at: number }
  /** What is next at the door has changed: the question in the DM is drawn again. */
  | { readonly kind: 'show-door'; readonly person: PersonId; readonly at: number }
  /** Nobody answered the question until `at` (epoch milliseconds): it says so. */
  | { readonly kind: 'expire-question'; readonly person: PersonId; readonly at: number }
  /** Look again where the messages go that are kept because Discord could not be asked. */
  | { readonly kind: 'route'; readonly person: PersonId }
  /** Settings that a panel shows have changed: bring its message up to date. */
  | { readonly kind: 'panel'; readonly bot: BotId; readonly message: MessageId };

/** A command or form whose answer is still to be written; Discord takes it for 15 minutes. */
export interface AnswerTo {
  readonly id: InteractionId;
  readonly bot: BotId;
  readonly token: string;
  /** Discord's, of whoever reads it. */
  readonly locale?: string;
}

export const lanes = {
  staff: (ticket: TicketId): string => `${ticket}:staff`,
  member: (ticket: TicketId): string => `${ticket}:member`,
  /** Tags of a post change slowly; nothing waits for them. */
  tags: (ticket: TicketId): string => `${ticket}:tags`,
  /** What waits for room, so that nothing else has to wait behind it. */
  held: (ticket: TicketId, side: Side): string => `${ticket}:${side}:held`,
  /** What the bot says in a ticket channel that takes nothing at the moment. */
  aside: (ticket: TicketId): string => `${ticket}:staff:aside`,
  /** Reactions have a slow limit of their own at Discord; they must not hold up messages. */
  marks: (channel: ChannelId): string => `${channel}:marks`,
  panel: (message: MessageId): string => `${message}:panel`,
  logs: (guild: GuildId): string => `${guild}:logs`,
  gap: (guild: GuildId): string => `${guild}:gap`,
  person: (person: PersonId): string => `${person}:tell`,
  /** What waits for a question to be answered. */
  question: (person: PersonId): string => `${person}:question`,
  /** What waits for Discord to say where it goes; no question that stands meanwhile holds it up. */
  route: (person: PersonId): string => `${person}:route`,
};
