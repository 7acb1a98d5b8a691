import type { IncomingMessage } from 'node:http';
import { ApiError, formError } from '../errors.ts';
import { longestRequest } from '../rules/numbers.ts';
import type { UploadedFile } from './route.ts';

export interface Body {
  /** The JSON, or `payload_json` of a multipart body; {} when there is none. */
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
}

const nothing: Body = { json: {}, files: [] };

/** Reads a request's body whole. Refuses what is too large (413), not JSON (50109) or of another type (50035). */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const { headers } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return nothing;
  const bytes = await readBytes(request);
  if (bytes.length === 0) return nothing;
  const type = headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return { json: parse(bytes.toString('utf8')), files: [] };
  if (type.startsWith('multipart/form-data')) return readMultipart(bytes, type);
  throw contentTypeRefused();
}

/** The rest of a body that is too large is read and thrown away, so that the client can read the refusal. */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= longestRequest) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on('end', () => {
      if (size > longestRequest) return reject(new ApiError(413, 40005, 'Request entity too large'));
      resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
    });
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Error('the client hung up in the middle of its request'));
    });
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  }
}

/** https://docs.discord.com/developers/reference#uploading-files */
async function readMultipart(bytes: Buffer, type: string): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  if (!form) throw contentTypeRefused();
  let json: unknown = {};
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    if (field === 'payload_json') json = parse(typeof value === 'string' ? value : await value.text());
    else if (typeof value === 'string') throw formError(field, 'UNKNOWN_FIELD', 'This field is not known here.');
    else files.push(await uploaded(field, value));
  }
  return { json, files };
}

async function uploaded(field: string, file: File): Promise<UploadedFile> {
  return {
    field,
    filename: file.name,
    contentType: file.type === '' ? null : file.type,
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}

function contentTypeRefused(): ApiError {
  const message =
    "Expected \"Content-Type\" header to be one of {'multipart/form-data', 'application/x-www-form-urlencoded', 'application/json'}.";
  return new ApiError(400, 50035, 'Invalid Form Body', { _errors: [{ code: 'CONTENT_TYPE_INVALID', message }] });
}
