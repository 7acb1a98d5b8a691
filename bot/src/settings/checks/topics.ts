import type { ChannelId } from '../../ids.ts';
import type { Settings } from '../schema.ts';
import { ownEmojiIn } from '../topics.ts';
import type { Finding } from './finding.ts';
import type { ServerView } from './server.ts';

/** Where topics have a place of their own, with the names of those that share it. */
export function parentsOfTopics({
  parentChannel,
  topics,
}: Settings): readonly { readonly parent: ChannelId; readonly names: string }[] {
  const own = new Map<ChannelId, readonly string[]>();
  for (const { name, parentChannel: parent } of topics)
    if (parent !== null && parent !== parentChannel) own.set(parent, [...(own.get(parent) ?? []), name]);
  return [...own].map(([parent, names]) => ({ parent, names: names.join(', ') }));
}

/** Emoji that the server does not have: Discord refuses them on buttons, so they are left out there. */
export function foreignEmoji({ guild }: ServerView, { topics }: Settings): readonly Finding[] {
  return topics.flatMap(({ id, name, emoji }): Finding[] => {
    const own = ownEmojiIn(emoji);
    if (own === null || guild.emoji.has(own)) return [];
    const values = { topic: name, emoji: emoji ?? '' };
    return [
      { key: `topic-emoji:${id}`, text: 'problem.topic-emoji', with: values, severity: 'warning', setting: null },
    ];
  });
}
