import type { LinkHash, PersonId, TicketId } from '../ids.ts';
import type { ShareLinks } from '../links.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

export function shareLinksIn(session: Session): ShareLinks {
  return {
    async put(link) {
      await session.run(put, { ...link });
    },
    async find(hash, now) {
      return await session.one(find, { hash, now });
    },
    async noteOpened(source, now) {
      await session.run(countOpening, { source, now });
      await session.run(keepOpening, { source, now });
    },
    async opened(ticket) {
      const found = await session.one(opened, { ticket });
      return { times: found?.times ?? 0, lastAt: found?.lastAt ?? null };
    },
    async revoke(ticket, now) {
      return await session.run(revoke, { ticket, now });
    },
  };
}

type Put = {
  readonly source: string;
  readonly ticket: TicketId;
  readonly hash: LinkHash;
  readonly madeBy: PersonId | null;
  readonly madeAt: number;
  readonly expiresAt: number;
};

const put = statement((db, $: Put) =>
  db
    .insertInto('share_links')
    .values({
      source: $.source,
      ticket: $.ticket,
      hash: $.hash,
      made_by: $.madeBy,
      made_at: $.madeAt,
      expires_at: $.expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing()),
);

const find = statement((db, $: { hash: LinkHash; now: number }) =>
  db
    .selectFrom('share_links')
    .select(['source', 'ticket'])
    .where('hash', '=', $.hash)
    .where('expires_at', '>', $.now)
    .where('revoked_at', 'is', null),
);

const countOpening = statement((db, $: { source: string; now: number }) =>
  db
    .updateTable('share_links')
    .set((row) => ({ opened: row('opened', '+', 1), last_opened_at: $.now }))
    .where('source', '=', $.source),
);

const keepOpening = statement((db, $: { source: string; now: number }) =>
  db.insertInto('link_openings').values({ link: $.source, at: $.now }),
);

const opened = statement((db, $: { ticket: TicketId }) =>
  db
    .selectFrom('share_links')
    .select((row) => [row.fn.sum<number>('opened').as('times'), row.fn.max('last_opened_at').as('lastAt')])
    .where('ticket', '=', $.ticket),
);

const revoke = statement((db, $: { ticket: TicketId; now: number }) =>
  db
    .updateTable('share_links')
    .set({ revoked_at: $.now })
    .where('ticket', '=', $.ticket)
    .where('expires_at', '>', $.now)
    .where('revoked_at', 'is', null),
);
