import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle as ApiButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type {
  ButtonStyle,
  DrawnButton,
  DrawnEmbed,
  DrawnFile,
  DrawnLink,
  DrawnMessage,
  DrawnPicker,
  DrawnSelect,
} from '../discord.ts';
import { picker } from './draw-picker.ts';
import type { Asked } from './rest.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const noPings = { parse: [] };

const buttonStyles: Readonly<
  Record<ButtonStyle, Exclude<ApiButtonStyle, ApiButtonStyle.Link | ApiButtonStyle.Premium>>
> = {
  primary: ApiButtonStyle.Primary,
  secondary: ApiButtonStyle.Secondary,
  success: ApiButtonStyle.Success,
  danger: ApiButtonStyle.Danger,
};

/**
 * A new message as Discord wants it: https://docs.discord.com/developers/resources/message#create-message.
 * Nothing in it pings unless it says so: left out, `allowed_mentions` would let everything ping.
 */
export function newMessage(message: DrawnMessage): Record<string, unknown> {
  const body: Record<string, unknown> = { content: message.text, allowed_mentions: allowedMentions(message) };
  if (message.embeds?.length) body['embeds'] = message.embeds.map(embed);
  if (message.rows?.length) body['components'] = message.rows.map(row);
  if (message.files?.length) body['attachments'] = message.files.map(attachment);
  if (message.replyTo) body['message_reference'] = { message_id: message.replyTo, fail_if_not_exists: false };
  if (hidesPreviews(message)) body['flags'] = MessageFlags.SuppressEmbeds;
  return body;
}

/** An edit replaces all that we ever set, so that what is gone from the drawing is gone from the message; files stay unless there are new ones. */
export function editedMessage(message: DrawnMessage): Record<string, unknown> {
  const body: Record<string, unknown> = {
    content: message.text,
    allowed_mentions: allowedMentions(message),
    embeds: message.embeds?.map(embed) ?? [],
    components: message.rows?.map(row) ?? [],
  };
  if (message.files) body['attachments'] = message.files.map(attachment);
  if (message.noPreviews !== undefined) body['flags'] = hidesPreviews(message) ? MessageFlags.SuppressEmbeds : 0;
  return body;
}

/** The flag would hide our own embeds as well. */
function hidesPreviews({ noPreviews, embeds }: DrawnMessage): boolean {
  return noPreviews === true && !embeds?.length;
}

/** Read when it is their turn: see upload-turns.ts. */
export function uploads({ files }: DrawnMessage): Asked['files'] {
  if (!files?.length) return undefined;
  return () => Promise.all(files.map(async (file) => ({ name: fileName(file), bytes: await file.bytes() })));
}

function allowedMentions({ pings, replyTo }: DrawnMessage): object {
  if (!pings) return replyTo ? { parse: [], replied_user: false } : noPings;
  return { parse: [], roles: pings.roles, users: pings.users };
}

function attachment(file: DrawnFile, id: number): object {
  return { id, filename: fileName(file), description: file.description };
}

function fileName({ name, spoiler }: DrawnFile): string {
  return spoiler && !name.startsWith('SPOILER_') ? `SPOILER_${name}` : name;
}

function embed(drawn: DrawnEmbed): APIEmbed {
  return {
    title: drawn.title,
    description: drawn.text,
    color: drawn.colour,
    author: drawn.author && { name: drawn.author.name, icon_url: drawn.author.iconUrl },
    fields: drawn.fields && [...drawn.fields],
    footer: drawn.footer === undefined ? undefined : { text: drawn.footer },
    image: drawn.imageUrl === undefined ? undefined : { url: drawn.imageUrl },
    thumbnail: drawn.thumbnailUrl === undefined ? undefined : { url: drawn.thumbnailUrl },
    timestamp: drawn.at === undefined ? undefined : isoTime(drawn.at),
  };
}

/** From epoch milliseconds. */
function isoTime(at: number): string {
  return new Date(at).toISOString();
}

function row(drawn: readonly (DrawnButton | DrawnLink)[] | DrawnSelect | DrawnPicker): Row {
  const isButtons = (it: typeof drawn): it is readonly (DrawnButton | DrawnLink)[] => Array.isArray(it);
  const components = isButtons(drawn) ? drawn.map(button) : ['pick' in drawn ? picker(drawn) : select(drawn)];
  return { type: ComponentType.ActionRow, components };
}

function button(drawn: DrawnButton | DrawnLink): APIComponentInMessageActionRow {
  if ('url' in drawn)
    return { type: ComponentType.Button, style: ApiButtonStyle.Link, label: drawn.label, url: drawn.url };
  return {
    type: ComponentType.Button,
    style: buttonStyles[drawn.style],
    custom_id: drawn.id,
    label: drawn.label,
    emoji: drawn.emoji === undefined ? undefined : emoji(drawn.emoji),
    disabled: drawn.disabled,
  };
}

function select(drawn: DrawnSelect): APIComponentInMessageActionRow {
  return {
    type: ComponentType.StringSelect,
    custom_id: drawn.id,
    placeholder: drawn.placeholder,
    options: drawn.choices.map(({ selected, emoji: given, ...choice }) => ({
      ...choice,
      emoji: given === undefined ? undefined : emoji(given),
      default: selected,
    })),
  };
}

/** `👍`, or `<:name:id>` for a server's own; whether it moves, Discord knows by itself. */
function emoji(text: string): { name: string; id?: string } {
  const [, name = '', id] = /^<a?:(\w+):(\d+)>$/.exec(text) ?? [];
  return id === undefined ? { name: text } : { name, id };
}
