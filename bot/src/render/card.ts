import type { Language } from '../language.ts';
import type { DrawnButton, DrawnEmbed, DrawnFile, DrawnMessage } from '../discord.ts';
import type { Feedback } from '../closing.ts';
import { madeAt } from '../ids.ts';
import type { RoleId, UserId } from '../ids.ts';
import type { Person, Ticket } from '../store.ts';
import { aliasPicture, pictureInEmbed, pictureName } from './alias-picture.ts';
import { answerFields, topicField } from './answer-fields.ts';
import type { DrawContext } from './drawable.ts';
import { escapeMarkdown, shorten } from './escape.ts';
import { embedLimits, longestText } from './limits.ts';
import { inStaffText, seenByStaff } from './names.ts';
import { ratingText } from './feedback.ts';
import { text, timestamp } from './notices.ts';

/** The first message of a ticket channel: who writes, what is known of them, and what can be done. */

export interface CardFacts {
  /** When the member joined the server, epoch milliseconds; `gone` when they are not in it, null when Discord does not say. */
  readonly joinedAt: number | 'gone' | null;
  readonly roles: readonly RoleId[];
  /** The member's other tickets here, newest first, with a link to their channel where it still is. */
  readonly earlier: readonly { readonly ticket: Ticket; readonly link: string | null }[];
  /** How many there are; `earlier` may be only the newest. */
  readonly earlierCount: number;
  readonly claimedBy: Person | null;
  readonly closedBy: Person | null;
  readonly feedback: Feedback | null;
}

/**
 * `opening`: the first drawing, the only one that pings. Buttons are `ticket:claim`, `ticket:unclaim`, `ticket:close`, `ticket:reply` and
 * `ticket:more`;
 * a closed ticket has none.
 */
export function card(context: DrawContext, facts: CardFacts, how: { readonly opening: boolean }): DrawnMessage {
  const { ticket, settings, locale } = context;
  const { name, avatarUrl } = seenByStaff(context.member, context);
  const embed: DrawnEmbed = {
    author: { name, ...(avatarUrl !== null && { iconUrl: avatarUrl }) },
    title: text('card.title', { number: ticket.number }, locale),
    ...(isOver(ticket) ? {} : { text: howTo(context) }),
    colour: settings.accentColour,
    fields: [...memberFields(context, facts), ...topicField(ticket, locale), ...ticketFields(context, facts)].map(
      (field) => ({ ...field, value: shorten(field.value, embedLimits.fieldValue) }),
    ),
    ...(ticket.anonymous && { thumbnailUrl: pictureInEmbed }),
    at: ticket.openedAt,
  };
  const answers = answerFields(ticket, locale, embedLimits.sum - lengthOf(embed));
  const pings = pinged(context);
  const mentions = [...pings.roles.map((id) => `<@&${id}>`), ...pings.users.map((id) => `<@${id}>`)];
  return {
    text: fitting(mentions, ' ', longestText),
    embeds: [{ ...embed, fields: [...(embed.fields ?? []), ...answers] }],
    rows: buttons(context),
    ...(how.opening && { pings }),
    ...(how.opening && ticket.anonymous && { files: [pictureOf(context)] }),
  };
}

/** An edit leaves it where it is. */
function pictureOf({ member }: DrawContext): DrawnFile {
  return { name: pictureName, bytes: async () => aliasPicture(member.username) };
}

/** As Discord counts: https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
function lengthOf({ author, title, text: words, fields }: DrawnEmbed): number {
  const parts = [author?.name, title, words, ...(fields ?? []).flatMap(({ name, value }) => [name, value])];
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
}

const isOver = ({ state }: Ticket): boolean => state === 'closing' || state === 'closed';

/** In two words: the card is drawn while the ticket is being opened or closed, and is not drawn again when that is done. */
function stateOf(ticket: Ticket, locale: Language): string {
  return text(isOver(ticket) ? 'state.closed' : 'state.open', {}, locale);
}

/** The one ping of a ticket. Discord takes at most 100 of a kind; the settings allow less. */
function pinged({ settings }: DrawContext): { readonly roles: readonly RoleId[]; readonly users: readonly UserId[] } {
  const roles = new Set([...(settings.pingStaff ? settings.staffRoles : []), ...settings.pingRoles]);
  return { roles: [...roles], users: [...new Set(settings.pingUsers)] };
}

function howTo({ settings, locale, readsContent }: DrawContext): string {
  if (readsContent === false) return text('hint.content-unseen', {}, locale);
  if (settings.staffMessages === 'are-internal') return text('card.how-to.internal', {}, locale);
  const prefix = settings.internalPrefix;
  const replies = text('card.how-to.replies', {}, locale);
  if (prefix === null) return replies;
  return `${replies} ${text('card.how-to.prefix', { prefix: escapeMarkdown(prefix) }, locale)}`;
}

