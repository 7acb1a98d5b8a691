import { Refused } from '../refusal.ts';
import { doorQuestion } from '../render/door.ts';
import type { Delivery } from './delivery.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { sendDm } from './send-dm.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

/** Asks a member what is next at the door of a server; drawn from what is to be asked at this moment. */
export async function sendAskDoor(
  parts: SendParts,
  { person: id, at }: Extract<Delivery, { kind: 'ask-door' }>,
  attempt: Attempt,
): Promise<Sent> {
  const { tables } = parts.store;
  const person = await tables.people.get(id);
  const prompt = await tables.intake.prompt(id);
  const question = person && (await parts.questionFor(person));
  if (person === null || prompt === null || question === null) return nothingToRecord;
  const server = await parts.guildName(question.guild);
  const kept = (await tables.intake.kept(id)).length;
  const drawn = doorQuestion({ ...question, server, kept }, 'en');
  try {
    const sent = await sendDm(parts, person, drawn, nonceOf(id, 'ask-door', at), attempt, at);
    return {
      record: (inside) => inside.intake.setPrompt({ ...prompt, channel: sent.channel, message: sent.id }),
    };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    await parts.openUnasked(person);
    return nothingToRecord;
  }
}
