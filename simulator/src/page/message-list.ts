import type { MessageView } from '../sandbox/wire.ts';
import { dayOf } from './times.ts';

/** Snowflakes by age, oldest first. */
export function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id.length - other.id.length || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** The list with a new or changed message in its place. */
export function withMessage(list: readonly MessageView[], message: MessageView): readonly MessageView[] {
  const at = list.findIndex(({ id }) => id === message.id);
  if (at >= 0) return list.with(at, message);
  const last = list.at(-1);
  return last === undefined || byId(last, message) < 0 ? [...list, message] : [...list, message].sort(byId);
}

export function without(list: readonly MessageView[], id: string): readonly MessageView[] {
  return list.filter((message) => message.id !== id);
}

export interface Row {
  readonly message: MessageView;
  /** Shown with picture and name: not right below another one of the same author. */
  readonly head: boolean;
  readonly newDay: boolean;
}

/** Discord puts messages of one author below each other for this long. */
const together = 7 * 60_000;

export function rows(list: readonly MessageView[]): readonly Row[] {
  return list.map((message, index) => {
    const before = list[index - 1];
    const newDay = before === undefined || dayOf(before.createdAt) !== dayOf(message.createdAt);
    return { message, newDay, head: newDay || before === undefined || !follows(before, message) };
  });
}

function follows(before: MessageView, message: MessageView): boolean {
  return (
    isWritten(before) &&
    isWritten(message) &&
    message.reply === null &&
    message.command === null &&
    before.author.id === message.author.id &&
    before.author.name === message.author.name &&
    before.onlyForYou === message.onlyForYou &&
    message.createdAt - before.createdAt < together
  );
}

/** Not one of Discord's own lines, like "joined the server". */
export function isWritten(message: MessageView): boolean {
  return [0, 19, 20, 23].includes(message.type);
}
