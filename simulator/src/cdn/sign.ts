import { createHmac } from 'node:crypto';
import type { Attachment } from '../state.ts';
import type { World } from '../world.ts';

/** How long a signed link works, in milliseconds; Discord does not say, about a day is what people see. */
const lifetime = 24 * 60 * 60 * 1000;

/** Links stay valid over restarts, and it is a pretend Discord: the key need not be secret. */
const key = 'simulator';

/**
 * The signed link of an attachment: it works for a day from now, and fetching the message again gives a new one.
 * https://docs.discord.com/developers/reference#signed-attachment-cdn-urls
 */
export function attachmentUrl(
  world: World,
  channelId: string,
  attachment: Pick<Attachment, 'id' | 'filename'>,
): string {
  const path = `/attachments/${channelId}/${attachment.id}/${encodeURIComponent(attachment.filename)}`;
  const now = world.clock.now();
  const issued = Math.floor(now / 1000).toString(16);
  const expires = Math.floor((now + lifetime) / 1000).toString(16);
  return `${world.url}/cdn${path}?ex=${expires}&is=${issued}&hm=${signature(path, expires, issued)}&`;
}

/**
 * The same with a new signature, if it is a link to an attachment of this simulator, signed or not; any other as it is. Discord does so
 * with the links inside embeds, and in forwards.
 */
export function signedAnew(world: World, url: string): string {
  const [, channelId, id, filename] = /\/cdn\/attachments\/(\d+)\/(\d+)\/([^/?]+)/.exec(url) ?? [];
  if (!url.startsWith(`${world.url}/cdn/`) || !channelId || !id || !filename) return url;
  return attachmentUrl(world, channelId, { id, filename: decodeURIComponent(filename) });
}

/** Whether a link's query still opens `path` (without /cdn) at `now`. */
export function opens(path: string, query: URLSearchParams, now: number): boolean {
  const expires = query.get('ex');
  const issued = query.get('is');
  if (!expires || !issued || query.get('hm') !== signature(path, expires, issued)) return false;
  return Number.parseInt(expires, 16) * 1000 > now;
}

function signature(path: string, expires: string, issued: string): string {
  return createHmac('sha256', key).update(`${path}\n${expires}\n${issued}`).digest('hex');
}
