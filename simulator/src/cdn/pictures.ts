import { createHash } from 'node:crypto';
import { formError } from '../errors.ts';
import type { Upload } from '../state.ts';
import type { World } from '../world.ts';

export interface Picture extends Upload {
  readonly hash: string;
}

/** https://docs.discord.com/developers/reference#image-data */
const imageData = /^data:(image\/(?:png|jpeg|gif|webp));base64,([a-z0-9+/=\s]+)$/i;

/** Reads a picture sent as a data URL; null takes the picture away. @throws 50035 for what is no picture */
export function readPicture(value: unknown, field: string): Picture | null {
  if (value === null) return null;
  const [, contentType, base64] = (typeof value === 'string' && imageData.exec(value)) || [];
  if (!contentType || !base64) throw formError(field, 'IMAGE_INVALID', 'Invalid image data');
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  return { bytes, contentType, hash: createHash('md5').update(bytes).digest('hex') };
}

/** Keeps a picture where the CDN finds it, in a folder like `/avatars/<user>`. Returns its hash. */
export function keepPicture(world: World, folder: string, picture: Picture | null): string | null {
  if (!picture) return null;
  const { hash, bytes, contentType } = picture;
  world.state.pictures.set(`${folder}/${hash}.png`, { bytes, contentType });
  return hash;
}
