import { constants, createDeflate } from 'node:zlib';

/**
 * zlib-stream: one deflate context per connection, each frame ends with a sync flush.
 * https://docs.discord.com/developers/events/gateway#transport-compression
 */
export function createCompressor(send: (bytes: Buffer) => void): { write(frame: string): void; close(): void } {
  const deflate = createDeflate();
  let chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  return {
    write(frame) {
      deflate.write(frame);
      deflate.flush(constants.Z_SYNC_FLUSH, () => {
        if (chunks.length === 0) return;
        send(Buffer.concat(chunks));
        chunks = [];
      });
    },
    close: () => deflate.close(),
  };
}
