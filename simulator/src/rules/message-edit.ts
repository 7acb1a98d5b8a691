import type { MessageChanges } from '../acts/edit-message.ts';
import { formError } from '../errors.ts';
import type { UploadedFile } from '../rest/route.ts';
import type { Message } from '../state.ts';
import type { World } from '../world.ts';
import { readMentions } from './allowed-mentions.ts';
import { readComponents } from './components.ts';
import { readEmbeds } from './embeds.ts';
import { readAttachments, type Upload } from './files.ts';
import { carriedFields, emptyMessage, messageFlags, refuseLegacy } from './message.ts';
import { message as most } from './numbers.ts';
import { type Fields, isGiven, readInteger, readText } from './read.ts';

/** Fields of Edit Message: https://docs.discord.com/developers/resources/message#edit-message */
export const editFields = [
  ...['content', 'embeds', 'flags', 'allowed_mentions', 'components', 'attachments'],
  ...carriedFields,
];

/**
 * Reads what changes in `message`; null empties a field. `attachments` names all that stay; without it all stay.
 * @throws 50035 with the field, 50006 when nothing would be left, 30015, 413 40005
 */
export function readEdit(
  world: World,
  message: Message,
  body: Fields,
  files: readonly UploadedFile[],
  upload: Upload,
): MessageChanges {
  const flags = 'flags' in body ? readFlags(message, body['flags']) : message.flags;
  const v2 = (flags & messageFlags.componentsV2) !== 0;
  if (v2) refuseLegacy(body);
  const changes: MessageChanges = {
    ...('content' in body ? { content: readContent(body['content']) } : {}),
    ...('embeds' in body ? { embeds: isGiven(body['embeds']) ? readEmbeds(body['embeds']) : [] } : {}),
    ...('components' in body
      ? { components: isGiven(body['components']) ? readComponents(body['components'], v2) : [] }
      : {}),
    ...(isGiven(body['allowed_mentions']) ? { allowedMentions: readMentions(body['allowed_mentions']) } : {}),
    ...('flags' in body ? { flags } : {}),
  };
  const listed = 'attachments' in body ? (body['attachments'] ?? []) : undefined;
  const kept = listed === undefined ? message.attachments.length : (listed as readonly unknown[]).length;
  if (wouldBeEmpty(message, changes, kept + files.length)) throw emptyMessage();
  if (files.length === 0 && listed === undefined) return changes;
  return { ...changes, attachments: readAttachments(world, listed, files, message.attachments, upload) };
}

function readContent(value: unknown): string {
  return isGiven(value) ? readText(value, 'content', most.content) : '';
}

/** An edit may hide or show previews, and turn components v2 on, for good. */
function readFlags(message: Message, value: unknown): number {
  const asked = isGiven(value) ? readInteger(value, 'flags', 0, 2 ** 31) : 0;
  const { suppressEmbeds, componentsV2 } = messageFlags;
  if ((message.flags & componentsV2) !== 0 && isGiven(value) && (asked & componentsV2) === 0)
    throw formError('flags', 'MESSAGE_FLAG_CANNOT_BE_REMOVED', 'The IS_COMPONENTS_V2 flag cannot be removed');
  return (message.flags & ~suppressEmbeds) | (asked & (suppressEmbeds | componentsV2));
}

function wouldBeEmpty(message: Message, changes: MessageChanges, files: number): boolean {
  if (files > 0 || message.poll || message.snapshot || message.stickers.length > 0) return false;
  if ((changes.embeds ?? message.embeds).length > 0 || (changes.components ?? message.components).length > 0)
    return false;
  return (changes.content ?? message.content).trim() === '';
}
