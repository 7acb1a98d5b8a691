import type { Alias, GuildId, PersonId } from '../../ids.ts';
import { aliasAnywhere, nameAnywhere } from '../../render/names.ts';
import { aliasSuggested, blockedSuggested, ticketSuggested, type SuggestedIn } from '../../render/suggested.ts';
import type { Settings } from '../../settings/schema.ts';
import type { ListedTicket, Ticket } from '../../store.ts';
import { settingsOfTicket } from '../../tickets/topic.ts';
import type { AnswerParts, AutocompleteUse, Suggestion } from './command.ts';

/** Among so many of the newest tickets something is looked for; an older one has to be typed. */
const lookedThrough = 200;
/** As many as Discord shows: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete */
const most = 25;

interface Looking {
  readonly parts: AnswerParts;
  readonly use: AutocompleteUse;
  readonly guild: GuildId;
  readonly settings: Settings;
  readonly typed: string;
  readonly place: SuggestedIn;
}

async function looking(parts: AnswerParts, use: AutocompleteUse): Promise<Looking | null> {
  const { guild } = use;
  if (guild === null) return null;
  const settings = await parts.settingsOf(guild);
  const typed = use.typed.trim().toLowerCase().replace(/^#/, '');
  return { parts, use, guild, settings, typed, place: { language: parts.language, timezone: settings.timezone } };
}

/** Closed tickets, for who may open them again. */
export async function suggestClosed(parts: AnswerParts, use: AutocompleteUse): Promise<readonly Suggestion[]> {
  const found = await ticketsLike(parts, use, (state) => state === 'closed');
  return found.map(({ name, number }) => ({ name, value: String(number) }));
}

export async function suggestOpen(parts: AnswerParts, use: AutocompleteUse): Promise<readonly Suggestion[]> {
  const found = await ticketsLike(parts, use, (state) => state === 'opening' || state === 'open');
  return found.map(({ name, number }) => ({ name, value: number }));
}

/** By the start of their number, or by what staff read of their member; newest first. */
async function ticketsLike(
  parts: AnswerParts,
  use: AutocompleteUse,
  isMeant: (state: Ticket['state']) => boolean,
): Promise<readonly { readonly name: string; readonly number: number }[]> {
  const look = await looking(parts, use);
  if (look === null) return [];
  const { tables } = parts.store;
  const newest = await tables.listed.newest(use.bot, look.guild, lookedThrough);
  const number = /^\d{1,15}$/.test(look.typed) ? Number(look.typed) : null;
  const older = number === null ? null : await tables.tickets.byNumber(use.bot, look.guild, number);
  const known = newest.some((ticket) => ticket.number === number);
  const found: { name: string; number: number }[] = [];
  for (const ticket of older === null || known ? newest : [older, ...newest]) {
    if (found.length === most) break;
    if (!isMeant(ticket.state) || !(await sees(look, ticket))) continue;
    const { number: own } = ticket;
    const who = await named(look, ticket);
    if (String(own).startsWith(look.typed) || who.toLowerCase().includes(look.typed))
      found.push({ name: ticketSuggested(ticket, who, look.place), number: own });
  }
  return found;
}

/** Whoever is anonymous is known by their alias alone. */
async function named({ parts, guild }: Looking, { anonymous, person }: ListedTicket): Promise<string> {
  const { aliases, people } = parts.store.tables;
  if (!anonymous) return nameAnywhere(await people.get(person), parts.language);
  return aliasAnywhere((await aliases.of(guild, person)) ?? ('' as Alias));
}

/** A topic may have staff of its own. */
async function sees({ parts, use, guild, settings }: Looking, ticket: Pick<Ticket, 'topic'>): Promise<boolean> {
  const who = { user: use.by.id, roles: use.roles, permissions: use.permissions };
  return (await parts.standing(guild, settingsOfTicket(settings, ticket), who, 'staff')) !== 'none';
}

/** Whom staff may block: who wrote lately under an alias, and then by the start of it. */
export async function suggestAliases(parts: AnswerParts, use: AutocompleteUse): Promise<readonly Suggestion[]> {
  const look = use.focused === 'alias' ? await looking(parts, use) : null;
  if (look === null) return [];
  const { guild, typed, place } = look;
  const { aliases, listed, tickets } = parts.store.tables;
  const latest = new Map<PersonId, ListedTicket>();
  for (const ticket of await listed.newest(use.bot, guild, lookedThrough))
    if (ticket.anonymous && !latest.has(ticket.person)) latest.set(ticket.person, ticket);
  for (const { person } of typed === '' ? [] : await aliases.like(guild, typed, most)) {
    const last = latest.get(person) ?? (await tickets.historyOf(person, guild, most)).find((one) => one.anonymous);
    if (last !== undefined) latest.set(person, last);
  }
  const found: Suggestion[] = [];
  for (const [person, ticket] of latest) {
    if (found.length === most) break;
    const alias = (await sees(look, ticket)) ? await aliases.of(guild, person) : null;
    if (alias?.includes(typed) === true) found.push({ name: aliasSuggested(alias, ticket, place), value: alias });
  }
  return found;
}

/** Whom staff may unblock: only who is blocked. */
export async function suggestBlocked(parts: AnswerParts, use: AutocompleteUse): Promise<readonly Suggestion[]> {
  const look = use.focused === 'alias' ? await looking(parts, use) : null;
  if (look === null || !(await sees(look, { topic: null }))) return [];
  const { guild, typed, place } = look;
  const blocks = await parts.store.tables.blocks.of(guild, parts.clock.now(), null, lookedThrough);
  return blocks.flatMap(({ who, since }) =>
    who.kind === 'alias' && who.id.includes(typed)
      ? [{ name: blockedSuggested(who.id, since, place), value: who.id }]
      : [],
  );
}
