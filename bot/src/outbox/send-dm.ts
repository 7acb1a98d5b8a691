import type { ChannelId, MessageId } from '../ids.ts';
import { Refused } from '../refusal.ts';
import type { Person } from '../store.ts';
import type { SendParts } from './parts.ts';
import { postOnce, type Spoken } from './post-once.ts';
import type { Attempt } from './sent.ts';

/** Sends to a member's DM, opening it when it is not known or was closed. `since`: nothing before it can be what was sent. */
export async function sendDm(
  parts: SendParts,
  person: Person,
  said: Spoken,
  nonce: string,
  attempt: Attempt,
  since: number,
): Promise<{ readonly channel: ChannelId; readonly id: MessageId }> {
  const channel = person.dm ?? (await openDm(parts, person));
  try {
    return { channel, id: await postOnce(parts, channel, said, nonce, since, attempt) };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason !== 'unknown-channel' || person.dm === null) throw error;
    const reopened = await openDm(parts, person);
    return { channel: reopened, id: await parts.discord.send(reopened, said.draw(said.locale), nonce) };
  }
}

async function openDm(parts: SendParts, person: Person): Promise<ChannelId> {
  const dm = await parts.discord.openDm(person.user);
  const { id: _, locale: __, ...who } = person;
  const now = parts.clock.now();
  await parts.store.transaction(async (tables) => {
    await tables.people.meet({ ...who, dm }, now);
    await tables.reading.begin(person.bot, dm, now);
  });
  return dm;
}
