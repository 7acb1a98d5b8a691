import type { TicketId } from '../../ids.ts';
import { languageFor } from '../../outbox/language.ts';
import { text } from '../../render/notices.ts';
import { commentOnTicket, rateTicket, type FeedbackGiven } from '../../tickets/feedback.ts';
import type { AnswerParts, ButtonUse, FormUse } from '../commands/command.ts';
import { answer } from '../commands/in-ticket.ts';

/** As much as a field in an embed holds, with the stars above it. */
const longestWords = 1000;

async function giveStars(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const [, , id = '', chosen = ''] = use.button.split(':');
  const stars = Number(chosen);
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) return answer(parts, use, 'answer.late', {});
  const person = await parts.meet(use.by);
  const given = { ticket: id as TicketId, person: person.id, stars, now: parts.clock.now() };
  const outcome = await parts.inLane(person.id, () => parts.store.transaction((tables) => rateTicket(tables, given)));
  await answerGiven(parts, use, outcome);
}

async function showWordsForm(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const id = use.button.split(':')[2] as TicketId;
  const ticket = await parts.store.tables.tickets.get(id);
  const given = await parts.store.tables.feedback.of(id);
  if (ticket?.state !== 'closed' && ticket?.state !== 'closing') return answer(parts, use, 'feedback.open-again', {});
  if (given === null || given.comment !== null) return answer(parts, use, 'feedback.late', {});
  await parts.discord.answerWithForm(use, {
    id: `feedback:words:${id}`,
    title: text('feedback.form', {}, parts.language),
    fields: [
      {
        id: 'words',
        label: text('feedback.form.words', {}, parts.language),
        long: true,
        required: true,
        longest: longestWords,
      },
    ],
  });
}

async function addWords(parts: AnswerParts, use: FormUse): Promise<void> {
  const ticket = use.form.split(':')[2] as TicketId;
  const person = await parts.meet(use.by);
  const given = { ticket, person: person.id, comment: use.values['words'] ?? '', now: parts.clock.now() };
  const outcome = await parts.inLane(person.id, () =>
    parts.store.transaction((tables) => commentOnTicket(tables, given)),
  );
  await answerGiven(parts, use, outcome);
}

/** Thanks stand in the message that asked, which the outbox draws anew. */
async function answerGiven(parts: AnswerParts, use: ButtonUse | FormUse, { is }: FeedbackGiven): Promise<void> {
  if (is === 'thanks') return parts.discord.answerByEditLater(use);
  const answers = { late: 'feedback.late', 'open-again': 'feedback.open-again', 'not-yours': 'answer.late' } as const;
  await answer(parts, use, answers[is], {});
}

/** In the language of the message that asked: where a member's own has no texts, their ticket's server counts. */
function asAsked<Use extends ButtonUse | FormUse>(
  work: (parts: AnswerParts, use: Use) => Promise<void>,
): (parts: AnswerParts, use: Use) => Promise<void> {
  return async (parts, use) => {
    const id = (use.kind === 'button' ? use.button : use.form).split(':')[2] as TicketId;
    const ticket = await parts.store.tables.tickets.get(id);
    const language = ticket === null ? parts.language : await languageFor(parts, use, [ticket.guild]);
    await work({ ...parts, language }, use);
  };
}

export const feedbackButtons = { 'feedback:stars': asAsked(giveStars), 'feedback:words': asAsked(showWordsForm) };
export const feedbackForms = { 'feedback:words': asAsked(addWords) };
