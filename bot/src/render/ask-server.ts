import type { Language } from '../language.ts';
import type { DrawnButton, DrawnMessage, DrawnSelect } from '../discord.ts';
import type { GuildId } from '../ids.ts';
import { cleanLine, escapeMarkdown, shorten } from './escape.ts';
import { longestChoice, longestLabel, mostButtons, mostChoices } from './limits.ts';
import { text } from './notices.ts';

/** The question to a member which server their messages are for, and what becomes of it. */

interface Listed {
  readonly guild: GuildId;
  readonly name: string;
  /** They have two conversations there, one of them anonymous. */
  readonly both?: boolean;
}

export interface ServerQuestion {
  readonly servers: readonly Listed[];
  /** From 0; only where there are more servers than a menu holds. */
  readonly page: number;
  /** How many messages wait for the answer. */
  readonly kept: number;
  /** The member may name another server. */
  readonly mayBeMore: boolean;
}

/**
 * The menu is `ask-server:choose`, its values are `<guild id>`, and where there are two conversations `<guild id>:<named or anonymous>`; the buttons to other pages are `ask-server:page:<page>`, and the one for
 * entering a name is `ask-server:name`.
 */
export function askServer({ servers, page, kept, mayBeMore }: ServerQuestion, locale: Language): DrawnMessage {
  if (servers.length === 0)
    return {
      text: [text('ask-server.prompt-by-name', {}, locale), ...waiting(kept, locale)].join('\n'),
      rows: [[{ id: 'ask-server:name', label: text('ask-server.by-name', {}, locale), style: 'primary' }]],
    };
  const choices = inOrder(servers, locale).flatMap((server) => choicesFor(server, locale));
  const pages = Math.max(1, Math.ceil(choices.length / mostChoices));
  const current = Math.min(Math.max(0, page), pages - 1);
  const select: DrawnSelect = {
    id: 'ask-server:choose',
    placeholder: text('ask-server.placeholder', {}, locale),
    choices: choices.slice(current * mostChoices, (current + 1) * mostChoices),
  };
  const lines = [text(kept > 0 ? 'ask-server.prompt' : 'ask-server.which', {}, locale), ...waiting(kept, locale)];
  const other = { id: 'ask-server:name', label: text('ask-server.other', {}, locale), style: 'secondary' } as const;
  if (pages === 1) return { text: lines.join('\n'), rows: mayBeMore ? [select, [other]] : [select] };
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
    rows: [select, [turn(current - 1, 'ask-server.back'), turn(current + 1, 'ask-server.more'), other]],
  };
}

function choicesFor({ guild, name, both = false }: Listed, locale: Language): DrawnSelect['choices'] {
  const label = shorten(cleanLine(name), longestChoice) || guild;
  if (!both) return [{ value: guild, label }];
  return [
    { value: `${guild}:named`, label },
    { value: `${guild}:anonymous`, label: hiddenIn(label, longestChoice, locale) },
  ];
}

/** What a server is called where the member is anonymous in it. */
function hiddenIn(server: string, most: number, locale: Language): string {
  const around = text('ask-ticket.anonymous', { server: '' }, locale).length;
  return text('ask-ticket.anonymous', { server: shorten(server, most - around) }, locale);
}

/** Which of several open conversations is meant. */
export interface TicketQuestion extends Pick<ServerQuestion, 'kept'> {
  readonly tickets: readonly (ServerQuestion['servers'][number] & { readonly anonymous: boolean })[];
}

/** The buttons are `ask-server:here:<guild id>:<named or anonymous>`. More than fit are asked for by menu. */
export function askTicket({ tickets, kept }: TicketQuestion, locale: Language): DrawnMessage {
  if (tickets.length > mostButtons) {
    const servers = [...new Map(tickets.map((one) => [one.guild, one])).values()];
    const listed = servers.map(({ guild, name }) => {
      return { guild, name, both: tickets.filter((one) => one.guild === guild).length > 1 };
    });
    return askServer({ servers: listed, page: 0, kept, mayBeMore: false }, locale);
  }
  const buttons = tickets.map(({ guild, name, anonymous }): DrawnButton => {
    const server = cleanLine(name) || guild;
    const label = anonymous ? hiddenIn(server, longestLabel, locale) : server;
    const id = `ask-server:here:${guild}:${anonymous ? 'anonymous' : 'named'}`;
    return { id, label: shorten(label, longestLabel), style: 'primary' };
  });
  const rows = Array.from({ length: Math.ceil(buttons.length / 5) }, (_, row) => buttons.slice(row * 5, row * 5 + 5));
  return { text: [text('ask-ticket.prompt', {}, locale), ...waiting(kept, locale)].join('\n'), rows };
}

/** As people look for them. */
function inOrder(servers: ServerQuestion['servers'], locale: Language): ServerQuestion['servers'] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return servers.toSorted((one, other) => compare(one.name, other.name));
}

function waiting(kept: number, locale: Language): readonly string[] {
  return kept === 0 ? [] : [text('ask-server.kept', { count: kept }, locale)];
}

/** In place of the question once it is answered; without a menu. `isSent`: what was written went there. `conversation`: the one of two. */
export function serverChosen(
  server: string,
  isSent: boolean,
  locale: Language,
  conversation?: 'anonymous' | 'named',
): DrawnMessage {
  const key = isSent ? 'ask-server.chosen' : 'ask-server.write-now';
  const name = escapeMarkdown(cleanLine(server));
  const shown = conversation === 'anonymous' ? text('ask-ticket.anonymous', { server: name }, locale) : name;
  return { text: text(key, { server: shown }, locale), rows: [] };
}

/** In place of the question once nobody answered for long. */
export function serverQuestionExpired(locale: Language): DrawnMessage {
  return { text: text('ask-server.expired', {}, locale), rows: [] };
}
