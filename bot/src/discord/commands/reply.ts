import type { Interaction } from '../../incoming.ts';
import type { MessageId } from '../../ids.ts';
import { fromStaff } from '../../relay/from-staff.ts';
import { text } from '../../render/notices.ts';
import { emptyContent } from '../../tickets/notice.ts';
import type { AnswerParts, ButtonUse, Command, CommandUse, FormUse } from './command.ts';
import { answer, inTicket } from './in-ticket.ts';

/** Discord's limit for what people type into forms: https://docs.discord.com/developers/components/reference#text-input */
const longestForm = 4000;

export const replyCommand: Command = {
  spec: () => ({
    type: 'chat',
    name: 'reply',
    description: text('command.reply', {}),
    options: [
      { name: 'text', description: text('command.reply.text', {}), type: 'text', required: true },
      { name: 'anonymous', description: text('command.reply.anonymous', {}), type: 'boolean' },
    ],
  }),
  run: {
    reply: async (parts, use) => {
      const { text: said, anonymous } = use.options;
      await reply(parts, use, { said: String(said ?? ''), anonymous: anonymous === true, replyTo: null });
    },
  },
};

/** In the menu of a message: answers exactly that one. */
export const replyToCommand: Command = {
  spec: () => ({ type: 'message', name: 'Reply', description: '' }),
  run: { Reply: (parts, use) => showReplyForm(parts, use, use.target?.id ?? null) },
};

export async function showReplyForm(
  parts: AnswerParts,
  use: CommandUse | ButtonUse,
  replyTo: MessageId | null,
): Promise<void> {
  const found = await inTicket(parts, use);
  if (found === null) return;
  await parts.discord.answerWithForm(use, {
    id: replyTo === null ? 'ticket:reply' : `ticket:reply:${replyTo}`,
    title: text('form.reply.title', { number: found.ticket.number }),
    fields: [
      {
        id: 'text',
        label: text('form.reply.text', {}),
        placeholder: text('form.reply.placeholder', {}),
        long: true,
        required: true,
        longest: longestForm,
      },
    ],
  });
}

export async function replyByForm(parts: AnswerParts, use: FormUse): Promise<void> {
  const replyTo = use.form.split(':')[2];
  await reply(parts, use, {
    said: use.values['text'] ?? '',
    anonymous: false,
    replyTo: replyTo === undefined ? null : (replyTo as MessageId),
  });
}

async function reply(
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
    }),
  );
  const answers = {
    accepted: 'answer.sent',
    held: 'hint.held',
    undelivered: 'hint.not-held',
    seen: 'answer.sent',
    closed: 'answer.already-closed',
    'not-staff': 'answer.not-allowed',
    'claimed-by-other': 'answer.not-allowed',
    empty: 'answer.nothing-to-send',
  } as const;
  await answer(parts, use, answers[outcome.is], {});
}
