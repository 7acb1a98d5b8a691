import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Language } from '../language.ts';
import { text } from './notices.ts';

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 32rem; margin: 20vh auto 0; padding: 0 1.5rem; text-align: center; }
  h1 { font-size: 1.4rem; } p { margin: .4rem 0; }
`;

/** What stands in the place of a transcript. */
export function linkPage(
  why: 'gone' | 'robot' | 'busy',
  language: Language,
): HtmlEscapedString | Promise<HtmlEscapedString> {
  const title = text(`link.${why}-title`, {}, language);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        <p>${text(`link.${why}`, {}, language)}</p>
        ${why === 'gone' ? html`<p>${text('link.gone-hint', {}, language)}</p>` : ''}
      </body>
    </html>`;
}
