import type { Feedbacks } from '../closing.ts';
import type { TicketId } from '../ids.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

export function feedbackIn(session: Session): Feedbacks {
  return {
    async rate(ticket, stars, now) {
      return (await session.run(rate, { ticket, stars, now })) > 0;
    },
    async comment(ticket, comment, now) {
      return (await session.run(addComment, { ticket, comment, now })) > 0;
    },
    async of(ticket) {
      return await session.one(of, { ticket });
    },
  };
}

const rate = statement((db, $: { ticket: TicketId; stars: number; now: number }) =>
  db
    .insertInto('feedback')
    .values({ ticket: $.ticket, stars: $.stars, rated_at: $.now })
    .onConflict((conflict) => conflict.column('ticket').doNothing()),
);

const addComment = statement((db, $: { ticket: TicketId; comment: string; now: number }) =>
  db
    .updateTable('feedback')
    .set({ comment: $.comment, commented_at: $.now })
    .where('ticket', '=', $.ticket)
    .where('comment', 'is', null),
);

const of = statement((db, $: { ticket: TicketId }) =>
  db.selectFrom('feedback').select(['ticket', 'stars', 'comment', 'rated_at as at']).where('ticket', '=', $.ticket),
);
