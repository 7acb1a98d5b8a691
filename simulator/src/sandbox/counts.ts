import { channelTypes } from '../state.ts';
import type { Message, State } from '../state.ts';
import type { Counts } from './wire.ts';

/** Numbered messages carry `[m17]` (a member's) or `[s17]` (a staff member's). */
const mark = /\[([ms])(\d{1,9})\]/;

export function marked(side: 'm' | 's', number: number, text: string): string {
  return `[${side}${number}] ${text}`;
}

export interface Flowed {
  readonly toStaff: Counts;
  readonly toMembers: Counts;
  /** Where the newest numbered message of each member was shown to staff. */
  readonly ticketOf: ReadonlyMap<string, { readonly channelId: string; readonly number: number }>;
  /** The highest number that was used on each side. */
  readonly last: { readonly m: number; readonly s: number };
}

interface Direction {
  readonly sent: Map<number, string>;
  /** How often each number was posted by a bot or webhook, and where last. */
  readonly posted: Map<number, { times: number; channelId: string }>;
}

/** Counts in what is stored: written on one side, shown on the other. */
export function countFlow(state: State): Flowed {
  const directions = { m: direction(), s: direction() };
  for (const [channelId, messages] of state.messages) {
    const isDm = state.channels.get(channelId)?.type === channelTypes.dm;
    for (const message of messages.values()) note(state, directions, message, channelId, isDm);
  }
  const ticketOf = new Map<string, { channelId: string; number: number }>();
  for (const [number, author] of directions.m.sent) {
    const posted = directions.m.posted.get(number);
    if (posted) ticketOf.set(author, { channelId: posted.channelId, number });
  }
  return {
    toStaff: counts(directions.m),
    toMembers: counts(directions.s),
    ticketOf,
    last: { m: highest(directions.m), s: highest(directions.s) },
  };
}

function note(
  state: State,
  directions: { readonly m: Direction; readonly s: Direction },
  message: Message,
  channelId: string,
  isDm: boolean,
): void {
  const found = mark.exec(message.content);
  if (!found) return;
  const side = found[1] === 'm' ? 'm' : 's';
  const number = Number(found[2]);
  const { sent, posted } = directions[side];
  const isPerson = message.webhookId === null && state.users.get(message.authorId)?.bot === false;
  // A member writes in the DM and is shown in the server; staff the other way round.
  if (isPerson && isDm === (side === 'm')) sent.set(number, message.authorId);
  if (isPerson || isDm === (side === 'm')) return;
  const before = posted.get(number);
  posted.set(number, { times: (before?.times ?? 0) + 1, channelId });
}

function direction(): Direction {
  return { sent: new Map(), posted: new Map() };
}

function counts({ sent, posted }: Direction): Counts {
  let arrived = 0;
  let duplicates = 0;
  for (const number of sent.keys()) {
    const times = posted.get(number)?.times ?? 0;
    if (times > 0) arrived += 1;
    if (times > 1) duplicates += times - 1;
  }
  return { sent: sent.size, arrived, duplicates, missing: sent.size - arrived };
}

function highest({ sent }: Direction): number {
  let most = 0;
  for (const number of sent.keys()) most = Math.max(most, number);
  return most;
}
