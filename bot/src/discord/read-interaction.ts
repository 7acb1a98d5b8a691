import {
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Account } from '../discord.ts';
import type { IncomingMessage, Interaction } from '../incoming.ts';
import type { BotId, ChannelId, GuildId, InteractionId, MessageId, RoleId } from '../ids.ts';
import { type MemberPart, readAccount } from './accounts.ts';
import { readForm } from './read-form.ts';
import { type RawMessage, type Reader, readMessage } from './read-message.ts';

type Option = APIApplicationCommandInteractionDataOption<
  InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
>;
type Base = Pick<
  Interaction,
  'id' | 'token' | 'bot' | 'by' | 'roles' | 'joinedAt' | 'permissions' | 'guild' | 'channel' | 'locale'
>;

/** https://docs.discord.com/developers/interactions/receiving-and-responding; null for kinds that we do not know. */
export function readInteraction(reader: Reader, raw: APIInteraction): Interaction | null {
  switch (raw.type) {
    case InteractionType.ApplicationCommand:
      return readCommand(reader, raw);
    case InteractionType.ApplicationCommandAutocomplete: {
      const { name, leaves } = flatten(raw.data.name, raw.data.options);
      const focused = leaves.find((option) => 'focused' in option && option.focused === true);
      return {
        ...readBase(reader, raw),
        kind: 'autocomplete',
        name,
        focused: focused?.name ?? '',
        typed: focused && 'value' in focused ? String(focused.value) : '',
        options: values(leaves),
      };
    }
    case InteractionType.MessageComponent:
      return readPress(readBase(reader, raw), raw);
    case InteractionType.ModalSubmit:
      return {
        ...readBase(reader, raw),
        kind: 'form',
        form: raw.data.custom_id,
        ...readForm(raw.data.components, raw.data.resolved?.attachments),
        message: (raw.message?.id as MessageId | undefined) ?? null,
      };
    default:
      return null;
  }
}

function readBase({ cdn }: Reader, raw: Exclude<APIInteraction, { type: InteractionType.Ping }>): Base {
  const guild = (raw.guild_id as GuildId | undefined) ?? null;
  const user = raw.member?.user ?? raw.user;
  if (!user) throw new Error('An interaction came without the person behind it');
  return {
    id: raw.id as InteractionId,
    token: raw.token,
    bot: raw.application_id as BotId,
    by: { ...readAccount(cdn, user, guild, raw.member), locale: raw.locale },
    roles: (raw.member?.roles ?? []) as RoleId[],
    joinedAt: raw.member?.joined_at ? Date.parse(raw.member.joined_at) : null,
    permissions: BigInt(raw.member?.permissions ?? 0),
    guild,
    channel: (raw.channel?.id ?? raw.channel_id) as ChannelId,
    locale: raw.locale,
  };
}

function readCommand(reader: Reader, raw: APIApplicationCommandInteraction): Interaction | null {
  const base = readBase(reader, raw);
  const { data } = raw;
  switch (data.type) {
    case ApplicationCommandType.ChatInput: {
      const { name, leaves } = flatten(data.name, data.options);
      const accounts = readAccounts(reader, base.guild, data.resolved);
      return { ...base, kind: 'command', name, options: values(leaves), accounts, target: null };
    }
    case ApplicationCommandType.User: {
      const accounts = readAccounts(reader, base.guild, data.resolved);
      return { ...base, kind: 'command', name: data.name, options: { user: data.target_id }, accounts, target: null };
    }
    case ApplicationCommandType.Message: {
      const target = readTarget(reader, base.guild, data.resolved.messages[data.target_id]);
      if (!target) return null;
      const accounts = { [target.author.id]: target.author };
      return { ...base, kind: 'command', name: data.name, options: {}, accounts, target };
    }
    default:
      return null;
  }
}

function readTarget(reader: Reader, guild: GuildId | null, raw: RawMessage | undefined): IncomingMessage | null {
  return raw ? readMessage(reader, raw, guild) : null;
}

interface Resolved {
  readonly users?: Readonly<Record<string, Parameters<typeof readAccount>[1]>>;
  readonly members?: Readonly<Record<string, MemberPart>>;
}

function readAccounts({ cdn }: Reader, guild: GuildId | null, resolved: Resolved | undefined): Record<string, Account> {
  const accounts: Record<string, Account> = {};
  for (const [id, user] of Object.entries(resolved?.users ?? {}))
    accounts[id] = readAccount(cdn, user, guild, resolved?.members?.[id]);
  return accounts;
}

/** `/ticket tag add name:x` arrives as options within options. */
function flatten(
  command: string,
  options: readonly Option[] = [],
): { readonly name: string; readonly leaves: readonly Option[] } {
  const [first] = options;
  if (
    first?.type === ApplicationCommandOptionType.Subcommand ||
    first?.type === ApplicationCommandOptionType.SubcommandGroup
  )
    return flatten(`${command} ${first.name}`, first.options as readonly Option[] | undefined);
  return { name: command, leaves: options };
}

function values(leaves: readonly Option[]): Record<string, string | number | boolean> {
  const found: Record<string, string | number | boolean> = {};
  for (const option of leaves) if ('value' in option) found[option.name] = option.value;
  return found;
}

function readPress(base: Base, raw: APIMessageComponentInteraction): Interaction {
  const message = raw.message.id as MessageId;
  const { data } = raw;
  if (data.component_type === ComponentType.Button) return { ...base, kind: 'button', button: data.custom_id, message };
  return { ...base, kind: 'select', select: data.custom_id, values: data.values, message };
}
