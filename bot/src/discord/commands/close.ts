import type { CommandOption } from '../../discord.ts';
import type { FormField } from '../../forms.ts';
import type { Interaction } from '../../incoming.ts';
import { text } from '../../render/notices.ts';
import { closeTicket, type CloseRequest } from '../../tickets/close.ts';
import { may } from '../../tickets/permissions.ts';
import type { AnswerParts, ButtonUse, Command, CommandUse, FormUse } from './command.ts';
import { described } from './describe.ts';
import { answer, inTicket } from './in-ticket.ts';

export const closeOptions = (): readonly CommandOption[] => [
  { name: 'comment', ...described('command.close.comment'), type: 'text' },
  { name: 'share-comment', ...described('command.close.share-comment'), type: 'boolean' },
  { name: 'notify', ...described('command.close.notify'), type: 'boolean' },
];

export const closeCommand: Command = {
  vocabulary: 'supportmail',
  spec: () => ({ type: 'chat', name: 'close', ...described('command.close'), options: closeOptions() }),
  run: { close: runClose },
};

export async function runClose(parts: AnswerParts, use: CommandUse): Promise<void> {
  const { comment = use.options['reason'], notify } = use.options;
  await close(parts, use, {
    comment: typeof comment === 'string' ? comment : null,
    shareComment: use.options['share-comment'] !== false,
    notify: typeof notify === 'boolean' ? notify : null,
  });
}

/** The Close button asks for a comment first; a form has to be the first answer. */
export async function showCloseForm(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const found = await inTicket(parts, use);
  if (found === null) return;
  if (found.ticket.state === 'closing' || found.ticket.state === 'closed')
    return answer(parts, use, 'answer.already-closed', {});
  await parts.discord.answerWithForm(use, {
    id: 'ticket:close',
    title: text('form.close.title', { number: found.ticket.number }, parts.language),
    fields: [
      commentField(parts),
      {
        id: 'notify',
        label: text('form.close.notify', {}, parts.language),
        choices: [
          { value: 'default', label: text('form.close.notify-default', {}, parts.language), selected: true },
          { value: 'yes', label: text('form.close.notify-yes', {}, parts.language) },
          { value: 'no', label: text('form.close.notify-no', {}, parts.language) },
        ],
      },
      {
        id: 'share',
        label: text('form.close.share', {}, parts.language),
        choices: [
          { value: 'yes', label: text('form.close.share-yes', {}, parts.language), selected: true },
          { value: 'no', label: text('form.close.share-no', {}, parts.language) },
        ],
      },
    ],
  });
}

function commentField({ language }: Pick<AnswerParts, 'language'>): FormField {
  return {
    id: 'comment',
    label: text('form.close.comment', {}, language),
    long: true,
    required: false,
    placeholder: text('form.close.comment-placeholder', {}, language),
    longest: 1000,
  };
}

export async function closeByForm(parts: AnswerParts, use: FormUse): Promise<void> {
  const { comment, notify, share } = use.values;
  await close(parts, use, {
    comment: comment === undefined || comment.trim() === '' ? null : comment,
    shareComment: share !== 'no',
    notify: notify === 'yes' ? true : notify === 'no' ? false : null,
  });
}

async function close(
  parts: AnswerParts,
  use: Interaction,
  wanted: Pick<CloseRequest, 'comment' | 'shareComment' | 'notify'>,
): Promise<void> {
  const found = await inTicket(parts, use);
  if (found === null) return;
  const { ticket, settings, person, standing } = found;
  if (!may('close', { person: person.id, standing }, ticket, settings).ok)
    return answer(parts, use, 'answer.not-allowed', {});
  const outcome = await parts.inLane(ticket.person, () =>
    parts.store.transaction((tables) =>
      closeTicket(tables, ticket, { ...wanted, by: person.id, cause: 'manual' }, settings, parts.clock.now()),
    ),
  );
  await answer(parts, use, outcome.is === 'closing' ? 'answer.closed' : 'answer.already-closed', {});
}
