import type { FilledForm } from '../door.ts';
import type { ChannelId, GuildId, MessageId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import { hideInAnswers } from '../relay/hide-member.ts';
import { recordForm } from '../relay/record-form.ts';
import type { Settings } from '../settings/schema.ts';
import type { Person, Tables, Ticket } from '../store.ts';
import { giveAlias } from '../tickets/alias.ts';
import { cooldownEnd, openTicket } from '../tickets/open.ts';
import { inTopic, remembered } from '../tickets/topic.ts';
import { nextStep, nothingKnown, type Known, type Through } from './door.ts';

/** For so long a question to a member can be answered. */
export const promptLasts = 15 * 60_000;

export interface AtDoor {
  readonly person: Person;
  readonly guild: GuildId;
  readonly settings: Settings;
  readonly now: number;
}

/**
 * How far the member has come at the door of this server. `isNew`: they have not begun, or too long ago; what they entered then waits in
 * the form.
 */
export async function knownAt(
  { doors }: Pick<Tables, 'doors'>,
  { person, guild, now }: Omit<AtDoor, 'settings'>,
): Promise<{ readonly known: Known; readonly isNew: boolean }> {
  const door = await doors.get(person.id);
  if (door === null || door.guild !== guild)
    return { known: { ...nothingKnown, form: unfinished(await doors.setAside(person.id, guild)) }, isNew: true };
  if (door.until > now) return { known: door, isNew: false };
  return { known: { ...nothingKnown, form: unfinished(door.form) }, isNew: true };
}

export function unfinished(form: FilledForm | null): FilledForm | null {
  return form && { ...form, complete: false };
}

export type CameIn =
  | { readonly is: 'in'; readonly ticket: Ticket; readonly settings: Settings }
  /** `until`: epoch milliseconds. */
  | { readonly is: 'too-soon'; readonly until: number }
  /** `isNew`: they have not been asked yet. */
  | { readonly is: 'asked'; readonly isNew: boolean };

/** A member writes to a server in which they have no ticket: it opens, or something has to be asked first. */
export async function comeIn(tables: Tables, at: AtDoor): Promise<CameIn> {
  const { person, guild, settings, now } = at;
  const { known, isNew } = await knownAt(tables, at);
  const step = nextStep(settings, known);
  if (step.is === 'through') return openThrough(tables, at, step);
  const until = await cooldownEnd(tables, at);
  if (until > now) return { is: 'too-soon', until };
  if (isNew) await tables.doors.put({ ...known, person: person.id, guild, until: now + promptLasts });
  return { is: 'asked', isNew };
}

/** Opens the ticket with what was said at the door. */
export async function openThrough(
  tables: Tables,
  { person, guild, settings: ofServer, now }: AtDoor,
  { topic, answers, filledBy, anonymous }: Through,
): Promise<Exclude<CameIn, { is: 'asked' }>> {
  const settings = inTopic(ofServer, topic);
  const until = await cooldownEnd(tables, { person, guild, settings });
  if (until > now) return { is: 'too-soon', until };
  const shown = anonymous ? hideInAnswers(answers, person, await giveAlias(tables, guild, person.id)) : answers;
  const what = { topic: topic && remembered(topic), answers: shown };
  const opened = await openTicket(tables, { person, guild, settings, now, anonymous, ...what });
  if (opened.is === 'too-soon') return opened;
  const { ticket } = opened;
  if (opened.is === 'opened' && filledBy !== null)
    await recordForm(tables, { ticket, settings, person, answers, by: filledBy, onCard: true, now });
  await tables.doors.remove(person.id, guild);
  return { is: 'in', ticket, settings };
}

/** A question stands in the member's DM; where nobody answers it, it says so. */
export async function standQuestion(
  tables: Pick<Tables, 'intake' | 'outbox'>,
  person: Person,
  where: { readonly channel: ChannelId; readonly message: MessageId | null },
  now: number,
): Promise<void> {
  const expiresAt = now + promptLasts;
  await tables.intake.setPrompt({ person: person.id, ...where, expiresAt });
  const expire = { kind: 'expire-question', person: person.id, at: expiresAt } as const;
  await tables.outbox.owe(lanes.question(person.id), expire, now);
}

/** Asks in the DM what is next at the door, unless that stands there. */
export async function askAtDoor(
  tables: Pick<Tables, 'intake' | 'outbox'>,
  person: Person,
  channel: ChannelId,
  isNew: boolean,
  now: number,
): Promise<void> {
  const prompt = await tables.intake.prompt(person.id);
  if (!isNew && prompt !== null && prompt.expiresAt > now) return;
  await standQuestion(tables, person, { channel, message: null }, now);
  const ask = { kind: 'ask-door', person: person.id, at: now } as const;
  await tables.outbox.owe(lanes.person(person.id), ask, now);
}
