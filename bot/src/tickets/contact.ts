import type { GuildId, PersonId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Person, Tables, Ticket } from '../store.ts';
import { say } from './notice.ts';
import { openTicket } from './open.ts';
import { may } from './permissions.ts';
import type { Standing } from './standing.ts';

export interface ContactRequest {
  readonly guild: GuildId;
  readonly settings: Settings;
  /** The member. */
  readonly person: Person;
  readonly by: { readonly person: PersonId; readonly standing: Standing };
  /** Unique, like `interaction:123`. */
  readonly source: string;
  readonly now: number;
}

export type Contacted =
  { readonly is: 'opened' | 'open-already'; readonly ticket: Ticket } | { readonly is: 'not-staff' };

/** Staff open a ticket with a member, beside an anonymous one of theirs that they may have; the member's own cooldown does not hold them up. */
export async function contactMember(tables: Tables, request: ContactRequest): Promise<Contacted> {
  const { settings, by, source, now } = request;
  if (!may('reply', by, { claimedBy: null }, settings).ok) return { is: 'not-staff' };
  const limits = { ...settings.limits, openCooldown: 0 };
  const opened = await openTicket(tables, { ...request, settings: { ...settings, limits }, anonymous: false });
  if (opened.is === 'too-soon') throw new Error('there is no cooldown for staff');
  const { is, ticket } = opened;
  if (is === 'opened')
    await say(tables, ticket, { text: 'notice.contacted', with: { by: by.person }, to: 'staff' }, `${source}:by`, now);
  return { is, ticket };
}
