import { recordFromMember, type FromMember } from '../relay/record-from-member.ts';
import type { Tables } from '../store.ts';
import { readKept } from './kept-message.ts';

/** What a member wrote before its server was known goes into the ticket, in the order in which it was written. */
export async function sendKept(tables: Tables, to: Omit<FromMember, 'message' | 'hasWaited'>): Promise<void> {
  for (const { message } of await tables.intake.kept(to.person.id))
    await recordFromMember(tables, { ...to, message: readKept(message), hasWaited: true });
  await tables.intake.drop(to.person.id);
  await tables.intake.clearPrompt(to.person.id);
}
