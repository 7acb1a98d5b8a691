import type { FilledForm } from '../door.ts';
import type { ChannelId, GuildId, InteractionId, MessageId } from '../ids.ts';
import { recordForm } from '../relay/record-form.ts';
import type { Person, Tables, Ticket } from '../store.ts';
import { cooldownEnd } from '../tickets/open.ts';
import { settingsOfTicket } from '../tickets/topic.ts';
import { admit } from './admit.ts';
import { knownAt, openThrough, promptLasts, standQuestion, unfinished, type AtDoor } from './at-door.ts';
import { choiceHolds, type DestinationParts } from './destination.ts';
import { nextStep, nothingKnown, type Known, type Step, type Through } from './door.ts';
import type { GuildNames } from './guild-names.ts';
import { isMemberNow } from './memberships.ts';
import { readAnswers, type Entered, type WrongAnswer } from './read-answers.ts';
import type { Refusal } from './refuse.ts';
import { sendKept } from './send-kept.ts';
import { blockedBy, isBlockedIn, type Server } from './servers.ts';

/** So many servers of one name are looked in. */
const mostOfOneName = 5;

export type Chosen =
  /** It stands before staff. `byForm`: at least what was entered in a form. */
  | { readonly is: 'sent'; readonly ticket: Ticket; readonly byForm: boolean }
  /** What the member writes next goes there. */
  | { readonly is: 'write-now' }
  /** Something has to be asked before. */
  | {
      readonly is: 'asked';
      readonly step: Exclude<Step, Through>;
      /** Why they are asked again. */
      readonly again: AskedAgain | null;
      /** How many messages wait for the answer. */
      readonly kept: number;
    }
  /** The conversation is open; nothing is asked any more. */
  | { readonly is: 'open-already' }
  /** There is no such server, or the member is not in it. */
  | { readonly is: 'not-possible' }
  /** They take no direct messages; nothing is opened. */
  | { readonly is: 'unreachable' }
  | { readonly is: 'refused'; readonly why: Refusal };

export type AskedAgain =
  { readonly is: 'topic-gone' | 'expired' } | { readonly is: 'answers'; readonly wrong: readonly WrongAnswer[] };

/** What the member says by a click, a command or a form. */
export interface Said {
  /** They come in anew: what they said before does not count. */
  readonly anew?: boolean;
  /** A topic's id. */
  readonly topic?: string;
  /** In the form of that topic. */
  readonly entered?: Entered;
  readonly anonymous?: boolean;
  /** Which of two conversations in one server. */
  readonly conversation?: 'anonymous' | 'named';
}

export interface Asking {
  readonly by: InteractionId;
  /** The message in their DM on which they answered. */
  readonly prompt: { readonly channel: ChannelId; readonly message: MessageId } | null;
  /** For those who are not in their DM: finds out whether they can be written to, before anything is opened. */
  readonly reach?: (outcome: 'sent' | 'write-now' | 'form-sent') => Promise<boolean>;
}

/**
 * A member said which server their messages are for, or answered what is asked at its door. It is checked again, since servers,
 * memberships and topics change while a menu stands there. Once nothing is left to ask, everything kept goes into the ticket, and so does
 * a form; where there is neither, nothing is opened until they write.
 */
export async function atDoor(
  parts: DestinationParts,
  person: Person,
  guild: GuildId,
  said: Said,
  asking: Asking,
): Promise<Chosen> {
  const { store, clock } = parts;
  const outside = { person, guild, settings: await parts.settingsOf(guild), now: clock.now() };
  // Whatever comes of it: a form that is sent is closed, and nobody types its answers again.
  if (said.entered !== undefined) await keepEntered(store, outside, said, asking.by);
  const entry = await mayEnter(parts, outside, said, asking.by);
  if (entry.is !== 'open') return entry;
  const at = { person, ...entry.server, now: clock.now() };
  if (asking.reach !== undefined) {
    const outlook = await lookAhead(store.tables, at, said, asking);
    if (outlook !== null && !(await asking.reach(outlook))) {
      await keepEntered(store, at, said, asking.by);
      return { is: 'unreachable' };
    }
  }
  return store.transaction((tables) => goOn(tables, at, said, asking));
}

