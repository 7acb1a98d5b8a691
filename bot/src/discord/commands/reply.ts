import type { FormField } from '../../forms.ts';
import type { Interaction } from '../../incoming.ts';
import type { MessageId } from '../../ids.ts';
import { fromStaff } from '../../relay/from-staff.ts';
import { longestForm } from '../../render/limits.ts';
import { text } from '../../render/notices.ts';
import { undoAnswer } from '../../render/undo.ts';
import { emptyContent } from '../../tickets/notice.ts';
import type { AnswerParts, ButtonUse, Command, CommandUse, FormUse } from './command.ts';
import { described, inLocales } from './describe.ts';
import { inTicket } from './in-ticket.ts';

export const replyCommand: Command = {
  spec: () => ({
    type: 'chat',
    name: 'reply',
    ...described('command.reply'),
    options: [
      { name: 'text', ...described('command.reply.text'), type: 'text', required: true },
      { name: 'anonymous', ...described('command.reply.anonymous'), type: 'boolean' },
    ],
  }),
  run: {
    reply: async (parts, use) => {
      const { text: said, anonymous } = use.options;
      await answerMember(parts, use, { said: String(said ?? ''), anonymous: anonymous === true, replyTo: null });
    },
  },
};

/** In the menu of a message: answers exactly that one. */
export const replyToCommand: Command = {
  spec: () => ({ type: 'message', name: 'Reply', names: inLocales('command.reply-menu'), description: '' }),
  run: { Reply: (parts, use) => showReplyForm(parts, use, use.target?.id ?? null) },
};

export async function showReplyForm(
  parts: AnswerParts,
  use: CommandUse | ButtonUse,
  replyTo: MessageId | null,
  anonymous = false,
): Promise<void> {
  const found = await inTicket(parts, use);
  if (found === null) return;
  const id = anonymous ? 'ticket:reply-anonymously' : 'ticket:reply';
  await parts.discord.answerWithForm(use, {
    id: replyTo === null ? id : `${id}:${replyTo}`,
    title: text('form.reply.title', { number: found.ticket.number }, parts.language),
    fields: [textField(parts)],
  });
}

/** What is to be sent. */
export function textField({ language }: Pick<AnswerParts, 'language'>): FormField {
  return {
    id: 'text',
    label: text('form.reply.text', {}, language),
    placeholder: text('form.reply.placeholder', {}, language),
    long: true,
    required: true,
    longest: longestForm,
  };
}

export async function replyByForm(parts: AnswerParts, use: FormUse, anonymous = false): Promise<void> {
  const replyTo = use.form.split(':')[2];
  await answerMember(parts, use, {
    said: use.values['text'] ?? '',
    anonymous,
    replyTo: replyTo === undefined ? null : (replyTo as MessageId),
  });
}

/** A reply to the ticket's member. Whether it arrived is said once that is known (see outbox/report.ts). */
export async function answerMember(
  parts: AnswerParts,
  use: Interaction,
  {
    said,
    anonymous,
    replyTo,
  }: { readonly said: string; readonly anonymous: boolean; readonly replyTo: MessageId | null },
): Promise<void> {
  const found = await inTicket(parts, use);
  if (found === null) return;
  await parts.discord.answerLater(use, { private: true });
  const { ticket, settings, standing } = found;
  const outcome = await parts.inLane(ticket.person, () =>
    fromStaff(parts, ticket.id, settings, {
      source: `interaction:${use.id}`,
      by: use.by,
      standing,
      kind: 'reply',
      content: { ...emptyContent, text: said },
      anonymous,
      replyTo,
      at: parts.clock.now(),
      hasWaited: false,
      typed: null,
      answerTo: { id: use.id, bot: use.bot, token: use.token, locale: use.locale },
    }),
  );
  if (outcome.is === 'accepted' || outcome.is === 'seen') return;
  if (outcome.is === 'pending')
    return parts.discord.editAnswer(use, undoAnswer(outcome.entry, outcome.until, parts.language));
  const answers = {
    held: 'hint.held',
    undelivered: 'hint.not-held',
    closed: 'answer.already-closed',
    'not-staff': 'answer.not-allowed',
    'claimed-by-other': 'answer.not-allowed',
    empty: 'answer.nothing-to-send',
  } as const;
  await parts.discord.editAnswer(use, { text: text(answers[outcome.is], {}, parts.language) });
}
