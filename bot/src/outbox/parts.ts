import type { ForumTags } from '../channels/forum-tags.ts';
import type { WebhookPool } from '../channels/webhooks.ts';
import type { Clock } from '../clock.ts';
import type { Discord } from '../discord.ts';
import type { Files } from '../files.ts';
import type { ChannelId, GuildId } from '../ids.ts';
import type { DoorQuestion } from '../render/door.ts';
import type { Settings } from '../settings/schema.ts';
import type { Person, Store } from '../store.ts';
import type { Sharing } from '../tickets/share.ts';
import type { EmojiPicture } from './emoji.ts';

/** What sending needs. */
export interface SendParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly discord: Discord;
  readonly files: Files;
  readonly webhooks: WebhookPool;
  readonly forumTags: ForumTags;
  readonly settingsOf: (guild: GuildId) => Promise<Settings>;
  /** The servers in which members can write to staff. */
  readonly enabled: () => Promise<readonly { readonly guild: GuildId }[]>;
  readonly guildName: (guild: GuildId) => Promise<string>;
  /** The servers that a member may choose from, and whether there may be others. */
  readonly choicesOf: (
    person: Person,
  ) => Promise<{ readonly guilds: readonly GuildId[]; readonly both: readonly GuildId[]; readonly mayBeMore: boolean }>;
  /** A member, as Discord said it when they were looked up just before. */
  readonly memberAgain: Discord['member'];
  /** What a member is asked next at the door of a server; null: nothing. */
  readonly questionFor: (person: Person) => Promise<Pick<DoorQuestion, 'guild' | 'step'> | null>;
  /** The question cannot reach them: the ticket opens without it. */
  readonly openUnasked: (person: Person) => Promise<void>;
  /** What stands in the place of emoji that this server does not have. */
  readonly emojiPictures: (guild: GuildId) => Promise<EmojiPicture>;
  /** Whether what staff type can be read. */
  readonly readsContent: () => boolean;
  /** How links to transcripts are made. */
  readonly sharing: Sharing;
  /** Files over this are named with their link, not stored; bytes. */
  readonly largestFile: number;
  /** What a member may have stored in a day; bytes. */
  readonly filesPerDay: number;
  /** Finds out where a member's kept messages go; throws while Discord does not answer. */
  readonly routeKept: (person: Person) => Promise<void>;
  /** A ticket channel is there now: what was typed in it counts. */
  readonly channelOpened: (channel: ChannelId, mayHaveMissed: boolean) => Promise<void>;
}
