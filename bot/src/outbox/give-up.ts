import type { Clock } from '../clock.ts';
import type { GuildId } from '../ids.ts';
import type { Refused } from '../refusal.ts';
import type { Tables } from '../store.ts';
import type { Delivery } from './delivery.ts';

export interface GivingUp {
  /** A refusal that nobody expected here: it is final, so it becomes a problem that people can see. */
  giveUp(tables: Tables, delivery: Delivery, refusal: Refused): Promise<void>;
  /** Discord takes such a thing again: the problem is none any more. */
  accepted(tables: Pick<Tables, 'problems'>, delivery: Delivery): Promise<void>;
}

const prefix = 'refused:';

export function createGivingUp({ clock }: { readonly clock: Pick<Clock, 'now'> }): GivingUp {
  /** What was refused, and in which server, so that nothing is looked up for what goes well. Null until it was read. */
  let refused: Map<string, GuildId | null> | null = null;
  return {
    async giveUp(tables, delivery, refusal) {
      const ticket = 'ticket' in delivery ? await tables.tickets.get(delivery.ticket) : null;
      const guild = ticket?.guild ?? null;
      const key = keyOf(delivery);
      refused?.set(key, guild);
      await tables.problems.raise({
        guild,
        key,
        text: 'problem.refused',
        with: { what: delivery.kind, reason: refusal.message, code: refusal.code },
        since: clock.now(),
      });
    },
    async accepted({ problems }, delivery) {
      if (refused === null) {
        const all = (await problems.all()).filter(({ key }) => key.startsWith(prefix));
        refused = new Map(all.map(({ key, guild }) => [key, guild]));
      }
      const key = keyOf(delivery);
      const guild = refused.get(key);
      if (guild !== undefined) await problems.solve(guild, key);
    },
  };
}

function keyOf(delivery: Delivery): string {
  return `${prefix}${delivery.kind}:${'ticket' in delivery ? delivery.ticket : ''}`;
}
