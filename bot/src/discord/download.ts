import type { Clock } from '../clock.ts';
import { Refused } from '../refusal.ts';
import { RequestFailed } from './refusals.ts';

/** For a whole file; milliseconds. */
const timeout = 60_000;

/** Downloads from Discord's CDN, never more than `limitBytes` of it. The address is signed and stops working after about a day. */
export async function* stream(clock: Clock, url: string, limitBytes: number): AsyncGenerator<Uint8Array> {
  if (!/^https?:\/\//i.test(url)) throw new Refused('invalid', 0, 'A file can only be downloaded over http or https');
  const abort = new AbortController();
  const cancelTimeout = clock.after(timeout, () => abort.abort(new Error('The download took too long')));
  try {
    const response = await fetch(url, { signal: abort.signal });
    if ([403, 404, 410].includes(response.status)) throw new Refused('expired', 0, 'The link to a file is dead');
    if (!response.ok) throw new RequestFailed(response.status, `The CDN answered ${response.status}`);
    yield* upTo(response, limitBytes);
  } finally {
    cancelTimeout();
    // Ends the transfer of whatever was not read.
    abort.abort();
  }
}

async function* upTo(response: Response, limitBytes: number): AsyncGenerator<Uint8Array> {
  const tooLarge = new Refused('too-large', 0, `The file is larger than ${limitBytes} bytes`);
  if (Number(response.headers.get('content-length')) > limitBytes) throw tooLarge;
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limitBytes) throw tooLarge;
    yield chunk;
  }
}

/** For small files: the whole of it. */
export async function download(clock: Clock, url: string, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream(clock, url, limitBytes)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
