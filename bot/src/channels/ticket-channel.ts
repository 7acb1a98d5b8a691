import type { Discord, DrawnMessage } from '../discord.ts';
import type { ChannelId, MessageId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { ChannelKind, Ticket } from '../store.ts';
import { forumPost } from './forum-post.ts';
import { privateChannel } from './private-channel.ts';
import { privateThread } from './private-thread.ts';

/** What the channel kinds are given. */
export interface ChannelParts {
  readonly discord: Discord;
}

export interface OpenRequest {
  readonly ticket: Ticket;
  readonly settings: Settings;
  /** `fallback` for when Discord refuses the name. */
  readonly name: string;
  readonly fallback: string;
  /** Looked up while the channel is made. */
  readonly card: Promise<DrawnMessage>;
  /**
   * What a post carries from the beginning: as it is remembered; looked up anew, since Discord knows one of them no more; `any` one, where the
   * forum takes no post without.
   */
  readonly tags: (how: 'known' | 'look' | 'any') => Promise<readonly string[]>;
  /** Makes posting the card repeatable. */
  readonly nonce: string;
  /** An earlier try may have made the channel: look for it first. `isTaken` tells the channels of other tickets. */
  readonly unsure: boolean;
  readonly isTaken: (channel: ChannelId) => Promise<boolean>;
  /** Called as soon as the channel is there, so that a later try goes on from here. */
  readonly made: (channel: ChannelId) => Promise<void>;
}

/** How a ticket is shown in a server. Everything may be repeated without harm. Nobody outside this folder knows the kind. */
export interface TicketChannel {
  open(parts: ChannelParts, request: OpenRequest): Promise<{ readonly channel: ChannelId; readonly card: MessageId }>;
  /** Archives, keeps, moves or deletes, as the settings say. */
  close(parts: ChannelParts, channel: ChannelId, settings: Settings): Promise<void>;
  /** Takes back what closing did, as far as that can be. */
  reopen(
    parts: ChannelParts,
    ticket: Pick<Ticket, 'parent'> & { readonly channel: ChannelId },
    settings: Settings,
  ): Promise<void>;
  /** The channel that holds the webhooks which post into this one. */
  webhooksIn(ticket: Ticket): ChannelId | null;
  /** The thread that such a webhook has to name. */
  threadOf(ticket: Ticket): ChannelId | null;
}

export function ticketChannel(kind: ChannelKind): TicketChannel {
  switch (kind) {
    case 'private-thread':
      return privateThread;
    case 'private-channel':
      return privateChannel;
    case 'forum-post':
      return forumPost;
  }
}