interface Field {
  readonly name: string;
  readonly value: string;
  readonly inline?: boolean;
}

function memberFields(context: DrawContext, facts: CardFacts): readonly Field[] {
  const { locale, member } = context;
  const { name, user } = seenByStaff(member, context);
  const earlier = { name: text('card.earlier', {}, locale), value: earlierTickets(facts, locale) };
  if (context.ticket.anonymous) {
    const alias = text('card.anonymous', { alias: escapeMarkdown(name) }, locale);
    return [{ name: text('card.member', {}, locale), value: alias }, earlier];
  }
  if (user === null) return [];
  const joined =
    facts.joinedAt === 'gone'
      ? text('card.not-a-member', {}, locale)
      : facts.joinedAt === null
        ? text('card.joined-unknown', {}, locale)
        : timestamp(facts.joinedAt, 'R');
  const roles = fitting(
    facts.roles.map((role) => `<@&${role}>`),
    ' ',
    embedLimits.fieldValue,
    locale,
  );
  return [
    { name: text('card.member', {}, locale), value: `<@${user}>`, inline: true },
    { name: text('card.id', {}, locale), value: user, inline: true },
    { name: text('card.account-made', {}, locale), value: timestamp(madeAt(user), 'R'), inline: true },
    { name: text('card.joined', {}, locale), value: joined, inline: true },
    { name: text('card.roles', {}, locale), value: roles || text('card.no-roles', {}, locale), inline: true },
    earlier,
  ];
}

function earlierTickets({ earlier, earlierCount }: CardFacts, locale: Language): string {
  if (earlierCount === 0) return text('card.no-earlier', {}, locale);
  const lines = earlier.slice(0, 5).map(({ ticket, link }) => {
    const number = link === null ? `#${ticket.number}` : `[#${ticket.number}](${link})`;
    return `${number} ${timestamp(ticket.openedAt, 'd')} ${stateOf(ticket, locale)}`;
  });
  const more = earlierCount - lines.length;
  return fitting(
    more > 0 ? [...lines, text('card.and-more', { count: more }, locale)] : lines,
    '\n',
    embedLimits.fieldValue,
  );
}

function ticketFields(context: DrawContext, facts: CardFacts): readonly Field[] {
  const { ticket, locale } = context;
  const claimedBy = facts.claimedBy === null ? text('card.nobody', {}, locale) : staffMention(facts.claimedBy, context);
  const fields: Field[] = [
    { name: text('card.state', {}, locale), value: stateOf(ticket, locale), inline: true },
    { name: text('card.claimed-by', {}, locale), value: claimedBy, inline: true },
  ];
  if (facts.feedback !== null)
    fields.push({ name: text('card.rating', {}, locale), value: ratingText(facts.feedback), inline: true });
  const { closing } = ticket;
  if (!isOver(ticket) || closing === null) return fields;
  if (ticket.closedAt !== null)
    fields.push({ name: text('card.closed', {}, locale), value: timestamp(ticket.closedAt), inline: true });
  const by =
    facts.closedBy === null ? text(`cause.${closing.cause}`, {}, locale) : staffMention(facts.closedBy, context);
  fields.push({ name: text('card.closed-by', {}, locale), value: by, inline: true });
  const key = closing.shareComment && closing.notify ? 'card.comment-shared' : 'card.comment';
  if (closing.comment !== null && closing.comment.trim() !== '')
    fields.push({ name: text(key, {}, locale), value: closing.comment });
  return fields;
}

/** Inside an embed a mention pings nobody. */
function staffMention(person: Person, context: DrawContext): string {
  const { user } = seenByStaff(person, context);
  return user === null ? inStaffText(person, context) : `<@${user}>`;
}

function buttons({ ticket, locale }: DrawContext): DrawnMessage['rows'] {
  if (isOver(ticket)) return [];
  const claim: DrawnButton =
    ticket.claimedBy === null
      ? { id: 'ticket:claim', label: text('card.claim', {}, locale), style: 'success' }
      : { id: 'ticket:unclaim', label: text('card.unclaim', {}, locale), style: 'secondary' };
  return [
    [
      claim,
      { id: 'ticket:close', label: text('card.close', {}, locale), style: 'danger' },
      { id: 'ticket:reply', label: text('card.reply', {}, locale), style: 'primary' },
      { id: 'ticket:more', label: text('card.more', {}, locale), style: 'secondary' },
    ],
  ];
}

/** As many of the items as fit, whole; with a language, a last one says how many more there are. */
function fitting(items: readonly string[], between: string, most: number, language?: Language): string {
  let joined = '';
  for (const [index, item] of items.entries()) {
    const more =
      language === undefined ? '' : between + text('card.and-more', { count: items.length - index }, language);
    const next = joined === '' ? item : joined + between + item;
    if (next.length + (index === items.length - 1 ? 0 : more.length) > most) return joined + more;
    joined = next;
  }
  return joined;
}
