import type { Person, Tables, Ticket } from '../store.ts';
import { aliasOf } from './alias.ts';

/** Mentions and links of the account, its id, and its names behind an @. */
export function hideName(member: Person, alias: string): (written: string) => string {
  const names = [member.username, member.displayName].filter((name) => name !== '').map(escaped);
  const account = new RegExp(`${escaped(member.avatarUrl)}|<@!?${member.user}>|${member.user}`, 'gu');
  const called = new RegExp(`@(?:${names.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
  return (written) => written.replace(account, () => `@${alias}`).replace(called, () => `@${alias}`);
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** What the member of a ticket wrote outside of messages, as staff may read it. */
export async function asStaffMayRead(tables: Tables, ticket: Ticket, words: string): Promise<string> {
  const member = ticket.anonymous ? await tables.people.get(ticket.person) : null;
  return member === null ? words : hideName(member, await aliasOf(tables, ticket))(words);
}
