import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import type { Log } from '../log.ts';
import { statusPage, type Status } from '../render/status-page.ts';
import type { TranscriptPages } from './transcript-pages.ts';
import { transcriptRoutes } from './transcripts.ts';

export interface HttpServer {
  /** The real one, also when any free port was asked for. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The program's own pages. Rejects with the system's error when the address cannot be had. */
export async function serveHttp(parts: {
  readonly host: string;
  readonly port: number;
  readonly status: () => Promise<Status>;
  readonly transcripts: TranscriptPages;
  readonly log: Log;
}): Promise<HttpServer> {
  const app = new Hono();
  app.get('/', async (context) => {
    context.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    context.header('X-Content-Type-Options', 'nosniff');
    return context.html(statusPage(await parts.status()));
  });
  app.get('/health', async (context) => {
    const { connected, owed } = await parts.status();
    return context.json({ connected, owed }, connected ? 200 : 503);
  });
  app.route('/transcripts', transcriptRoutes(parts.transcripts));
  app.onError((error, context) => {
    // Never the address: it may hold the secret of a link.
    parts.log.error({ error }, 'a page could not be shown');
    return context.text('Internal Server Error', 500);
  });
  const server = serve({ fetch: app.fetch, hostname: parts.host, port: parts.port });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port } = server.address() as AddressInfo;
  const host = parts.host.includes(':') ? `[${parts.host}]` : parts.host;
  return {
    url: `http://${host}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
