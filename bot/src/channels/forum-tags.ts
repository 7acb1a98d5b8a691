import type { Clock } from '../clock.ts';
import type { ForumTag, Forums, NewForumTag, TagKey } from '../forum.ts';
import type { ChannelId, GuildId } from '../ids.ts';
import { Refused } from '../refusal.ts';
import type { Store } from '../store.ts';

/** https://docs.discord.com/developers/resources/channel#channel-object */
const mostTags = 20;
/** Making tags is left alone for so long where Discord refused. */
const refusedFor = 5 * 60_000;

export interface TagPlace {
  readonly guild: GuildId;
  readonly forum: ChannelId;
}

export interface WantedTag {
  readonly key: TagKey;
  /** How it is made where it is not there yet. */
  readonly as: NewForumTag;
}

/** Why some of the wanted tags cannot be had. */
export type TagsLack =
  | { readonly is: 'full'; readonly missing: readonly string[] }
  /** Discord lets us make none, or put none on a post. */
  | { readonly is: 'not-made' | 'not-put'; readonly refusal: Refused };

/** The tags of forums. One at a time looks after a forum, since its tags can only be replaced as a whole. */
export interface ForumTags {
  /**
   * Discord's ids of the wanted tags, in their order, without those that cannot be had. Those that are remembered are believed;
   * `look`: something is wrong with one of them, so what the forum has is looked at.
   */
  idsOf(
    place: TagPlace,
    tags: {
      readonly wanted: readonly WantedTag[];
      /** Made in the same go where any has to be made, since they will be wanted. */
      readonly beside: readonly WantedTag[];
      readonly look: boolean;
    },
  ): Promise<readonly string[]>;
  /** Any tag that a post may carry; null where the forum has none. */
  anyOf(forum: ChannelId): Promise<string | null>;
  /** They could not be put on a post. */
  notPut(place: TagPlace, refusal: Refused): Promise<void>;
}

interface Parts {
  readonly clock: Clock;
  readonly store: Pick<Store, 'tables' | 'transaction'>;
  readonly discord: Forums;
  readonly onLack: (place: TagPlace, lack: TagsLack) => Promise<void>;
  /** All that is wanted is there. */
  readonly onHad: (place: TagPlace) => Promise<void>;
}

export function createForumTags(parts: Parts): ForumTags {
  const alone = createTurns();
  const refusedUntil = new Map<ChannelId, number>();
  return {
    async idsOf(place, { wanted, beside, look }) {
      const known = await parts.store.tables.forumTags.of(place.forum);
      const isKnown = wanted.every(({ key }) => known.has(key));
      if (isKnown && !look) return idsIn(wanted, known);
      return alone(place.forum, async () => {
        const mayMake = (refusedUntil.get(place.forum) ?? 0) <= parts.clock.now();
        const { ids, lack } = await lookAfter(parts, place, wanted, mayMake ? beside : null);
        if (lack !== null) {
          refusedUntil.set(place.forum, parts.clock.now() + refusedFor);
          await parts.onLack(place, lack);
        } else if (mayMake) {
          refusedUntil.delete(place.forum);
          await parts.onHad(place);
        }
        return ids;
      });
    },
    async anyOf(forum) {
      const tags = await parts.discord.forumTags(forum);
      return (tags.find(({ moderated }) => !moderated) ?? tags[0])?.id ?? null;
    },
    notPut: (place, refusal) => parts.onLack(place, { is: 'not-put', refusal }),
  };
}

/** One after the other for each forum; others do not wait. */
function createTurns(): <Result>(forum: ChannelId, work: () => Promise<Result>) => Promise<Result> {
  const busy = new Map<ChannelId, Promise<unknown>>();
  return async (forum, work) => {
    const before = busy.get(forum);
    const turn = (async () => {
      await before?.catch(() => undefined);
      return work();
    })();
    busy.set(forum, turn);
    try {
      return await turn;
    } finally {
      if (busy.get(forum) === turn) busy.delete(forum);
    }
  };
}

/** Finds the wanted tags among those of the forum, makes those that are missing, and remembers them. */
async function lookAfter(
  { discord, store }: Parts,
  { guild, forum }: TagPlace,
  wanted: readonly WantedTag[],
  /** Null: none can be made now. */
  beside: readonly WantedTag[] | null,
): Promise<{ readonly ids: readonly string[]; readonly lack: TagsLack | null }> {
  const present = await discord.forumTags(forum);
  const known = await store.tables.forumTags.of(forum);
  const all = new Map([...wanted, ...(beside ?? [])].map((tag) => [tag.key, tag]));
  let found = match([...all.values()], present, known);
  const missing = [...all.values()].filter(({ key }) => !found.has(key));
  let lack: TagsLack | null = null;
  if (missing.length > 0 && beside !== null) {
    const made = await make(discord, forum, present, missing);
    found = match([...all.values()], made.tags, known);
    lack = made.lack;
  }
  const news = [...found].filter(([key, tag]) => known.get(key) !== tag);
  if (news.length > 0)
    await store.transaction(async ({ forumTags }) => {
      for (const [key, tag] of news) await forumTags.keep(guild, forum, key, tag);
    });
  return { ids: idsIn(wanted, found), lack };
}

/** What the forum has afterwards. */
async function make(
  discord: Forums,
  forum: ChannelId,
  present: readonly ForumTag[],
  missing: readonly WantedTag[],
): Promise<{ readonly tags: readonly ForumTag[]; readonly lack: TagsLack | null }> {
  const fitting = missing.slice(0, Math.max(0, mostTags - present.length));
  const beyond = missing.slice(fitting.length).map((one) => one.as.name);
  const lack: TagsLack | null = beyond.length === 0 ? null : { is: 'full', missing: beyond };
  if (fitting.length === 0) return { tags: present, lack };
  try {
    return { tags: await discord.setForumTags(forum, [...present, ...fitting.map((one) => one.as)]), lack };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return { tags: present, lack: { is: 'not-made', refusal: error } };
  }
}

/** By the id that is remembered, whatever the tag is called by now; else by its name, unless that one stands for something else. */
function match(
  wanted: readonly WantedTag[],
  present: readonly ForumTag[],
  known: ReadonlyMap<string, string>,
): ReadonlyMap<TagKey, string> {
  const ids = new Set(present.map(({ id }) => id));
  const taken = new Set(known.values());
  const found = new Map<TagKey, string>();
  for (const { key, as } of wanted) {
    const id = known.get(key);
    const called = present.find((one) => !taken.has(one.id) && one.name.toLowerCase() === as.name.toLowerCase());
    const tag = id !== undefined && ids.has(id) ? id : called?.id;
    if (tag !== undefined) found.set(key, tag);
  }
  return found;
}

function idsIn(wanted: readonly WantedTag[], found: ReadonlyMap<string, string>): readonly string[] {
  return wanted.flatMap(({ key }) => found.get(key) ?? []);
}
