import type { IncomingMessage } from '../incoming.ts';
import type { GuildId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Person, Tables } from '../store.ts';

/** The same explanation is not repeated for so long. */
const quietFor = 10 * 60_000;

export type Refusal =
  { readonly is: 'nowhere' } | { readonly is: 'too-soon'; readonly until: number; readonly guild: GuildId };

/** Tells a member in one line why their message went nowhere; nothing of it is left half-made. */
export async function refuseMember(
  tables: Tables,
  person: Person,
  message: IncomingMessage,
  refusal: Refusal,
  now: number,
): Promise<void> {
  if (refusal.is === 'too-soon')
    await tables.outbox.owe(
      lanes.marks(message.channel),
      { kind: 'mark', channel: message.channel, message: message.id, emoji: '⏱️' },
      now,
    );
  if (!(await tables.intake.mayTell(person.id, refusal.is, now, now + quietFor))) return;
  await tables.outbox.owe(
    lanes.person(person.id),
    refusal.is === 'too-soon'
      ? {
          kind: 'tell',
          person: person.id,
          guild: refusal.guild,
          text: 'member.cooldown',
          with: { at: refusal.until },
          at: now,
        }
      : { kind: 'tell', person: person.id, guild: null, text: 'member.no-server', with: {}, at: now },
    now,
  );
}
