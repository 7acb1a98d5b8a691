import type { Language } from '../language.ts';
import type { NewForumTag, TagKey } from '../forum.ts';
import { cleanLine, shorten } from './escape.ts';
import { text } from './notices.ts';
import type { DrawContext } from './drawable.ts';

/** https://docs.discord.com/developers/resources/channel#forum-tag-object */
const longestTagName = 20;

const emoji: Readonly<Partial<Record<TagKey, string>>> = {
  open: '🟢',
  closed: '🔴',
  unanswered: '❗',
  'user-responded': '💬',
  'awaiting-response': '⏳',
};

/** A tag as it is made. Whoever renames it later is left alone. */
export function forumTag(key: TagKey, { ticket, locale }: Pick<DrawContext, 'ticket' | 'locale'>): NewForumTag {
  const [kind, of = ''] = split(key);
  if (kind === 'topic') return tagOf(ticket.topic?.name ?? of, ticket.topic?.emoji ?? null);
  if (kind === 'rating') return tagOf(text('tag.rating', { count: Number(of) }, locale), '⭐');
  return tagOf(text(`tag.${key as keyof typeof emoji & PlainKey}`, {}, locale as Language), emoji[key] ?? null);
}

type PlainKey = Exclude<TagKey, `topic:${string}` | `rating:${number}`>;

function split(key: TagKey): readonly string[] {
  const at = key.indexOf(':');
  return at === -1 ? [key] : [key.slice(0, at), key.slice(at + 1)];
}

/** `<:name:id>` is a custom emoji, anything else the character itself. */
function tagOf(name: string, written: string | null): NewForumTag {
  const custom = /^<a?:\w+:(\d+)>$/.exec(written ?? '')?.[1] ?? null;
  return {
    name: shorten(cleanLine(name), longestTagName),
    moderated: false,
    emojiId: custom,
    emojiName: custom === null ? written : null,
  };
}