/** What was entered in a form waits in it for the next try. */
async function keepEntered(
  store: Pick<DestinationParts['store'], 'transaction'>,
  at: AtDoor,
  said: Said,
  by: InteractionId,
): Promise<void> {
  const { person, guild, now } = at;
  await store.transaction(async (tables) => {
    const { known: before } = await knownAt(tables, at);
    const { form } = (await learn(tables, at, said, by)).known;
    await tables.doors.put({ ...before, form: unfinished(form), person: person.id, guild, until: now + promptLasts });
  });
}

/** What will come of it; null: a question. */
async function lookAhead(
  tables: Tables,
  at: AtDoor,
  said: Said,
  { by }: Asking,
): Promise<'sent' | 'write-now' | 'form-sent' | null> {
  const waits = (await tables.intake.kept(at.person.id)).length > 0;
  const { known } = await learn(tables, at, said, by);
  if ((await talkingIn(tables, at, said, waits)) !== undefined)
    return sentForm(known, said) === null ? (waits ? 'sent' : 'write-now') : 'form-sent';
  const step = nextStep(at.settings, known);
  if (step.is !== 'through') return null;
  if (step.filledBy !== null) return 'form-sent';
  return waits ? 'sent' : 'write-now';
}

async function goOn(tables: Tables, at: AtDoor, said: Said, asking: Asking): Promise<Chosen> {
  const { person, guild, settings, now } = at;
  const kept = (await tables.intake.kept(person.id)).length;
  const talking = await talkingIn(tables, at, said, kept > 0);
  // What was meant for an anonymous conversation that is over waits until they say what becomes of it.
  if (talking === undefined && said.conversation === 'anonymous' && settings.anonymousMembers === 'off')
    return { is: 'not-possible' };
  const { known, again } = await learn(tables, at, said, asking.by);
  if (talking !== undefined) return goOnTalking(tables, at, talking, kept > 0, { said, by: asking.by, known });
  const step = nextStep(settings, known);
  const door = { ...known, person: person.id, guild };
  if (step.is !== 'through') {
    await tables.doors.put({ ...door, until: now + promptLasts });
    if (asking.prompt !== null) await standQuestion(tables, person, asking.prompt, now);
    if (kept === 0)
      await tables.intake.setLastServer(person.id, { guild, since: asking.by, chosen: true, anonymous: false });
    return { is: 'asked', step, again: step.is === 'topic' ? again : null, kept };
  }
  if (kept > 0 || step.filledBy !== null) {
    const came = await openThrough(tables, at, step);
    if (came.is === 'too-soon') return { is: 'refused', why: { ...came, guild } };
    await sendKept(tables, { ...came, person, now });
    const { anonymous } = came.ticket;
    await tables.intake.setLastServer(person.id, { guild, since: asking.by, chosen: false, anonymous });
    return { is: 'sent', ticket: came.ticket, byForm: step.filledBy !== null };
  }
  await tables.doors.put({ ...door, until: now + choiceHolds });
  await tables.intake.clearPrompt(person.id);
  const { anonymous } = step;
  await tables.intake.setLastServer(person.id, { guild, since: asking.by, chosen: true, anonymous });
  return { is: 'write-now' };
}

/** There is a conversation in that server: nothing is asked, and a form that was sent goes there. */
async function goOnTalking(
  tables: Tables,
  { person, guild, settings, now }: AtDoor,
  ticket: Ticket,
  waits: boolean,
  { said, by, known }: { readonly said: Said; readonly by: InteractionId; readonly known: Known },
): Promise<Chosen> {
  await tables.doors.remove(person.id, guild);
  const form = sentForm(known, said);
  const { anonymous } = ticket;
  const to = { ticket, settings: settingsOfTicket(settings, ticket), person, now };
  await tables.intake.setLastServer(person.id, { guild, since: by, chosen: !waits && form === null, anonymous });
  if (form !== null) await recordForm(tables, { ...to, answers: form.answers, by: form.by, onCard: false });
  if (!waits && form === null) return { is: said.anew === true ? 'write-now' : 'open-already' };
  await sendKept(tables, to);
  return { is: 'sent', ticket, byForm: form !== null };
}

/** A form that the member has sent, and not only begun. */
function sentForm({ form }: Known, { entered }: Said): FilledForm | null {
  return entered !== undefined || form?.complete === true ? form : null;
}

/**
 * The conversation that is meant. Where there are two and it is not said which, it is the one used last, else the anonymous one; what
 * waits where one may be anonymous goes into a conversation under the member's name only if they say so.
 */
