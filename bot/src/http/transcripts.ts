import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { EntryId } from '../ids.ts';
import { type Language, languageOf } from '../language.ts';
import { linkPage } from '../render/link-page.ts';
import { servedPolicy } from '../render/transcript/html.ts';
import { fileAnswer } from './file-answer.ts';
import type { TranscriptPages } from './transcript-pages.ts';

/** What stays with whoever opened a link: nobody else learns its address, keeps what it shows or finds it. */
const secretive: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('Referrer-Policy', 'no-referrer');
  context.header('X-Robots-Tag', 'noindex, nofollow');
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Cross-Origin-Resource-Policy', 'same-origin');
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'private, no-store');
  if (!context.res.headers.has('Content-Security-Policy'))
    context.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
};

/** Transcripts, by links that staff were given. Whatever is wrong with a link, the answer is the same. */
export function transcriptRoutes(pages: TranscriptPages): Hono {
  const routes = new Hono();
  routes.use(secretive);
  routes.use(async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    return context.text('Method Not Allowed', 405, { Allow: 'GET, HEAD' });
  });
  routes.get('/:secret', async (context) => {
    // It looks at every link that is posted, and what it sees would be shown to everybody in the channel.
    if (isPreviewRobot(context)) return context.html(linkPage('robot', languageFor(context)));
    const secret = context.req.param('secret');
    if (context.req.method === 'HEAD') return (await pages.works(secret)) ? context.html('') : gone(context);
    const page = await pages.read(secret);
    if (page === null) return gone(context);
    if (page === 'busy') return context.html(linkPage('busy', languageFor(context)), 503, { 'Retry-After': '5' });
    return context.html(page, 200, {
      'Content-Security-Policy': `${servedPolicy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    });
  });
  routes.get('/:secret/files/:entry/:file/:name', async (context) => {
    const { secret, entry, file } = context.req.param();
    if (isPreviewRobot(context) || !/^\d{1,15}$/.test(entry)) return gone(context);
    const found = await pages.file(secret, Number(entry) as EntryId, file);
    return found === null ? gone(context) : fileAnswer(context, found);
  });
  routes.all('*', (context) => gone(context));
  return routes;
}

/** https://docs.discord.com/developers/reference#user-agent */
function isPreviewRobot(context: Context): boolean {
  return /discordbot/i.test(context.req.header('User-Agent') ?? '');
}

async function gone(context: Context): Promise<Response> {
  return context.html(await linkPage('gone', languageFor(context)), 404);
}

/** The one that the browser wants most; which ticket it would be is not known. */
function languageFor(context: Context): Language {
  return languageOf(/^[\w-]+/.exec(context.req.header('Accept-Language') ?? '')?.[0] ?? null) ?? 'en';
}
