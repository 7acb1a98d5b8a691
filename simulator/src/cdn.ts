import type { IncomingMessage, ServerResponse } from 'node:http';
import { drawDefaultAvatar, drawPattern } from './cdn/draw.ts';
import { opens } from './cdn/sign.ts';
import type { Upload } from './state.ts';
import type { World } from './world.ts';

/**
 * Answers everything below /cdn: attachments by signed links, avatars, icons, emoji and stickers.
 * https://docs.discord.com/developers/reference#image-formatting
 */
export function createCdnHandler(world: World): (request: IncomingMessage, response: ServerResponse) => void {
  const drawn = new Map<string, Upload | null>();
  return (request, response) => {
    const url = new URL(request.url ?? '/', world.url);
    const path = url.pathname.replace(/^\/cdn/, '');
    const found = path.startsWith('/attachments/') ? attachment(world, path, url) : picture(world, drawn, path);
    if (!found || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('This content is no longer available.');
      return;
    }
    response.writeHead(200, headersOf(found, path));
    response.end(request.method === 'HEAD' ? undefined : found.bytes);
  };
}

/** What people upload is only shown when it is harmless in the page's own origin; anything else is saved to disk. */
function headersOf(upload: Upload, path: string): Record<string, string | number> {
  const { contentType } = upload;
  const shown = /^(image\/(png|jpeg|gif|webp)|video\/|audio\/|text\/plain)/.test(contentType);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    'Content-Type': contentType,
    'Content-Length': upload.bytes.length,
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'private, max-age=3600',
  };
}

/** Null once the link has expired, or when the file was never there. */
function attachment(world: World, path: string, url: URL): Upload | null {
  if (!opens(path, url.searchParams, world.clock.now())) return null;
  return world.state.uploads.get(path.split('/')[3] ?? '') ?? null;
}

/** Pictures that somebody uploaded, and drawn ones; the ending is not looked at. */
function picture(world: World, drawn: Map<string, Upload | null>, path: string): Upload | null {
  const plain = path.replace(/\.(png|jpe?g|webp|gif)$/, '');
  const kept = world.state.pictures.get(`${plain}.png`);
  if (kept) return kept;
  const known = drawn.get(plain);
  if (known !== undefined) return known;
  const upload = draw(plain);
  if (upload) drawn.set(plain, upload);
  return upload;
}

function draw(path: string): Upload | null {
  const [, folder, id = '', last = ''] = path.split('/');
  if (folder === 'embed' && id === 'avatars')
    return pngUpload(drawDefaultAvatar(/^\d$/.test(last) ? Number(last) : -1));
  // Stickers have no pictures in the state: all that Discord has would be too many.
  if (folder === 'stickers' && /^\d{17,20}$/.test(id)) return pngUpload(drawPattern(id));
  return null;
}

function pngUpload(bytes: Uint8Array | null): Upload | null {
  return bytes && { bytes, contentType: 'image/png' };
}