export async function talkingIn(
  { tickets, intake }: Pick<Tables, 'tickets' | 'intake'>,
  { person, guild, settings }: AtDoor,
  { conversation, anonymous, entered }: Said,
  keeps: boolean,
): Promise<Ticket | undefined> {
  const open = (await tickets.openOf(person.id)).filter((ticket) => ticket.guild === guild);
  const hidden = open.find((ticket) => ticket.anonymous);
  const named = open.find((ticket) => !ticket.anonymous);
  const waits = keeps || entered !== undefined;
  if (conversation !== undefined) return conversation === 'anonymous' ? hidden : named;
  if (anonymous !== undefined) return anonymous ? hidden : named;
  if (hidden === undefined) return waits && settings.anonymousMembers !== 'off' ? undefined : named;
  const last = named && (await intake.lastServer(person.id));
  return last?.guild === guild && !last.anonymous && !waits ? named : hidden;
}

/** What is known once this was said too. */
async function learn(
  tables: Pick<Tables, 'doors'>,
  at: AtDoor,
  { anew, topic: id, entered, anonymous }: Said,
  by: InteractionId,
): Promise<{ readonly known: Known; readonly again: AskedAgain | null }> {
  const { known: stored, isNew } = await knownAt(tables, at);
  const before: Known = anew === true ? { ...nothingKnown, form: unfinished(stored.form) } : stored;
  if (anonymous !== undefined) return { known: { ...before, anonymous }, again: isNew ? { is: 'expired' } : null };
  if (id === undefined) return { known: before, again: null };
  const topic = at.settings.topics.find((one) => one.id === id);
  if (topic === undefined) return { known: { ...before, topic: null, form: null }, again: { is: 'topic-gone' } };
  if (entered === undefined) return { known: { ...before, topic: id }, again: null };
  const { answers, wrong } = readAnswers(topic, entered);
  const form: FilledForm = { topic: id, by, complete: wrong.length === 0, answers };
  return { known: { ...before, topic: id, form }, again: wrong.length === 0 ? null : { is: 'answers', wrong } };
}

/** The same for a server that the member named. Whether it does not exist or is not shared, or blocks in silence, cannot be told apart. */
export async function chooseByName(
  parts: DestinationParts & { readonly called: GuildNames['called'] },
  person: Person,
  name: string,
  asking: Asking,
): Promise<Chosen & { readonly guild?: GuildId }> {
  const enabled = (await parts.enabled()).map(({ guild }) => guild);
  for (const guild of (await parts.called(name, enabled)).slice(0, mostOfOneName)) {
    const chosen = await atDoor(parts, person, guild, { anew: true }, asking);
    const isHidden = chosen.is === 'refused' && chosen.why.is === 'blocked-silently';
    if (chosen.is !== 'not-possible' && !isHidden) return { ...chosen, guild };
  }
  return { is: 'not-possible' };
}

type Entering = Extract<Chosen, { is: 'not-possible' | 'refused' }> | { readonly is: 'open'; readonly server: Server };

/** An open ticket goes on whatever has changed; for a new one the member is looked at as Discord knows them now. */
async function mayEnter(parts: DestinationParts, at: AtDoor, said: Said, by: InteractionId): Promise<Entering> {
  const { tables } = parts.store;
  const { person, guild, settings, now } = at;
  const talking = (await tables.tickets.openOf(person.id)).some((ticket) => ticket.guild === guild);
  if (talking && !(await opensAnother(tables, at, said, by))) return { is: 'open', server: { guild, settings } };
  const server = (await parts.enabled()).find((one) => one.guild === guild);
  if (server === undefined || !(await isMemberNow(parts, person, guild))) return { is: 'not-possible' };
  if (await isBlockedIn(parts, person, guild)) return { is: 'refused', why: blockedBy([server]) };
  const why = await admit({ discord: parts.discord, now }, person, server);
  if (why !== null) return { is: 'refused', why };
  const until = await cooldownEnd(tables, { person, ...server });
  return until > now ? { is: 'refused', why: { is: 'too-soon', until, guild } } : { is: 'open', server };
}

/** An anonymous ticket beside the one that is open. */
async function opensAnother(tables: Tables, at: AtDoor, said: Said, by: InteractionId): Promise<boolean> {
  const waits = (await tables.intake.kept(at.person.id)).length > 0;
  if ((await talkingIn(tables, at, said, waits)) !== undefined) return false;
  return nextStep(at.settings, (await learn(tables, at, said, by)).known).is === 'through';
}
