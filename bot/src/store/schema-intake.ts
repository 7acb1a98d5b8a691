import type { Generated } from 'kysely';

import type { ChannelId, GuildId, MessageId, PersonId } from '../ids.ts';
import type { LastServer } from '../bookkeeping.ts';
import type { Flag } from './schema.ts';

/** The tables of what comes before a ticket; see schema.ts. */

export interface KeptMessageRow {
  id: Generated<number>;
  person: PersonId;
  source: string;
  message: string;
  kept_at: number;
}

export interface PromptRow {
  person: PersonId;
  channel: ChannelId;
  message: MessageId | null;
  expires_at: number;
}

export interface LastServerRow {
  person: PersonId;
  guild: GuildId;
  since: LastServer['since'];
  chosen: Flag;
  anonymous: Flag;
}

export interface MembershipRow {
  person: PersonId;
  guild: GuildId;
  is_member: Flag;
  valid_until: number;
}

export interface ToldRow {
  person: PersonId;
  what: string;
  quiet_until: number;
}

export interface SetAsideFormRow {
  person: PersonId;
  guild: GuildId;
  form: string;
  until: number;
}

export interface DoorRow {
  person: PersonId;
  guild: GuildId;
  topic: string | null;
  form: string | null;
  anonymous: Flag | null;
  until: number;
}
