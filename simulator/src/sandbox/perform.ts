import type { Simulator } from '../simulator.ts';
import type { Answered, Attached } from '../people/person.ts';
import type { ParsedAct } from './act.ts';
import type { ChoiceView } from './wire.ts';

/** What came of an act, besides what everybody sees. */
export interface Performed {
  readonly answered: Answered | null;
  readonly choices: readonly ChoiceView[] | null;
}

/** Lets a person do something. @throws ApiError where Discord would refuse */
export async function perform(
  simulator: Simulator,
  personId: string,
  act: ParsedAct,
  files: readonly Attached[],
): Promise<Performed> {
  const person = simulator.person(personId);
  switch (act.verb) {
    case 'click':
      return interaction(await person.clicks(act.button, { message: act.message }));
    case 'select':
      return interaction(await person.selects(act.values, { message: act.message, select: act.select }));
    case 'run':
      return interaction(await person.runs(act.command, act.options, act.channel));
    case 'runOn':
      return interaction(await person.runsOn(act.command, act.message));
    case 'submit':
      return interaction(await person.submits({ ...act.values, ...byField(act.files ?? [], files) }));
    case 'complete':
      return { answered: null, choices: await person.completes(act.command, act.option, act.typed, act.channel) };
    case 'say':
      await say(simulator, personId, act, files);
      return nothing;
    default:
      await justDo(simulator, personId, act);
      return nothing;
  }
}

/** The files of a form, by the field that each is for. */
function byField(fields: readonly string[], files: readonly Attached[]): Record<string, readonly Attached[]> {
  return Object.fromEntries(fields.map((field) => [field, files.filter((_, index) => fields[index] === field)]));
}

const nothing: Performed = { answered: null, choices: null };

function interaction(answered: Answered): Performed {
  return { answered, choices: null };
}

type Saying = Extract<ParsedAct, { verb: 'say' }>;

async function say(simulator: Simulator, personId: string, act: Saying, files: readonly Attached[]): Promise<void> {
  await simulator.person(personId).types(act.channel, act.text, {
    files,
    ...(act.replyTo === undefined ? {} : { replyTo: act.replyTo }),
    ...(act.ping === undefined ? {} : { ping: act.ping }),
    ...(act.sticker === undefined ? {} : { stickers: [{ name: act.sticker }] }),
  });
}

type Answering = 'click' | 'select' | 'run' | 'runOn' | 'submit' | 'complete' | 'say';

function justDo(
  simulator: Simulator,
  personId: string,
  act: Exclude<ParsedAct, { verb: Answering }>,
): Promise<unknown> | void {
  const person = simulator.person(personId);
  switch (act.verb) {
    case 'edit':
      return person.edits(act.message, act.text);
    case 'delete':
      return person.deletes(act.message);
    case 'forward':
      return person.forwards(act.message, act.to);
    case 'react':
      return person.reacts(act.message, act.emoji);
    case 'unreact':
      return person.unreacts(act.message, act.emoji);
    case 'pin':
      return person.pins(act.message);
    case 'typing':
      return person.startsTyping(act.channel);
    case 'block':
      return person.blocksTheBot();
    case 'unblock':
      return person.unblocksTheBot();
    case 'closeDms':
      return person.closesDms();
    case 'openDms':
      return person.opensDms();
    case 'leave':
      return person.leaves(act.server);
    case 'join':
      return person.joins(act.server);
    case 'speak':
      return person.speaks(act.locale);
    case 'archive':
      return person.archives(act.thread);
    case 'unarchive':
      return person.unarchives(act.thread);
    case 'deleteChannel':
      return person.deletesChannel(act.channel);
  }
}
