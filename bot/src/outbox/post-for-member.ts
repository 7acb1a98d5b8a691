import { Refused } from '../refusal.ts';
import type { DrawnMessage } from '../discord.ts';
import type { ChannelId, MessageId } from '../ids.ts';
import { forMember } from '../render/for-member.ts';
import type { Copy, Person } from '../store.ts';
import type { Post } from './copy.ts';
import { nonceOf } from './nonce.ts';
import { postOnce } from './post-once.ts';
import type { SendParts } from './parts.ts';
import type { Attempt } from './sent.ts';

/** Posts what a member is to read in their DM, part by part. */
export const postForMember: Post = async (parts, context, drawn, done, attempt, posted) => {
  const messages = forMember(context, drawn);
  const { entry } = drawn;
  const { ticket } = context;
  const person = await parts.store.tables.people.get(ticket.person);
  if (person === null) return null;
  let last: Copy | null = null;
  for (const [part, message] of messages.entries()) {
    if (done.has(part)) continue;
    if (last !== null) await posted(last);
    const { channel, id } = await sendDm(
      parts,
      person,
      message,
      nonceOf(ticket.id, entry.id, 'member', part),
      attempt,
      entry.at,
    );
    last = {
      entry: entry.id,
      bot: ticket.bot,
      side: 'member',
      channel,
      message: id,
      part,
      original: false,
      webhook: null,
    };
  }
  return last;
};

/** Sends to a member's DM, opening it when it is not known or was closed. `since`: nothing before it can be what was sent. */
export async function sendDm(
  parts: SendParts,
  person: Person,
  message: DrawnMessage,
  nonce: string,
  attempt: Attempt,
  since: number,
): Promise<{ readonly channel: ChannelId; readonly id: MessageId }> {
  const channel = person.dm ?? (await openDm(parts, person));
  try {
    return { channel, id: await postOnce(parts, channel, message, nonce, since, attempt) };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason !== 'unknown-channel' || person.dm === null) throw error;
    const reopened = await openDm(parts, person);
    return { channel: reopened, id: await parts.discord.send(reopened, message, nonce) };
  }
}

async function openDm(parts: SendParts, person: Person): Promise<ChannelId> {
  const dm = await parts.discord.openDm(person.user);
  const { id: _, ...who } = person;
  const now = parts.clock.now();
  await parts.store.transaction(async (tables) => {
    await tables.people.meet({ ...who, dm }, now);
    await tables.reading.begin(person.bot, dm, now);
  });
  return dm;
}
