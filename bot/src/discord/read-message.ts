import { type APIMessage, ChannelType, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Content, IncomingMessage } from '../incoming.ts';
import type { ChannelId, GuildId, MessageId, RoleId, UserId, WebhookId } from '../ids.ts';
import { type MemberPart, readAccount } from './accounts.ts';
import { readContent } from './read-content.ts';

/** What reading needs to know of us. */
export interface Reader {
  /** Base of avatars and stickers, without a slash at the end. */
  readonly cdn: string;
  /** The bot's own user. */
  readonly user: UserId;
}

/** A message as the gateway sends it; REST leaves the extra fields out. */
export type RawMessage = APIMessage & {
  readonly guild_id?: string;
  readonly channel_type?: ChannelType;
  readonly member?: MemberPart;
};

/** What people write; other known types are Discord's own: https://docs.discord.com/developers/resources/message#message-object-message-types */
const written: ReadonlySet<MessageType> = new Set([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
]);

/** Known to Discord's servers, but not to the library yet: HD streaming upgraded. */
const newer: readonly number[] = [55];
const discordsOwn = new Set<number>(
  [...Object.values(MessageType), ...newer].filter(
    (type): type is number => typeof type === 'number' && !written.has(type),
  ),
);

/** `guild` is where it stands, for messages that do not say. */
export function readMessage(reader: Reader, raw: RawMessage, guild?: GuildId | null): IncomingMessage {
  const where = (raw.guild_id as GuildId | undefined) ?? guild ?? null;
  const byProgram = raw.author.bot === true || raw.webhook_id !== undefined;
  const mentionsBot = raw.mentions?.some(({ id }) => id === reader.user) ?? false;
  return {
    id: raw.id as MessageId,
    channel: raw.channel_id as ChannelId,
    guild: where,
    author: readAccount(reader.cdn, raw.author, where, raw.member),
    roles: (raw.member?.roles ?? []) as RoleId[],
    webhook: (raw.webhook_id as WebhookId | undefined) ?? null,
    kind: discordsOwn.has(raw.type) ? 'system' : 'text',
    ephemeral: isEphemeral(raw),
    replyTo:
      raw.type === MessageType.Reply ? ((raw.message_reference?.message_id as MessageId | undefined) ?? null) : null,
    mentionsBot,
    repliesToBot:
      mentionsBot && raw.type === MessageType.Reply && raw.referenced_message?.author.id === (reader.user as string),
    sentAt: Date.parse(raw.timestamp),
    editedAt: raw.edited_timestamp ? Date.parse(raw.edited_timestamp) : null,
    ...readNamed(reader, raw, byProgram),
  };
}

/** A type of message that Discord has invented since is named, whatever else is in it. */
function readNamed({ cdn }: Reader, raw: RawMessage, byProgram: boolean): Content {
  const content = readContent(cdn, raw, byProgram);
  if (written.has(raw.type) || discordsOwn.has(raw.type)) return content;
  return { ...content, unknown: [`message ${raw.type as number}`, ...content.unknown] };
}

/** Ephemeral messages in a server come without a guild_id, as if they were DMs: https://docs.discord.com/developers/events/gateway-events#message-create */
function isEphemeral(raw: RawMessage): boolean {
  if (((raw.flags ?? 0) & MessageFlags.Ephemeral) !== 0) return true;
  return raw.guild_id === undefined && raw.channel_type !== undefined && raw.channel_type !== ChannelType.DM;
}
