import type { DrawnMessage, Face } from '../discord.ts';
import type { DrawContext, DrawnEntry } from './drawable.ts';
import { faceForStaff } from './names.ts';

/** An entry as staff see it: a member's message, a reply or internal message that was not typed in the channel, a notice. */

export interface StaffCopy {
  /** The webhook's name and avatar; null for notices, which the bot says itself. */
  readonly face: Face | null;
  /** In this order; each is complete and fits Discord's limits. Parts of an entry are their places here. */
  readonly messages: readonly DrawnMessage[];
}

/** For a webhook. */
export function forStaff(context: DrawContext, drawn: DrawnEntry): StaffCopy {
  return { face: drawn.entry.kind === 'notice' ? null : faceForStaff(drawn.author, context), messages: [] };
}

/** For when no webhook can be used: the bot posts it, with the author's name and avatar in an embed. */
export function forStaffByBot(_context: DrawContext, _drawn: DrawnEntry): readonly DrawnMessage[] {
  return [];
}
