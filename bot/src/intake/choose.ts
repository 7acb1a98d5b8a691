import type { Door, FilledForm } from '../door.ts';
import type { ChannelId, GuildId, InteractionId, MessageId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Topic } from '../settings/topics.ts';
import type { Person, Tables, Ticket } from '../store.ts';
import { cooldownEnd } from '../tickets/open.ts';
import { settingsOfTicket } from '../tickets/topic.ts';
import { admit, isPaused } from './admit.ts';
import { openThrough, promptLasts, standQuestion, standsAt, type AtDoor } from './at-door.ts';
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
  const entry = await mayEnter(parts, person, guild);
  if (entry.is !== 'open') return entry;
  const at = { person, ...entry.server, now: parts.clock.now() };
  if (asking.reach !== undefined) {
    const outlook = await lookAhead(parts.store.tables, at, said, asking);
    if (outlook !== null && !(await asking.reach(outlook))) return keepEntered(parts.store, at, said, asking.by);
  }
  return parts.store.transaction((tables) => goOn(tables, at, said, asking));
}

/** Nothing is opened, but what was entered in a form waits in it for the next try. */
async function keepEntered(
  store: Pick<DestinationParts['store'], 'transaction'>,
  at: AtDoor,
  said: Said,
  by: InteractionId,
): Promise<Chosen> {
  const { person, guild, settings, now } = at;
  await store.transaction(async (tables) => {
    const { form } = learn(settings, await standsAt(tables, at), said, by).known;
    const known = { ...nothingKnown, form: unfinished(form) };
    await tables.doors.put({ ...known, person: person.id, guild, until: now + promptLasts });
  });
  return { is: 'unreachable' };
}

function unfinished(form: FilledForm | null): FilledForm | null {
  return form && { ...form, complete: false };
}

/** What will come of it; null: a question. */
async function lookAhead(
  tables: Tables,
  at: AtDoor,
  said: Said,
  { by }: Asking,
): Promise<'sent' | 'write-now' | 'form-sent' | null> {
  const waits = (await tables.intake.kept(at.person.id)).length > 0;
  if ((await talkingIn(tables, at, said, waits)) !== undefined) return waits ? 'sent' : 'write-now';
  const { known } = learn(at.settings, await standsAt(tables, at), said, by);
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
  if (talking !== undefined) return goOnTalking(tables, at, talking, kept > 0, { said, by: asking.by });
  const { known, again } = learn(settings, await standsAt(tables, at), said, asking.by);
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

/** There is a conversation in that server: nothing is asked. */
async function goOnTalking(
  tables: Tables,
  { person, guild, settings, now }: AtDoor,
  ticket: Ticket,
  waits: boolean,
  { said, by }: { readonly said: Said; readonly by: InteractionId },
): Promise<Chosen> {
  await tables.doors.remove(person.id);
  const { anonymous } = ticket;
  await tables.intake.setLastServer(person.id, { guild, since: by, chosen: !waits, anonymous });
  if (!waits) return { is: said.anew === true ? 'write-now' : 'open-already' };
  await sendKept(tables, { ticket, settings: settingsOfTicket(settings, ticket), person, now });
  return { is: 'sent', ticket, byForm: false };
}

/**
 * The conversation that is meant. Where there are two and it is not said which, it is the one used last, else the anonymous one; what
 * waits where one may be anonymous goes into a conversation under the member's name only if they say so.
 */
async function talkingIn(
  { tickets, intake }: Pick<Tables, 'tickets' | 'intake'>,
  { person, guild, settings }: AtDoor,
  { conversation, anonymous }: Said,
  waits: boolean,
): Promise<Ticket | undefined> {
  const open = (await tickets.openOf(person.id)).filter((ticket) => ticket.guild === guild);
  const hidden = open.find((ticket) => ticket.anonymous);
  const named = open.find((ticket) => !ticket.anonymous);
  if (conversation !== undefined) return conversation === 'anonymous' ? hidden : named;
  if (anonymous !== undefined) return anonymous ? hidden : named;
  if (hidden === undefined) return waits && settings.anonymousMembers !== 'off' ? undefined : named;
  const last = named && (await intake.lastServer(person.id));
  return last?.guild === guild && !last.anonymous && !waits ? named : hidden;
}

/** What is known once this was said too. */
function learn(
  settings: Settings,
  door: Door | null,
  { anew, topic: id, entered, anonymous }: Said,
  by: InteractionId,
): { readonly known: Known; readonly again: AskedAgain | null } {
  const stored: Known = door ?? nothingKnown;
  const before: Known = anew === true ? { ...nothingKnown, form: unfinished(stored.form) } : stored;
  if (anonymous !== undefined)
    return { known: { ...before, anonymous }, again: door === null ? { is: 'expired' } : null };
  if (id === undefined) return { known: before, again: null };
  const topic = settings.topics.find((one) => one.id === id);
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

/**
 * The topic whose form can be shown now, by what is in memory and in the database: a form has to be the first answer, and quick. Null:
 * it has none, or something speaks against it, which `atDoor` finds and says.
 */
export async function formOf(
  parts: Pick<DestinationParts, 'clock' | 'store' | 'enabled'>,
  person: Person,
  guild: GuildId,
  topicId: string,
): Promise<{ readonly topic: Topic; readonly before: FilledForm | null } | null> {
  const { tables } = parts.store;
  const now = parts.clock.now();
  const server = (await parts.enabled()).find((one) => one.guild === guild);
  const topic = server?.settings.topics.find(({ id }) => id === topicId);
  if (server === undefined || topic === undefined || topic.questions.length === 0) return null;
  const at = { person, ...server, now };
  const blocks = await tables.blocks.ofPerson(person.id, now);
  const isKeptOut = isPaused(server.settings, now) || blocks.some((block) => block.guild === guild);
  if (isKeptOut || (await talkingIn(tables, at, {}, false)) !== undefined || (await cooldownEnd(tables, at)) > now)
    return null;
  const form = (await standsAt(tables, at))?.form ?? null;
  return { topic, before: form?.topic === topicId ? form : null };
}

type Entering = Extract<Chosen, { is: 'not-possible' | 'refused' }> | { readonly is: 'open'; readonly server: Server };

/** An open ticket goes on whatever has changed; for a new one the member is looked at as Discord knows them now. */
async function mayEnter(parts: DestinationParts, person: Person, guild: GuildId): Promise<Entering> {
  const { tables } = parts.store;
  const now = parts.clock.now();
  const talking = (await tables.tickets.openOf(person.id)).some((ticket) => ticket.guild === guild);
  if (talking) return { is: 'open', server: { guild, settings: await parts.settingsOf(guild) } };
  const server = (await parts.enabled()).find((one) => one.guild === guild);
  if (server === undefined || !(await isMemberNow(parts, person, guild))) return { is: 'not-possible' };
  if (await isBlockedIn(parts, person, guild)) return { is: 'refused', why: blockedBy([server]) };
  const why = await admit({ discord: parts.discord, now }, person, server);
  if (why !== null) return { is: 'refused', why };
  const until = await cooldownEnd(tables, { person, ...server });
  return until > now ? { is: 'refused', why: { is: 'too-soon', until, guild } } : { is: 'open', server };
}
