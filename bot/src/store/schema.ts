import type { Generated } from 'kysely';

import type {
  Alias,
  BotId,
  ChannelId,
  DeliveryId,
  EntryId,
  FileHash,
  GuildId,
  MessageId,
  PersonId,
  RoleId,
  TicketId,
  UserId,
  WebhookId,
} from '../ids.ts';
import type { Panel } from '../panels.ts';
import type {
  DoorRow,
  KeptMessageRow,
  LastServerRow,
  MembershipRow,
  PromptRow,
  SetAsideFormRow,
  ToldRow,
} from './schema-intake.ts';
import type { LinkOpeningRow, ShareLinkRow } from './schema-links.ts';
import type { ForumTagRow, GatewaySessionRow, ProblemRow, ShownTagsRow, WebhookRow } from './schema-discord.ts';
import type { ChannelKind, Entry, EntryKind, Side, TicketState } from '../store.ts';

/**
 * The tables as the database keeps them, the same in every engine: ids of Discord's as text, instants as
 * epoch milliseconds, yes and no as 1 and 0, anything nested as JSON text.
 */
export interface Schema {
  identities: IdentityRow;
  tickets: TicketRow;
  feedback: FeedbackRow;
  entries: EntryRow;
  entry_versions: EntryVersionRow;
  copies: CopyRow;
  reactions: ReactionRow;
  reading: ReadingRow;
  bots: BotRow;
  caught_up: CaughtUpRow;
  files: FileRow;
  file_use: FileUseRow;
  file_links: FileLinkRow;
  lanes: LaneRow;
  deliveries: DeliveryRow;
  timers: TimerRow;
  settings: SettingsRow;
  settings_history: SettingsHistoryRow;
  kept_messages: KeptMessageRow;
  prompts: PromptRow;
  last_servers: LastServerRow;
  panels: Panel;
  memberships: MembershipRow;
  told: ToldRow;
  blocks: BlockRow;
  aliases: AliasRow;
  doors: DoorRow;
  set_aside_forms: SetAsideFormRow;
  alias_faces: AliasFaceRow;
  forum_tags: ForumTagRow;
  shown_tags: ShownTagsRow;
  webhooks: WebhookRow;
  gateway_sessions: GatewaySessionRow;
  problems: ProblemRow;
  share_links: ShareLinkRow;
  link_openings: LinkOpeningRow;
  migrations: MigrationRow;
}

/** Yes and no, as numbers, since engines differ in their booleans. */
export type Flag = 0 | 1;
export const flag = (value: boolean): Flag => (value ? 1 : 0);

interface IdentityRow {
  id: PersonId;
  bot: BotId;
  user_id: UserId;
  username: string;
  display_name: string;
  avatar_url: string;
  dm: ChannelId | null;
  /** When something last came through the DM channel. */
  dm_used_at: number | null;
  locale: string | null;
}

interface TicketRow {
  id: TicketId;
  number: number;
  bot: BotId;
  guild: GuildId;
  person: PersonId;
  state: TicketState;
  channel_kind: ChannelKind;
  parent: ChannelId;
  channel: ChannelId | null;
  card: MessageId | null;
  claimed_by: PersonId | null;
  opened_at: number;
  closed_at: number | null;
  closing: string | null;
  anonymous: Flag;
  topic: string | null;
  answers: string | null;
  member_thread: ChannelId | null;
  answers_in_thread: Generated<Flag>;
  /** When a message last arrived on the other side, or the ticket began. */
  active_at: number | null;
  /** When its member was told last that it will be closed. */
  warned_at: number | null;
  /** When what was said in it was removed. */
  emptied_at: number | null;
}

interface FeedbackRow {
  ticket: TicketId;
  stars: number;
  comment: string | null;
  rated_at: number;
  commented_at: number | null;
}

interface EntryRow {
  id: Generated<EntryId>;
  ticket: TicketId;
  kind: EntryKind;
  author: PersonId | null;
  at: number;
  source: string;
  content: string;
  notice: string | null;
  reply_to: EntryId | null;
  anonymous: Flag;
  state: Entry['state'];
  /** Its place in the window of its side's limit; null when it does not count. */
  due_at: number | null;
  edited_at: number | null;
  deleted_at: number | null;
  /** It could not be delivered, since the member takes no direct messages. */
  dm_closed: Generated<Flag>;
}

interface EntryVersionRow {
  id: Generated<number>;
  entry: EntryId;
  content: string;
  replaced_at: number;
}

interface CopyRow {
  bot: BotId;
  message: MessageId;
  entry: EntryId;
  side: Side;
  channel: ChannelId;
  part: number;
  original: Flag;
  webhook: WebhookId | null;
}

interface ReactionRow {
  entry: EntryId;
  side: Side;
  by_person: PersonId;
  emoji: string;
}

interface ReadingRow {
  bot: BotId;
  channel: ChannelId;
  message: MessageId;
}

interface BotRow {
  bot: BotId;
  behind: Flag;
  heard_at: number | null;
}

/** Read since messages may have been missed. */
interface CaughtUpRow {
  bot: BotId;
  channel: ChannelId;
}

interface FileRow {
  entry: EntryId;
  id: string;
  name: string;
  type: string | null;
  size: number;
  hash: FileHash | null;
  problem: string | null;
}

/** Where a file of an anonymous member lies until it is fetched: the link holds the name that they gave it. */
interface FileLinkRow {
  entry: EntryId;
  id: string;
  url: string;
}

/** How much of a person's files was stored on the newest day. */
interface FileUseRow {
  person: PersonId;
  /** Days since 1970. */
  day: number;
  bytes: number;
}

interface LaneRow {
  key: string;
  /** Null while nothing is owed. */
  wake_at: number | null;
  /** Until when somebody works on it; null while nobody does. */
  locked_until: number | null;
  fence: number;
  version: number;
  interrupted: Flag;
}

interface DeliveryRow {
  id: Generated<DeliveryId>;
  lane: string;
  kind: string;
  body: string;
  /** Null once somebody has begun to carry it out. */
  key: string | null;
  attempts: number;
  first_tried_at: number | null;
  last_error: string | null;
  created_at: number;
}

interface TimerRow {
  key: string;
  at: number;
  what: string;
  about: string;
}

interface SettingsRow {
  guild: GuildId;
  body: string;
  version: number;
  checked: Flag;
}

interface SettingsHistoryRow {
  id: Generated<number>;
  guild: GuildId;
  version: number;
  body: string;
  checked: Flag;
  changed_by: string;
  changed_at: number;
}

interface BlockRow {
  guild: GuildId;
  kind: 'person' | 'alias' | 'role';
  who: PersonId | Alias | RoleId;
  by_person: PersonId;
  reason: string | null;
  /** A link. */
  evidence: string | null;
  since: number;
  until: number | null;
}

interface AliasRow {
  guild: GuildId;
  person: PersonId;
  alias: Alias;
}

/** Where the picture of a ticket's alias can be seen. */
interface AliasFaceRow {
  ticket: TicketId;
  url: string | null;
  valid_until: number;
}

interface MigrationRow {
  name: string;
  at: number;
}
