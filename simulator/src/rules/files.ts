import { attach } from '../acts/attach.ts';
import { ApiError, formError } from '../errors.ts';
import type { UploadedFile } from '../rest/route.ts';
import type { Attachment, Message } from '../state.ts';
import type { World } from '../world.ts';
import { message as most } from './numbers.ts';
import {
  type Fields,
  isGiven,
  readBoolean,
  readFields,
  readList,
  readSnowflake,
  readText,
  refuseUnknown,
} from './read.ts';

/** What `attachments` says of one file: a new one by its number, or one that an edit keeps by its id. */
interface Listed {
  readonly id: string;
  readonly fields: Fields;
  readonly path: string;
}

export interface Upload {
  /** Bytes that one file may have here. */
  readonly longestFile: number;
  readonly ephemeral: boolean;
}

const known = new Set([
  'id',
  'filename',
  'description',
  'duration_secs',
  'waveform',
  'title',
  'is_spoiler',
  'is_remix',
  // What an edit sends back of an attachment that it keeps.
  'content_type',
  'size',
  'url',
  'proxy_url',
  'height',
  'width',
  'ephemeral',
  'flags',
  'content_scan_version',
  'placeholder',
  'placeholder_version',
  'original_content_type',
]);

/**
 * The attachments that a message has afterwards: `attachments` (or all, when it is absent) of the `present` ones, and the uploads.
 * https://docs.discord.com/developers/reference#uploading-files
 * @throws 30015 over ten, 413 40005 for a file that is too large
 */
export function readAttachments(
  world: World,
  list: unknown,
  files: readonly UploadedFile[],
  present: readonly Attachment[],
  upload: Upload,
): Attachment[] {
  const listed = isGiven(list) ? readListed(list) : null;
  const kept = listed ? keep(present, listed) : [...present];
  if (kept.length + files.length > most.files)
    throw new ApiError(400, 30015, `Maximum number of attachments in a message reached (${most.files})`);
  if (files.some((file) => file.bytes.length > upload.longestFile))
    throw new ApiError(413, 40005, 'Request entity too large');
  const numbers = files.map(numberOf);
  const orphan = listed?.find(({ id }) => !numbers.includes(id) && !kept.some((one) => one.id === id));
  if (orphan) throw formError(`${orphan.path}.id`, 'ATTACHMENT_NOT_FOUND', 'Attachment data not found');
  const described = files.map((file, index) =>
    describe(
      file,
      listed?.find(({ id }) => id === numbers[index]),
      upload,
    ),
  );
  return [...kept, ...described.map((file) => attach(world, file))];
}

/** Does something with a message's attachments; when it is refused, the bytes of new ones are forgotten again. */
export function withUploads<T>(world: World, attachments: readonly Attachment[] | undefined, act: () => T): T {
  try {
    return act();
  } catch (error) {
    for (const { id } of attachments ?? []) if (!isShown(world, id)) world.state.uploads.delete(id);
    throw error;
  }
}

/** Forgets uploads that a message does not show after all: with a repeated nonce the older message is the answer. */
export function forgetUnshown(world: World, attachments: readonly Attachment[] | undefined, message: Message): void {
  for (const { id } of attachments ?? [])
    if (!message.attachments.some((one) => one.id === id)) world.state.uploads.delete(id);
}

/** Whether any message shows this attachment; only asked after a refusal. */
function isShown(world: World, id: string): boolean {
  for (const messages of world.state.messages.values())
    for (const message of messages.values()) if (message.attachments.some((one) => one.id === id)) return true;
  return false;
}

function readListed(list: unknown): Listed[] {
  const listed = readList(list, 'attachments', 100).map((one, index) => {
    const path = `attachments.${index}`;
    const fields = readFields(one, path);
    refuseUnknown(fields, known, path);
    return { id: readSnowflake(fields['id'], `${path}.id`), fields, path };
  });
  const twice = listed.find(({ id }, index) => listed.findIndex((other) => other.id === id) < index);
  if (twice) throw formError(`${twice.path}.id`, 'ATTACHMENT_ID_DUPLICATED', 'Attachment id is used twice');
  return listed;
}

/** Files are numbered by their field, `files[0]`; the number stands in `attachments`. */
function numberOf(file: UploadedFile, index: number): string {
  const number = /^files\[(\d+)\]$/.exec(file.field)?.[1];
  if (number === undefined && file.field !== 'file')
    throw formError(file.field, 'UNKNOWN_FIELD', 'Files are sent as files[n].');
  return number ?? String(index);
}

function keep(present: readonly Attachment[], listed: readonly Listed[]): Attachment[] {
  return present.flatMap((attachment) => {
    const one = listed.find(({ id }) => id === attachment.id);
    if (!one) return [];
    const { description } = one.fields;
    return isGiven(description)
      ? [{ ...attachment, description: readDescription(description, one.path) }]
      : [attachment];
  });
}

function describe(file: UploadedFile, listed: Listed | undefined, upload: Upload) {
  const { fields = {}, path = '' } = listed ?? {};
  const { filename, description, is_spoiler: spoiler, duration_secs: duration, waveform } = fields;
  const name = isGiven(filename) ? readText(filename, `${path}.filename`, 1024, 1) : file.filename;
  return {
    filename: name,
    bytes: file.bytes,
    contentType: file.contentType,
    description: isGiven(description) ? readDescription(description, path) : null,
    spoiler: isGiven(spoiler) ? readBoolean(spoiler, `${path}.is_spoiler`) : name.startsWith('SPOILER_'),
    ephemeral: upload.ephemeral,
    duration: typeof duration === 'number' ? duration : null,
    waveform: typeof waveform === 'string' ? waveform : null,
  };
}

function readDescription(value: unknown, path: string): string {
  return readText(value, `${path}.description`, most.fileDescription);
}
