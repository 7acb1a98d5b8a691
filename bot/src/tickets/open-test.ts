import type { Tables } from '../store.ts';
import { say } from './notice.ts';
import { openTicket, type Opened, type Wanted } from './open.ts';

/** A ticket that shows whether everything works, marked as such. No cooldown holds it up. */
export async function openTestTicket(
  tables: Tables,
  wanted: Omit<Wanted, 'anonymous'> & { readonly source: string },
): Promise<Opened> {
  const limits = { ...wanted.settings.limits, openCooldown: 0 };
  const opened = await openTicket(tables, { ...wanted, settings: { ...wanted.settings, limits }, anonymous: false });
  if (opened.is !== 'opened') return opened;
  const notice = { text: 'notice.test-ticket', with: {}, to: 'both' } as const;
  await say(tables, opened.ticket, notice, `test:${wanted.source}`, wanted.now);
  return opened;
}
