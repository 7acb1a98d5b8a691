import type { Language } from '../language.ts';
import { Refused } from '../refusal.ts';
import { tellMember } from '../render/for-member.ts';
import type { Delivery } from './delivery.ts';
import { allServers, languageFor } from './language.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { sendDm } from './send-dm.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

/** A line to a member outside of any ticket. Whoever takes no messages is not told. */
export async function sendTell(
  parts: SendParts,
  delivery: Extract<Delivery, { kind: 'tell' }>,
  attempt: Attempt,
): Promise<Sent> {
  const person = await parts.store.tables.people.get(delivery.person);
  if (person === null) return nothingToRecord;
  const server = delivery.guild === null ? '' : await parts.guildName(delivery.guild);
  const locale = await languageFor(parts, person, delivery.guild === null ? await allServers(parts) : [delivery.guild]);
  const said = { text: delivery.text, with: { ...delivery.with, server } };
  const spoken = { locale, draw: (reads: Language) => tellMember(said, reads) };
  const nonce = nonceOf(person.id, delivery.text, JSON.stringify(delivery.with), delivery.at);
  try {
    await sendDm(parts, person, spoken, nonce, attempt, delivery.at);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
  }
  return nothingToRecord;
}
