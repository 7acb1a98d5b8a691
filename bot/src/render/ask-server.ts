import type { DrawnMessage, DrawnSelect } from '../discord.ts';
import type { GuildId } from '../ids.ts';
import type { Language } from './drawable.ts';
import { cleanLine, escapeMarkdown, shorten } from './escape.ts';
import { longestChoice, mostChoices } from './limits.ts';
import { text } from './notices.ts';

/** The question to a member which server their messages are for, and what becomes of it. */

export interface ServerQuestion {
  readonly servers: readonly { readonly guild: GuildId; readonly name: string }[];
  /** From 0; only where there are more servers than a menu holds. */
  readonly page: number;
  /** How many messages wait for the answer. */
  readonly kept: number;
}

/** The menu is `ask-server:choose`, its values are guild ids; the buttons to other pages are `ask-server:page:<page>`. */
export function askServer({ servers, page, kept }: ServerQuestion, locale: Language): DrawnMessage {
  const pages = Math.max(1, Math.ceil(servers.length / mostChoices));
  const current = Math.min(Math.max(0, page), pages - 1);
  const select: DrawnSelect = {
    id: 'ask-server:choose',
    placeholder: text('ask-server.placeholder', {}, locale),
    choices: servers
      .slice(current * mostChoices, (current + 1) * mostChoices)
      .map(({ guild, name }) => ({ value: guild, label: shorten(cleanLine(name), longestChoice) || guild })),
  };
  const lines = [text('ask-server.prompt', {}, locale)];
  if (kept > 0) lines.push(text('ask-server.kept', { count: kept }, locale));
  if (pages === 1) return { text: lines.join('\n'), rows: [select] };
  lines.push(text('ask-server.page', { page: current + 1, pages }, locale));
  const turn = (to: number, key: 'ask-server.back' | 'ask-server.more') =>
    ({
      id: `ask-server:page:${to}`,
      label: text(key, {}, locale),
      style: 'secondary',
      disabled: to < 0 || to >= pages,
    }) as const;
  return {
    text: lines.join('\n'),
    rows: [select, [turn(current - 1, 'ask-server.back'), turn(current + 1, 'ask-server.more')]],
  };
}

/** In place of the question once it is answered; without a menu. */
export function serverChosen(server: string, locale: Language): DrawnMessage {
  return { text: text('ask-server.chosen', { server: escapeMarkdown(cleanLine(server)) }, locale), rows: [] };
}

/** In place of the question once nobody answered for long. */
export function serverQuestionExpired(locale: Language): DrawnMessage {
  return { text: text('ask-server.expired', {}, locale), rows: [] };
}
