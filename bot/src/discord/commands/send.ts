import type { Interaction } from '../../incoming.ts';
import type { GuildId, UserId } from '../../ids.ts';
import { lanes } from '../../outbox/delivery.ts';
import { text } from '../../render/notices.ts';
import type { AnswerParts, Command, CommandUse, FormUse } from './command.ts';
import { described } from './describe.ts';
import { answer } from './in-ticket.ts';
import { answerMember, textField } from './reply.ts';

/** In a ticket: a reply to its member. Elsewhere: a direct message to a member of the server, in the server's name. */
export const sendCommand: Command = {
  vocabulary: 'supportmail',
  spec: () => ({
    type: 'chat',
    name: 'send',
    ...described('command.send'),
    options: [
      { name: 'user', ...described('command.send.user'), type: 'user' },
      { name: 'message', ...described('command.send.message'), type: 'text' },
      { name: 'anonym-override', ...described('command.send.anonym-override'), type: 'boolean' },
    ],
  }),
  run: { send },
};

interface Wanted {
  /** Null: nobody was named. */
  readonly user: UserId | null;
  /** In tickets only; elsewhere nobody is named anyway. */
  readonly anonymous: boolean;
}

async function send(parts: AnswerParts, use: CommandUse): Promise<void> {
  const { user, message, 'anonym-override': anonymous } = use.options;
  const wanted: Wanted = { user: typeof user === 'string' ? (user as UserId) : null, anonymous: anonymous === true };
  if (typeof message === 'string') return sendText(parts, use, wanted, message);
  if ((await findAddressee(parts, use, wanted)) === null) return;
  await parts.discord.answerWithForm(use, {
    id: `send:${wanted.user ?? ''}:${wanted.anonymous ? 'anonymous' : ''}`,
    title: text('form.send.title', {}, parts.language),
    fields: [textField(parts)],
  });
}

export function sendByForm(parts: AnswerParts, use: FormUse): Promise<void> {
  const [, user = '', anonymous = ''] = use.form.split(':');
  const wanted: Wanted = { user: user === '' ? null : (user as UserId), anonymous: anonymous !== '' };
  return sendText(parts, use, wanted, use.values['text'] ?? '');
}

async function sendText(parts: AnswerParts, use: Interaction, wanted: Wanted, said: string): Promise<void> {
  const to = await findAddressee(parts, use, wanted);
  if (to === null) return;
  if (to.is === 'ticket') return answerMember(parts, use, { said, anonymous: wanted.anonymous, replyTo: null });
  await writeTo(parts, use, to, said);
}

type Addressee = { readonly is: 'ticket' } | { readonly is: 'user'; readonly guild: GuildId; readonly user: UserId };

/** Who is meant; where it cannot be sent to them, it says so and returns null. */
async function findAddressee(parts: AnswerParts, use: Interaction, { user }: Wanted): Promise<Addressee | null> {
  const { guild } = use;
  if (guild === null) return refuse('answer.not-in-dm');
  const who = { user: use.by.id, roles: use.roles, permissions: use.permissions };
  const standing = await parts.standing(guild, await parts.settingsOf(guild), who, 'staff');
  if (standing === 'none') return refuse('answer.not-allowed');
  const { tickets, people } = parts.store.tables;
  const ticket = await tickets.byChannel(use.bot, use.channel);
  if (ticket === null) return user === null ? refuse('answer.send-to-whom') : { is: 'user', guild, user };
  // Whoever tried all names would know an anonymous member by the one that is taken.
  const member = ticket.anonymous ? null : await people.get(ticket.person);
  return user === null || user === member?.user ? { is: 'ticket' } : refuse('answer.send-to-other');

  async function refuse(
    why: 'answer.not-in-dm' | 'answer.not-allowed' | 'answer.send-to-whom' | 'answer.send-to-other',
  ): Promise<null> {
    await answer(parts, use, why, {});
    return null;
  }
}

/** Whether it arrived is said once that is known (see outbox/dm.ts). */
async function writeTo(
  parts: AnswerParts,
  use: Interaction,
  { guild, user }: Extract<Addressee, { is: 'user' }>,
  said: string,
): Promise<void> {
  if (said.trim() === '') return answer(parts, use, 'answer.nothing-to-send', {});
  const member = await parts.discord.member(guild, user);
  if (member === null) return answer(parts, use, 'answer.no-such-member', {});
  if (member.account.bot) return answer(parts, use, 'answer.bots-are-never-members', {});
  await parts.discord.answerLater(use, { private: true });
  const { id: person } = await parts.meet(member.account);
  const now = parts.clock.now();
  const answerTo = { id: use.id, bot: use.bot, token: use.token, locale: use.locale };
  await parts.store.transaction((tables) =>
    tables.outbox.owe(lanes.person(person), { kind: 'dm', person, guild, said, answerTo, at: now }, now),
  );
}
