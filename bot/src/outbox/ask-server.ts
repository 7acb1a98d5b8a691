import { Refused } from '../refusal.ts';
import { askServer } from '../render/ask-server.ts';
import type { Delivery } from './delivery.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { sendDm } from './post-for-member.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

/** Asks a member which server their messages are for; drawn from the servers they share with the bot at this moment. */
export async function sendAskServer(
  parts: SendParts,
  { person: id, at }: Extract<Delivery, { kind: 'ask-server' }>,
  attempt: Attempt,
): Promise<Sent> {
  const { tables } = parts.store;
  const person = await tables.people.get(id);
  const prompt = await tables.intake.prompt(id);
  if (person === null || prompt === null) return nothingToRecord;
  const servers = await Promise.all(
    (await parts.serversOf(person)).map(async ({ guild }) => ({ guild, name: await parts.guildName(guild) })),
  );
  const kept = (await tables.intake.kept(id)).length;
  const drawn = askServer({ servers, page: 0, kept }, 'en');
  try {
    const sent = await sendDm(parts, person, drawn, nonceOf(id, 'ask-server', at), attempt, at);
    return {
      record: (inside) => inside.intake.setPrompt({ ...prompt, channel: sent.channel, message: sent.id }),
    };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return { record: (inside) => inside.intake.clearPrompt(id) };
  }
}
