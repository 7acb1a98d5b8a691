import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIStickerItem,
  EmbedType,
  StickerFormatType,
} from 'discord-api-types/v10';
import type {
  Content,
  IncomingEmbed,
  IncomingFile,
  IncomingPoll,
  IncomingSticker,
  IncomingThing,
} from '../incoming.ts';
import { readComponents } from './read-components.ts';

/** What messages and forwarded messages have in common. */
export type ContentPart = Partial<
  Pick<
    APIMessage,
    'content' | 'attachments' | 'embeds' | 'sticker_items' | 'poll' | 'components' | 'activity' | 'application'
  >
> & {
  readonly soundboard_sounds?: readonly { readonly name?: string }[];
  readonly shared_client_theme?: unknown;
};

/** Forwarded: `message_reference.type`, https://docs.discord.com/developers/resources/message#message-reference-types */
const forward = 1;

/** `authorCanEmbed`: bots and webhooks write embeds; whatever people's messages carry, Discord made of their links. */
export function readContent(cdn: string, raw: APIMessage, authorCanEmbed: boolean): Content {
  const snapshot = raw.message_reference?.type === forward ? raw.message_snapshots?.[0] : undefined;
  return {
    ...readPart(cdn, raw, authorCanEmbed),
    // Nobody says who wrote it: an embed of the kind that bots write is taken for one.
    forwarded: snapshot ? readPart(cdn, snapshot.message, true) : null,
  };
}

function readPart(cdn: string, raw: ContentPart, authorCanEmbed: boolean): Omit<Content, 'forwarded'> {
  const components = readComponents(raw.components ?? []);
  const files = raw.attachments?.map(readFile) ?? [];
  const attached = new Set(files.map(({ url }) => withoutQuery(url)));
  // What a component shows of the message's own files comes with the files.
  const linked = components.links.filter((url) => !attached.has(withoutQuery(url)));
  const things = readThings(raw);
  return {
    text: [raw.content ?? '', ...components.texts, ...linked].filter((text) => text !== '').join('\n'),
    files,
    stickers: raw.sticker_items?.map((sticker) => readSticker(cdn, sticker)) ?? [],
    embeds: raw.embeds?.map((embed) => readEmbed(embed, authorCanEmbed)) ?? [],
    poll: raw.poll ? readPoll(raw.poll) : null,
    ...(things.length > 0 && { things }),
    unknown: components.unknown,
  };
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

function readThings(raw: ContentPart): readonly IncomingThing[] {
  const sounds = raw.soundboard_sounds ?? [];
  return [
    ...(raw.activity ? [{ is: 'activity', name: raw.application?.name ?? null } as const] : []),
    ...sounds.map(({ name }) => ({ is: 'sound', name: name ?? null }) as const),
    ...(raw.shared_client_theme ? [{ is: 'theme', name: null } as const] : []),
  ];
}

/** https://docs.discord.com/developers/resources/message#attachment-object-attachment-flags */
const spoilerFlag = 1 << 3;

export function readFile(file: APIAttachment): IncomingFile {
  return {
    id: file.id,
    name: file.filename,
    size: file.size,
    type: file.content_type ?? null,
    url: file.url,
    spoiler: ((file.flags ?? 0) & spoilerFlag) !== 0 || file.filename.startsWith('SPOILER_'),
    description: file.description ?? null,
    duration: file.duration_secs ?? null,
  };
}

/** https://docs.discord.com/developers/reference#image-formatting-cdn-endpoints: GIF stickers live on the media proxy alone. */
function readSticker(cdn: string, { id, name, format_type: format }: APIStickerItem): IncomingSticker {
  if (format === StickerFormatType.Lottie) return { id, name, url: null };
  if (format !== StickerFormatType.GIF) return { id, name, url: `${cdn}/stickers/${id}.png` };
  const media = cdn === 'https://cdn.discordapp.com' ? 'https://media.discordapp.net' : cdn;
  return { id, name, url: `${media}/stickers/${id}.gif` };
}

function readEmbed(embed: APIEmbed, authorCanEmbed: boolean): IncomingEmbed {
  return {
    title: embed.title ?? null,
    text: embed.description ?? null,
    url: embed.url ?? null,
    image: embed.image?.url ?? embed.thumbnail?.url ?? null,
    author: embed.author?.name ?? null,
    footer: embed.footer?.text ?? null,
    fields: embed.fields?.map(({ name, value }) => ({ name, value })) ?? [],
    unfurled: !authorCanEmbed || (embed.type !== undefined && embed.type !== EmbedType.Rich),
  };
}

function readPoll(poll: NonNullable<APIMessage['poll']>): IncomingPoll {
  return {
    question: poll.question.text ?? '',
    answers: poll.answers.map(({ poll_media: { emoji, text } }) => [emoji?.name, text].filter(Boolean).join(' ')),
  };
}
