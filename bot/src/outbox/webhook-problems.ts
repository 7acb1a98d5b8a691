import type { WebhookPoolParts } from '../channels/webhooks.ts';
import type { Problem } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import type { Refused } from '../refusal.ts';
import type { Store } from '../store.ts';
import { webhookProblem } from '../tickets/forget-channel.ts';

/** Without a webhook the bot posts copies by itself; those who can mend it are shown why. */
export function webhookProblems(parts: {
  readonly store: Pick<Store, 'transaction'>;
  readonly clock: Clock;
}): Pick<WebhookPoolParts, 'onRefused' | 'onHad'> {
  const { store, clock } = parts;
  return {
    onRefused: ({ guild, channel }, refusal) =>
      store.transaction((tables) =>
        tables.problems.raise({ guild, key: webhookProblem(channel), since: clock.now(), ...said(channel, refusal) }),
      ),
    onHad: ({ guild, channel }) => store.transaction((tables) => tables.problems.solve(guild, webhookProblem(channel))),
  };
}

function said(where: string, { reason, message, code }: Refused): Pick<Problem, 'text' | 'with'> {
  switch (reason) {
    case 'too-many-webhooks':
      return { text: 'problem.webhooks', with: { where } };
    case 'no-permission':
    case 'no-access':
      return { text: 'problem.permission-wanted', with: { permissions: 'Manage Webhooks', where } };
    default:
      return { text: 'problem.refused', with: { what: 'webhooks', reason: message, code } };
  }
}
