import type { Language } from '../language.ts';
import type { DrawnMessage } from '../discord.ts';
import { contentBlocks } from './content.ts';
import type { Notice } from '../store.ts';
import type { DrawContext, DrawnEntry, DrawnPerson } from './drawable.ts';
import { escapeMarkdown } from './escape.ts';
import { ratingBlocks, ratingRows } from './feedback.ts';
import { longestText } from './limits.ts';
import { authorForMember, inMemberText, serverInText } from './names.ts';
import { noticeText, text } from './notices.ts';
import { canBeSent, packTexts, withFiles } from './pack.ts';
import type { Block } from './pack.ts';

/** What the member reads in their DM with the bot. */

/**
 * A reply, or a notice to the member. The notices `member.greeting`, `member.away` and `member.closed` are the server's own words where it has set some.
 * Other entries are not for the member: drawing one throws.
 */
export function forMember(context: DrawContext, drawn: DrawnEntry): readonly DrawnMessage[] {
  const { kind } = drawn.entry;
  if (kind === 'notice') return noticeToMember(context, drawn);
  if (kind !== 'reply') throw new Error(`An entry of kind ${kind} is not for the member`);
  return replyToMember(context, drawn);
}

/** What is replied to is never quoted here: it may be internal. Discord's own reply shows what the member can see anyway. */
function replyToMember(context: DrawContext, drawn: DrawnEntry): readonly DrawnMessage[] {
  const { locale } = context;
  const content = contentBlocks(drawn.entry.content, drawn.files, { ...drawn, locale });
  const empty = content.length === 0 && !drawn.files.some(canBeSent);
  const shown = empty ? [{ text: text('copy.empty', {}, locale) }] : content;
  const messages = withFiles(packTexts(signed(context, drawn, shown), longestText), drawn.files);
  const target = drawn.replyTo?.message ?? null;
  return target === null ? messages : messages.map((one, place) => (place === 0 ? { ...one, replyTo: target } : one));
}

/** Says who answers: the server where several could, and the person unless the reply is anonymous. */
function signed(context: DrawContext, drawn: DrawnEntry, blocks: readonly Block[]): readonly Block[] {
  const { locale } = context;
  const server = context.severalServers
    ? [
        {
          text: text(
            context.ticket.anonymous ? 'copy.from-server-anonymous' : 'copy.from-server',
            { server: serverInText(context) },
            locale,
          ),
        },
      ]
    : [];
  if (drawn.entry.anonymous) return [...server, ...blocks];
  const name = text('copy.signed', { name: escapeMarkdown(authorForMember(context, drawn).name) }, locale);
  const [first, ...rest] = blocks;
  if (first === undefined || first.quoted || startsItsOwnLine.test(first.text))
    return [...server, { text: name }, ...blocks];
  return [...server, { ...first, text: `${name} ${first.text}` }, ...rest];
}

/** Markdown that only works at the start of a line. */
const startsItsOwnLine = /^\s*(?:```|>|#|-|\*\s|\d+\.)/;

function noticeToMember(context: DrawContext, { entry, people, rating }: DrawnEntry): readonly DrawnMessage[] {
  if (entry.notice === null || entry.notice.to === 'staff') throw new Error('A notice to staff is not for the member');
  const noPreviews = ownWords(context, entry.notice) === null;
  const asking = rating === undefined ? [] : ratingBlocks(rating, context);
  const rows = rating && ratingRows(rating, context);
  const parts = packTexts([...noticeBlocks(context, entry.notice, people), ...asking], longestText);
  return parts.map((part, place) => ({
    text: part,
    noPreviews,
    ...(rows && place === parts.length - 1 && { rows }),
  }));
}

/** What a notice says to the member. */
export function noticeBlocks(
  context: DrawContext,
  notice: Notice,
  people: ReadonlyMap<string, DrawnPerson> | undefined,
): readonly Block[] {
  const { locale, guildName } = context;
  const own = ownWords(context, notice);
  const comment = notice.text === 'member.closed' ? String(notice.with.comment ?? '') : '';
  const inThread = context.ticket.answersInThread;
  const closed = inThread ? 'member.closed-in-thread' : notice.with.quiet ? 'member.closed-quiet' : notice.text;
  const bare = notice.text === 'member.closed' ? closed : notice.text;
  const key = comment === '' ? bare : 'member.closed-with-comment';
  const name = (id: string): string => inMemberText(people?.get(id) ?? null, context);
  const said = own ?? noticeText({ text: key, with: { server: guildName, ...notice.with } }, name, locale);
  if (comment.trim() === '') return [{ text: said }];
  const again =
    own === null
      ? [{ text: text(inThread ? 'member.closed-again-in-thread' : 'member.closed-again', {}, locale) }]
      : [];
  return [{ text: said }, { text: comment, quoted: true }, ...again];
}

/** What the server wants to be said instead of our words. */
function ownWords({ settings }: DrawContext, notice: Notice): string | null {
  if (notice.text === 'member.greeting') return settings.greeting;
  if (notice.text === 'member.away') return settings.awayText;
  return notice.text === 'member.closed' ? settings.closeMessage : null;
}

/** What staff write to somebody outside of any ticket: it comes from the server, whoever wrote it. */
export function serverMessage(
  said: string,
  server: Pick<DrawContext, 'guildName' | 'locale'>,
): readonly DrawnMessage[] {
  const from = text('copy.from-server', { server: serverInText(server) }, server.locale);
  return packTexts([{ text: from }, { text: said }], longestText).map((part) => ({ text: part }));
}

/** A line that belongs to no ticket, as `tell` deliveries hold it; `member.own-words` stands as the server wrote it. */
export function tellMember(
  said: { readonly text: string; readonly with: Readonly<Record<string, string | number>> },
  locale: Language,
): DrawnMessage {
  const own = said.text === 'member.own-words' ? said.with.words : undefined;
  if (own !== undefined) return { text: String(own) };
  return { text: noticeText(said, () => text('name.the-team', {}, locale), locale), noPreviews: true };
}
