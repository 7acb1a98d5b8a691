import type { IncomingMessage } from '../incoming.ts';
import type { MessageId } from '../ids.ts';
import type { Store } from '../store.ts';
import { writeKept } from './kept-message.ts';

type Parts = { readonly store: Pick<Store, 'transaction'> };

/** A member edited what is kept: that is what will be sent. False if it is not kept. */
export function editKept({ store }: Parts, message: IncomingMessage): Promise<boolean> {
  return store.transaction((tables) => tables.intake.editKept(`message:${message.id}`, writeKept(message)));
}

/** A member deleted what was kept: it is not sent. */
export async function forgetKept({ store }: Parts, messages: readonly MessageId[]): Promise<void> {
  await store.transaction(async (tables) => {
    for (const message of messages) await tables.intake.forgetKept(`message:${message}`);
  });
}
