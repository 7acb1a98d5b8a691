import type { GuildId } from '../ids.ts';
import type { Person } from '../store.ts';
import { say } from '../tickets/notice.ts';
import { openThrough, type AtDoor } from './at-door.ts';
import type { DestinationParts } from './destination.ts';
import { nextStep, type Step, type Through } from './door.ts';
import { sendKept } from './send-kept.ts';

/** What is asked next of a member at a door, also where it could not be asked in time; null: nothing, or they are not at one any more. */
export async function questionFor(
  parts: Pick<DestinationParts, 'store' | 'settingsOf'>,
  person: Person,
): Promise<{ readonly guild: GuildId; readonly step: Exclude<Step, Through> } | null> {
  const door = await parts.store.tables.doors.get(person.id);
  if (door === null) return null;
  const step = nextStep(await parts.settingsOf(door.guild), door);
  return step.is === 'through' ? null : { guild: door.guild, step };
}

/**
 * The question cannot reach the member, who takes no messages: their ticket opens without an answer. Nobody has said that staff may know
 * who they are, so where they could have chosen, or have chosen otherwise before, staff do not learn it.
 */
export async function openUnasked(parts: DestinationParts, person: Person): Promise<void> {
  const { guild } = (await parts.store.tables.doors.get(person.id)) ?? {};
  if (guild === undefined) return;
  const at: AtDoor = { person, guild, settings: await parts.settingsOf(guild), now: parts.clock.now() };
  await parts.store.transaction(async (tables) => {
    const kept = await tables.intake.kept(person.id);
    const door = await tables.doors.get(person.id);
    if (door?.guild !== guild || kept.length === 0) return;
    const anonymous = at.settings.anonymousMembers !== 'off' || door.anonymous === true;
    const came = await openThrough(tables, at, {
      is: 'through',
      topic: null,
      answers: [],
      filledBy: null,
      anonymous,
    });
    if (came.is === 'too-soon') return;
    await sendKept(tables, { ...came, person, now: at.now });
    const notice = { text: 'notice.not-asked', with: {}, to: 'staff' } as const;
    await say(tables, came.ticket, notice, `not-asked:${came.ticket.id}`, at.now);
  });
}
