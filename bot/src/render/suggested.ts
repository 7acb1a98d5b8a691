import type { Alias } from '../ids.ts';
import type { Language } from '../language.ts';
import type { ListedTicket } from '../store.ts';
import { shorten } from './escape.ts';
import { longestChoice } from './limits.ts';
import { aliasAnywhere } from './names.ts';
import { text } from './notices.ts';
import { timesIn } from './transcript/times.ts';

/** What staff read while they type whom or which ticket they mean: plain text on one line. */

export interface SuggestedIn {
  readonly language: Language;
  readonly timezone: string;
}

/** `who`: what staff call its member, by `nameAnywhere` or `aliasAnywhere`. */
export function ticketSuggested(ticket: ListedTicket, who: string, place: SuggestedIn): string {
  return oneLine([`#${ticket.number}`, who, ...stateOf(ticket, place)]);
}

/** An alias with the newest ticket under it. */
export function aliasSuggested(alias: Alias, ticket: ListedTicket, place: SuggestedIn): string {
  return oneLine([aliasAnywhere(alias), `#${ticket.number}`, ...stateOf(ticket, place)]);
}

export function blockedSuggested(alias: Alias, since: number, { language, timezone }: SuggestedIn): string {
  const blocked = text('suggest.blocked', { since: timesIn(language, timezone).moment(since) }, language);
  return oneLine([aliasAnywhere(alias), blocked]);
}

function stateOf({ state, openedAt, closedAt }: ListedTicket, { language, timezone }: SuggestedIn): readonly string[] {
  const isOver = state === 'closed' || state === 'closing';
  const said = text(isOver ? 'suggest.closed' : 'suggest.open', {}, language);
  return [said, timesIn(language, timezone).moment(isOver ? (closedAt ?? openedAt) : openedAt)];
}

function oneLine(parts: readonly string[]): string {
  return shorten(parts.join(' · '), longestChoice);
}
