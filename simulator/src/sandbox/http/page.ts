import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';

/** Nothing is fetched from elsewhere; Radix places its menus by inline styles. */
const contentSecurity = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const files: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  '/': { name: 'index.html', type: 'text/html; charset=utf-8' },
  '/sandbox/page/main.js': { name: 'main.js', type: 'text/javascript; charset=utf-8' },
  '/sandbox/page/main.css': { name: 'main.css', type: 'text/css; charset=utf-8' },
};

/** The built page, from its folder. */
export function pageRoutes(folder: string): Hono {
  const routes = new Hono();
  for (const [path, { name, type }] of Object.entries(files)) {
    routes.get(path, async (context) => {
      const body = await readFile(join(folder, name));
      return context.body(new Uint8Array(body), 200, {
        'content-type': type,
        'content-security-policy': contentSecurity,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      });
    });
  }
  return routes;
}
