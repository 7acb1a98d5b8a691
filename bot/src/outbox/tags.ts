import type { TagKey } from '../forum.ts';
import type { ChannelId } from '../ids.ts';
import { Refused } from '../refusal.ts';
import type { DrawContext } from '../render/drawable.ts';
import { forumTag } from '../render/forum-tags.ts';
import { tagsOf } from '../tickets/forum-tags.ts';
import type { Delivery } from './delivery.ts';
import { contextOf } from './drawing.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** https://docs.discord.com/developers/resources/channel#channel-object */
const mostOnPost = 5;
/** A conversation goes back and forth; its post is changed no more often than this, and then shows what is true. */
const between = 10_000;

/** Sooner or later every forum needs these. */
const always: readonly TagKey[] = ['open', 'closed', 'unanswered', 'user-responded', 'awaiting-response'];

/** Shows by the tags of a post how its ticket stands; those that people put there stay. */
export async function sendTags(parts: SendParts, { ticket: id }: Extract<Delivery, { kind: 'tags' }>): Promise<Sent> {
  const context = await contextOf(parts, id);
  if (context === null || context.ticket.channel === null || !hasTags(context)) return nothingToRecord;
  const { ticket, settings } = context;
  const { tables } = parts.store;
  const keys = await tagsOf(tables, ticket);
  const shown = await tables.forumTags.shown(id);
  if (shown !== null && shown.keys.join() === keys.join()) return nothingToRecord;
  const now = parts.clock.now();
  const isOpen = ticket.state === 'open' || ticket.state === 'opening';
  if (isOpen && shown !== null && now < shown.at + between) return { notBefore: shown.at + between };
  const post = context.ticket.channel;
  const done = await unlessRefused(parts, context, async () => {
    const { archived, tags } = await parts.discord.post(post);
    // An archived post shows what was true when it went; only what was said of it since is worth waking it.
    if (archived && (isOpen || !keys.some((key) => key.startsWith('rating:')))) return false;
    if (archived) await parts.discord.changeThread(post, { archived: false });
    await tag(parts, context, post, tags, keys);
    // A try that was cut off may have left it awake.
    const isPutAway = settings.onClose !== 'keep' && settings.onClose !== 'delete';
    if (ticket.state === 'closed' && (archived || isPutAway))
      await parts.discord.changeThread(post, { archived: true, locked: true });
    return true;
  });
  return done ? { record: (inside) => inside.forumTags.show(id, { keys, at: now }) } : nothingToRecord;
}

function hasTags({ ticket, settings }: Pick<DrawContext, 'ticket' | 'settings'>): boolean {
  return settings.forumTags && ticket.channelKind === 'forum-post';
}

/** Remembered tags are tried first; does Discord know one of them no more, the forum is looked at and lost ones are made again. */
async function tag(
  parts: SendParts,
  context: DrawContext,
  post: ChannelId,
  present: readonly string[],
  keys: readonly TagKey[],
): Promise<void> {
  try {
    await put(parts, context, post, present, keys, false);
  } catch (error) {
    if (!(error instanceof Refused) || (error.reason !== 'unknown-tag' && error.reason !== 'invalid')) throw error;
    await put(parts, context, post, present, keys, true);
  }
}

async function put(
  parts: SendParts,
  context: DrawContext,
  post: ChannelId,
  present: readonly string[],
  keys: readonly TagKey[],
  look: boolean,
): Promise<void> {
  const { ticket } = context;
  const known = await parts.store.tables.forumTags.of(ticket.parent);
  const ids = await idsOf(parts, context, keys, look);
  const ours = new Set([...known.values(), ...ids]);
  const theirs = present.filter((id) => !ours.has(id));
  const wanted = [...theirs, ...ids].slice(0, mostOnPost);
  const fits = theirs.length + ids.length <= mostOnPost;
  await parts.store.transaction(({ problems }) =>
    fits
      ? problems.solve(ticket.guild, `post-tags:${ticket.id}`)
      : problems.raise({
          guild: ticket.guild,
          key: `post-tags:${ticket.id}`,
          text: 'problem.post-tags-full',
          with: { where: post },
          since: parts.clock.now(),
        }),
  );
  if (wanted.join() !== present.join()) await parts.discord.tagPost(post, wanted);
}

/** What a new post carries; `any`: its forum takes none without a tag, whatever the settings say. */
export async function firstTags(
  parts: SendParts,
  context: DrawContext,
  how: 'known' | 'look' | 'any',
): Promise<{ readonly keys: readonly TagKey[] | null; readonly ids: readonly string[] }> {
  const { ticket } = context;
  if (how === 'any') {
    const ids = await idsOf(parts, context, ['open'], true);
    const any = ids[0] ?? (await parts.forumTags.anyOf(ticket.parent));
    return { keys: null, ids: any === null ? [] : [any] };
  }
  if (!hasTags(context)) return { keys: null, ids: [] };
  const keys = await tagsOf(parts.store.tables, { ...ticket, state: 'open' });
  return { keys, ids: await idsOf(parts, context, keys, how === 'look') };
}

/** Discord's ids of these tags in the ticket's forum, as far as they can be had. */
function idsOf(
  parts: Pick<SendParts, 'forumTags'>,
  context: DrawContext,
  keys: readonly TagKey[],
  look: boolean,
): Promise<readonly string[]> {
  const { guild, parent: forum } = context.ticket;
  const wanted = (some: readonly TagKey[]) => some.map((key) => ({ key, as: forumTag(key, context) }));
  return parts.forumTags.idsOf({ guild, forum }, { wanted: wanted(keys), beside: wanted(always), look });
}

/** Whether the post shows it now. Where Discord does not let us, that is shown, and the ticket goes on. */
async function unlessRefused(
  parts: SendParts,
  { ticket }: DrawContext,
  work: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    const isOver = error.reason === 'unknown-channel' || error.reason === 'archived' || error.reason === 'locked';
    const place = { guild: ticket.guild, forum: ticket.parent };
    if (!isOver) await parts.forumTags.notPut(place, error);
    return false;
  }
}
