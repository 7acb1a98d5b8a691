import type { BotId, ChannelId, GuildId, TicketId, WebhookId } from '../ids.ts';

/** Rows about what is at Discord; the rest of the tables stands in schema.ts. */

export interface ForumTagRow {
  forum: ChannelId;
  key: string;
  guild: GuildId;
  tag: string;
}

export interface ShownTagsRow {
  ticket: TicketId;
  keys: string;
  at: number;
}

export interface WebhookRow {
  id: WebhookId;
  bot: BotId;
  token: string;
  channel: ChannelId;
}

export interface GatewaySessionRow {
  bot: BotId;
  shard: number;
  shard_count: number;
  session: string;
  resume_url: string;
  sequence: number;
  intents: number;
}

export interface ProblemRow {
  /** Empty for a problem of no single server, since a primary key holds no nulls. */
  guild: GuildId | '';
  key: string;
  text: string;
  filling: string;
  since: number;
}
