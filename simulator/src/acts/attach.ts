import type { Attachment } from '../state.ts';
import type { World } from '../world.ts';
import { pictureSize } from './picture-size.ts';

export interface NewFile {
  readonly filename: string;
  readonly bytes: Uint8Array;
  /** Guessed from the name when absent. */
  readonly contentType?: string | null;
  readonly description?: string | null;
  readonly spoiler?: boolean;
  readonly ephemeral?: boolean;
  /** Voice messages: seconds, and base64 of up to 256 points. */
  readonly duration?: number | null;
  readonly waveform?: string | null;
}

const typesByEnding: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webm: 'video/webm',
  webp: 'image/webp',
  zip: 'application/zip',
};

/** Stores a file's bytes for the CDN and returns what a message shows of it. Sizes are not checked here. */
export function attach(world: World, file: NewFile): Attachment {
  const id = world.newId();
  const ending = file.filename.split('.').at(-1)?.toLowerCase() ?? '';
  const contentType = typesByEnding[ending] ?? file.contentType ?? null;
  const size = pictureSize(file.bytes);
  world.state.uploads.set(id, { bytes: file.bytes, contentType: contentType ?? 'application/octet-stream' });
  return {
    id,
    filename: storedName(file.filename),
    description: file.description ?? null,
    contentType,
    size: file.bytes.byteLength,
    width: size?.width ?? null,
    height: size?.height ?? null,
    duration: file.duration ?? null,
    waveform: file.waveform ?? null,
    spoiler: file.spoiler ?? file.filename.startsWith('SPOILER_'),
    ephemeral: file.ephemeral ?? false,
  };
}

/** Discord keeps letters, digits and a few signs of a file's name. */
function storedName(name: string): string {
  return name.replaceAll(/\s+/g, '_').replaceAll(/[^\p{L}\p{N}._()-]/gu, '') || 'unknown';
}
