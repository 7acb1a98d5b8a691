import type { Language } from '../language.ts';
import type { DrawnMessage } from '../discord.ts';
import type { UserId } from '../ids.ts';
import type { DrawContext } from './drawable.ts';
import { seenByMember, serverInText } from './names.ts';
import { text } from './notices.ts';

/** What a notice to staff has as its value `offer` where a button offers a private thread with the member. */
export const offersThread = 'thread';

/** The button below such a notice. */
export function threadButton(locale: Language): NonNullable<DrawnMessage['rows']>[number] {
  return [{ id: 'ticket:thread', label: text('button.member-thread', {}, locale), style: 'secondary' }];
}

/** Says nothing of who the member is: others may see the list of threads. */
export function threadName({ ticket, locale }: Pick<DrawContext, 'ticket' | 'locale'>): string {
  return text('thread.name', { number: ticket.number }, locale);
}

/** The first message of a private thread: its mention is what adds the member. */
export function threadOpening(context: DrawContext, bot: UserId): DrawnMessage {
  const { locale } = context;
  const { user } = seenByMember(context.member, context, { anonymous: true, topRole: null });
  if (user === null) throw new Error('whom staff may not know is not mentioned in their server');
  const said = text('member.thread', { member: `<@${user}>`, server: serverInText(context) }, locale);
  const how = context.readsContent === false ? `\n${text('member.thread-how', { bot: `<@${bot}>` }, locale)}` : '';
  return { text: said + how, pings: { roles: [], users: [user] }, noPreviews: true };
}
