import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ChannelKind } from '../store.ts';
import type { Problem } from '../bookkeeping.ts';
import { fixText, storedText, text } from './notices.ts';

/** What an operator sees at the program's address. */
export interface Status {
  readonly bot: string;
  readonly connected: boolean;
  /** Servers with modmail switched on. */
  readonly servers: readonly { readonly name: string; readonly channelKind: ChannelKind; readonly open: number }[];
  readonly problems: readonly (Problem & { readonly server: string | null })[];
  /** How much Discord is owed right now. */
  readonly owed: number;
  /** Typing in ticket channels is seen. */
  readonly readsContent: boolean;
  readonly invites: readonly { readonly kind: ChannelKind; readonly url: string }[];
}

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 46rem; margin: 3rem auto; padding: 0 1rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
  li { margin: .3rem 0; } .problem { color: #b3261e; }
  @media (prefers-color-scheme: dark) { .problem { color: #ff8a80; } a { color: #9db4ff; } }
`;

export function statusPage(status: Status): HtmlEscapedString | Promise<HtmlEscapedString> {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${text('status.title', { bot: status.bot }, 'en')}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <h1>${text('status.title', { bot: status.bot }, 'en')}</h1>
        <p>${text(status.connected ? 'status.connected' : 'status.not-connected', {}, 'en')}</p>
        <p>${text('status.owed', { count: status.owed }, 'en')}</p>
        ${status.readsContent ? '' : html`<p>${problem(contentUnseen)}</p>`}
        ${section(text('status.problems', {}, 'en'), status.problems.map(problem), text('status.no-problems', {}, 'en'))}
        ${section(text('status.servers', {}, 'en'), status.servers.map(server), text('status.no-servers', {}, 'en'))}
        ${section(text('status.invites', {}, 'en'), status.invites.map(invite), '')}
      </body>
    </html>`;
}

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

function section(title: string, items: readonly Markup[], none: string): Markup {
  return html`<h2>${title}</h2>
    ${
      items.length === 0
        ? html`<p>${none}</p>`
        : html`<ul>
            ${items.map((item) => html`<li>${item}</li>`)}
          </ul>`
    }`;
}

const contentUnseen = { text: 'problem.content-intent', with: {}, server: null };

function problem(one: Pick<Status['problems'][number], 'text' | 'with' | 'server'>): Markup {
  const said = storedText(one, 'en');
  const fix = fixText(one, 'en');
  return html`<span class="problem">${one.server === null ? said : `${one.server}: ${said}`}</span>
    ${fix === null ? '' : html`<br />${fix}`}`;
}

function server(one: Status['servers'][number]): Markup {
  return html`${one.name} (${one.channelKind}): ${text('status.open', { count: one.open }, 'en')}`;
}

function invite(one: Status['invites'][number]): Markup {
  return html`<a href="${one.url}">${one.kind}</a>`;
}
