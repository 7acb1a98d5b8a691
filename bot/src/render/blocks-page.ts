import type { Language } from '../language.ts';
import type { Block, Blocked } from '../bookkeeping.ts';
import type { DrawnMessage, DrawnSelect } from '../discord.ts';
import type { RoleId } from '../ids.ts';
import type { Person } from '../store.ts';
import { cleanLine, escapeMarkdown, shorten } from './escape.ts';
import { longestChoice } from './limits.ts';
import { aliasAnywhere, nameAnywhere } from './names.ts';
import { noticeText, text } from './notices.ts';

/** So many stand on a page: with the longest reasons and links they fit an embed. */
export const blocksOnPage = 6;
const longestReason = 150;

export interface BlocksPage {
  /** At most `blocksOnPage`. */
  readonly blocks: readonly Block[];
  /** There are older ones behind these. */
  readonly hasMore: boolean;
  /** There are newer ones before these. */
  readonly isFirst: boolean;
  readonly people: ReadonlyMap<string, Person>;
  readonly roles: ReadonlyMap<RoleId, string>;
  /** What was just done. */
  readonly said: string | null;
}

/**
 * Who is blocked, newest first. The menu is `blocks:unblock`, its values are those of `writeBlocked`; the buttons are `blocks:page` and
 * `blocks:page:<since>:<id>` for what comes after that block.
 */
export function blocksPage(page: BlocksPage, locale: Language): DrawnMessage {
  const { blocks, hasMore, isFirst, said } = page;
  const last = blocks.at(-1);
  const newest = { id: 'blocks:page', label: text('blocks.newest', {}, locale), style: 'secondary' } as const;
  const turning = [
    { ...newest, disabled: isFirst },
    {
      id: last === undefined ? 'blocks:page:none' : `blocks:page:${last.since}:${last.who.id}`,
      label: text('blocks.older', {}, locale),
      style: 'secondary',
      disabled: !hasMore,
    },
  ] as const;
  if (last === undefined) {
    const line = text(isFirst ? 'blocks.none' : 'blocks.no-more', {}, locale);
    return { text: [said ?? '', line].join('\n').trim(), embeds: [], rows: isFirst ? [] : [turning] };
  }
  const lines = blocks.map((block) => blockLines(block, page, locale));
  return {
    text: said ?? '',
    embeds: [{ title: text('blocks.title', {}, locale), text: lines.join('\n\n') }],
    rows: [unblockMenu(page, locale), ...(isFirst && !hasMore ? [] : [turning])],
  };
}

function blockLines(block: Block, page: BlocksPage, locale: Language): string {
  const { by, reason, evidence, since, until } = block;
  const blocker = nameAnywhere(page.people.get(by) ?? null, locale);
  const ends = until === null ? text('blocks.for-good', {}, locale) : text('blocks.until', { until }, locale);
  const lines = [
    `**${whoInText(block.who, page, locale)}**${mentionOf(block.who, page)}`,
    `${text('blocks.since', { by: escapeMarkdown(blocker), since }, locale)}, ${ends}`,
  ];
  const said = shorten(cleanLine(reason ?? ''), longestReason);
  if (said !== '') lines.push(text('blocks.reason', { reason: escapeMarkdown(said) }, locale));
  const written = { text: 'blocks.evidence', with: { evidence: evidence ?? '' } };
  if (evidence !== null) lines.push(noticeText(written, (id) => id, locale));
  return lines.join('\n');
}

function unblockMenu({ blocks, ...page }: BlocksPage, locale: Language): DrawnSelect {
  return {
    id: 'blocks:unblock',
    placeholder: text('blocks.unblock', {}, locale),
    choices: blocks.map(({ who, reason }) => {
      const why = shorten(cleanLine(reason ?? ''), longestChoice);
      const label = shorten(whoPlain(who, page, locale), longestChoice);
      return { value: writeBlocked(who), label, ...(why !== '' && { description: why }) };
    }),
  };
}

function whoInText(who: Blocked, page: Pick<BlocksPage, 'people' | 'roles'>, locale: Language): string {
  return escapeMarkdown(whoPlain(who, page, locale));
}

function whoPlain(who: Blocked, { people, roles }: Pick<BlocksPage, 'people' | 'roles'>, locale: Language): string {
  if (who.kind === 'alias') return aliasAnywhere(who.id);
  if (who.kind === 'person') return nameAnywhere(people.get(who.id) ?? null, locale);
  return text('blocks.role', { role: cleanLine(roles.get(who.id) ?? '') || who.id }, locale);
}

function mentionOf(who: Blocked, { people }: Pick<BlocksPage, 'people'>): string {
  if (who.kind === 'role') return ` <@&${who.id}>`;
  if (who.kind === 'alias') return '';
  const user = people.get(who.id)?.user;
  return user === undefined ? '' : ` <@${user}>`;
}

/** Somebody blocked as a value in a menu. */
function writeBlocked({ kind, id }: Blocked): string {
  return `${kind}:${id}`;
}

export function readBlocked(written: string): Blocked | null {
  const [kind, id] = written.split(':');
  if (id === undefined || (kind !== 'person' && kind !== 'alias' && kind !== 'role')) return null;
  return { kind, id } as Blocked;
}
