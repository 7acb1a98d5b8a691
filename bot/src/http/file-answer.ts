import type { Context } from 'hono';
import type { OpenFile, StoredFile } from '../files.ts';
import { playable } from '../render/transcript/files-html.ts';
import { isPicture, plainType } from '../render/transcript/reading.ts';

export interface FoundFile extends Pick<StoredFile, 'name' | 'type'> {
  readonly kept: OpenFile;
}

/** A stored file as it came, or the part of it that a player asks for. Only what cannot run is shown in the browser. */
export function fileAnswer(context: Context, { name, type, kept }: FoundFile): Response {
  const plain = plainType(type);
  const shown = isPicture(type) || playable[plain] !== undefined;
  const range = rangeOf(context.req.header('Range'), kept.size);
  context.header('Content-Type', shown ? plain : 'application/octet-stream');
  context.header('Content-Disposition', `${shown ? 'inline' : 'attachment'}; ${fileNameOf(name)}`);
  // In a tab of its own, a player fetches what it plays once more, and would not be given it without this origin.
  const sandbox = shown ? 'sandbox allow-same-origin' : 'sandbox';
  context.header(
    'Content-Security-Policy',
    `default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; ${sandbox}`,
  );
  context.header('Cache-Control', 'private, max-age=3600');
  context.header('Accept-Ranges', 'bytes');
  if (range === 'beyond') {
    context.header('Content-Range', `bytes */${kept.size}`);
    return context.body(null, 416);
  }
  const { from, to } = range ?? { from: 0, to: kept.size - 1 };
  context.header('Content-Length', String(to - from + 1));
  if (range !== null) context.header('Content-Range', `bytes ${from}-${to}/${kept.size}`);
  const isAsked = context.req.method === 'GET' && kept.size > 0;
  const status = range === null ? 200 : 206;
  return isAsked ? context.body(streamOf(kept.read(from, to)), status) : context.body(null, status);
}

function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    // Whoever goes away meanwhile leaves no file open.
    cancel: async () => void (await pieces.return?.()),
  });
}

/** One range, as players ask for; anything else is answered with the whole file, as https://www.rfc-editor.org/rfc/rfc9110#section-14.2 lets us. */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly from: number; readonly to: number } | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to ? 'beyond' : { from, to };
}

/** https://www.rfc-editor.org/rfc/rfc6266 with a plain name for old programs. */
function fileNameOf(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${exact}`;
}
