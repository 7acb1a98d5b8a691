import type { Draft } from '../acts/post-message.ts';
import { ApiError, formError } from '../errors.ts';
import type { UploadedFile } from '../rest/route.ts';
import type { World } from '../world.ts';
import { readMentions } from './allowed-mentions.ts';
import { readComponents } from './components.ts';
import { readEmbeds } from './embeds.ts';
import { readAttachments, type Upload } from './files.ts';
import { message as most } from './numbers.ts';
import { readPoll } from './poll.ts';
import {
  type Fields,
  isGiven,
  readBoolean,
  readFields,
  readInteger,
  readList,
  readSnowflake,
  readText,
  refuseUnknown,
} from './read.ts';

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const messageFlags = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  voice: 1 << 13,
  componentsV2: 1 << 15,
} as const;

const settable =
  messageFlags.suppressEmbeds | messageFlags.suppressNotifications | messageFlags.voice | messageFlags.componentsV2;

/** discord.js sends these with whatever has a text; Discord ignores them where they mean nothing. */
export const carriedFields = ['tts', 'enforce_nonce'] as const;

/** Fields of a message that bots, webhooks and interaction answers send alike. */
export const sharedFields = [
  'content',
  'embeds',
  'allowed_mentions',
  'components',
  'flags',
  'attachments',
  'poll',
  ...carriedFields,
] as const;

/** Fields of Create Message: https://docs.discord.com/developers/resources/message#create-message */
export const messageFields = [
  ...sharedFields,
  'sticker_ids',
  'message_reference',
  'nonce',
  'shared_client_theme',
] as const;

/** A message as it was asked for, without where and by whom. */
export type Written = Omit<Draft, 'channelId' | 'by'>;

/**
 * Reads the body of a new message.
 * @throws 50035 with the field, 50006 when it would be empty, 30015, 413 40005
 */
export function readMessage(world: World, body: Fields, files: readonly UploadedFile[], upload: Upload): Written {
  const flags = isGiven(body['flags']) ? readInteger(body['flags'], 'flags', 0, 2 ** 31) & settable : 0;
  const v2 = (flags & messageFlags.componentsV2) !== 0;
  if (v2) refuseLegacy(body);
  const shared = {
    ...(isGiven(body['content']) ? { content: readText(body['content'], 'content', most.content) } : {}),
    ...(isGiven(body['tts']) ? { tts: readBoolean(body['tts'], 'tts') } : {}),
    ...(isGiven(body['embeds']) ? { embeds: readEmbeds(body['embeds']) } : {}),
    ...(isGiven(body['components']) ? { components: readComponents(body['components'], v2) } : {}),
    ...(isGiven(body['poll']) ? { poll: readPoll(body['poll'], world.clock.now()) } : {}),
    ...(isGiven(body['allowed_mentions']) ? { allowedMentions: readMentions(body['allowed_mentions']) } : {}),
    ...readReference(body['message_reference']),
    ...readNonce(body),
    flags,
  };
  refuseStickers(body['sticker_ids']);
  if (shared.forward && (files.length > 0 || saysMore(body))) throw forwardSaysMore();
  if (isEmpty(shared, files.length)) throw emptyMessage();
  if ((flags & messageFlags.voice) !== 0) checkVoice(body, files);
  if (files.length === 0 && !isGiven(body['attachments'])) return shared;
  return { ...shared, attachments: readAttachments(world, body['attachments'], files, [], upload) };
}

export function emptyMessage(): ApiError {
  return new ApiError(400, 50006, 'Cannot send an empty message');
}

/** A forward holds what it forwards and nothing else: https://github.com/discord/discord-api-docs/issues/8561 */
function forwardSaysMore(): ApiError {
  const message = 'A forward cannot have content of its own';
  return formError('message_reference', 'FORWARD_CONTAINS_UNSUPPORTED_CONTENT', message);
}

function saysMore(body: Fields): boolean {
  return ['content', 'embeds', 'components', 'poll', 'attachments'].some((field) => {
    const value = body[field];
    return isGiven(value) && value !== '' && !(Array.isArray(value) && value.length === 0);
  });
}

function isEmpty(written: Written, files: number): boolean {
  if (files > 0 || written.poll || written.forward) return false;
  if (written.embeds?.length || written.components?.length) return false;
  return (written.content ?? '').trim() === '';
}

/** With components v2 the components are all there is: resources/message#message-object-message-flags */
export function refuseLegacy(body: Fields): void {
  for (const field of ['content', 'embeds', 'sticker_ids', 'poll']) {
    const value = body[field];
    if (!isGiven(value) || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    throw formError(
      field,
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  }
}

const knownInReference = new Set(['type', 'message_id', 'channel_id', 'guild_id', 'fail_if_not_exists']);
const forwarding = 1;

/** A reply (type 0) or a forward (type 1): resources/message#message-reference-types */
function readReference(value: unknown): Pick<Written, 'replyTo' | 'forward'> {
  if (!isGiven(value)) return {};
  const path = 'message_reference';
  const fields = readFields(value, path);
  refuseUnknown(fields, knownInReference, path);
  const type = isGiven(fields['type']) ? readInteger(fields['type'], `${path}.type`, 0, forwarding) : 0;
  const messageId = readSnowflake(fields['message_id'], `${path}.message_id`);
  if (type === forwarding)
    return { forward: { messageId, channelId: readSnowflake(fields['channel_id'], `${path}.channel_id`) } };
  const { fail_if_not_exists: fail } = fields;
  const failIfNotExists = isGiven(fail) ? readBoolean(fail, `${path}.fail_if_not_exists`) : true;
  return { replyTo: { messageId, failIfNotExists } };
}

function readNonce(body: Fields): Pick<Written, 'nonce' | 'enforceNonce'> {
  const { nonce, enforce_nonce: enforce } = body;
  if (!isGiven(nonce)) return {};
  if (typeof nonce !== 'number') readText(nonce, 'nonce', most.nonce);
  const enforceNonce = isGiven(enforce) ? readBoolean(enforce, 'enforce_nonce') : false;
  return { nonce: nonce as string | number, enforceNonce };
}

/** The simulator's servers have no stickers of their own, and bots may send no others. */
function refuseStickers(value: unknown): void {
  if (!isGiven(value)) return;
  if (readList(value, 'sticker_ids', most.stickers).length > 0) throw new ApiError(400, 50081, 'Invalid sticker sent');
}

/** resources/message#voice-messages; 50159 to 50162. */
function checkVoice(body: Fields, files: readonly UploadedFile[]): void {
  if (['content', 'embeds', 'poll', 'components'].some((field) => isGiven(body[field]) && body[field] !== ''))
    throw new ApiError(400, 50159, 'Voice messages do not support additional content');
  if (files.length !== 1 || !files[0]?.contentType?.startsWith('audio/'))
    throw new ApiError(400, 50160, 'Voice messages must have a single audio attachment');
  const [listed] = isGiven(body['attachments']) ? readList(body['attachments'], 'attachments', most.files) : [];
  const { duration_secs: duration, waveform } = isGiven(listed) ? readFields(listed, 'attachments.0') : {};
  if (typeof duration !== 'number' || typeof waveform !== 'string')
    throw new ApiError(400, 50161, 'Voice messages must have supporting metadata');
}
