import type { DrawnMessage } from '../discord.ts';
import type { Language } from '../language.ts';
import { forMember } from '../render/for-member.ts';
import type { Copy } from '../store.ts';
import type { Post } from './copy.ts';
import { sendToMember } from './member-place.ts';
import { nonceOf } from './nonce.ts';

/** Posts what a member is to read, part by part. */
export const postForMember: Post = async (parts, context, drawn, done, attempt, posted) => {
  const messages = forMember(context, drawn);
  const { entry } = drawn;
  const { ticket } = context;
  const person = await parts.store.tables.people.get(ticket.person);
  if (person === null) return null;
  let last: Copy | null = null;
  for (const [part, drawnNow] of messages.entries()) {
    if (done.has(part)) continue;
    if (last !== null) await posted(last);
    const draw = (locale: Language): DrawnMessage => forMember({ ...context, locale }, drawn)[part] ?? drawnNow;
    const message = { locale: context.locale, draw };
    const nonce = nonceOf(ticket.id, entry.id, 'member', part);
    const { channel, id } = await sendToMember(parts, { ticket, person }, { message, nonce, attempt, since: entry.at });
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
