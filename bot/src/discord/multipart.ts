import { randomUUID } from 'node:crypto';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A JSON body and its files in the form that Discord takes: https://docs.discord.com/developers/reference#uploading-files */
export function writeMultipart(
  json: unknown,
  files: readonly Upload[],
): { readonly body: Buffer; readonly type: string } {
  const boundary = `----backchannel-${randomUUID()}`;
  const parts: Uint8Array[] = [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="payload_json"\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(json)}\r\n`,
    ),
  ];
  files.forEach((file, index) => {
    const name = `files[${index}]`;
    parts.push(
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${quoted(file.name)}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      file.bytes,
      Buffer.from('\r\n'),
    );
  });
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return { body: Buffer.concat(parts), type: `multipart/form-data; boundary=${boundary}` };
}

/** As browsers write names: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function quoted(name: string): string {
  return name.replace(/\r\n|\r|\n/g, '%0D%0A').replaceAll('"', '%22');
}
