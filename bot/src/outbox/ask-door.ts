import type { Language } from '../language.ts';
import { Refused } from '../refusal.ts';
import type { DrawnMessage } from '../discord.ts';
import { doorQuestion, type DoorQuestion } from '../render/door.ts';
import type { Person } from '../store.ts';
import type { Delivery } from './delivery.ts';
import { languageFor } from './language.ts';
import { nonceOf } from './nonce.ts';
import { withOwnEmoji } from './own-emoji.ts';
import type { SendParts } from './parts.ts';
import type { Spoken } from './post-once.ts';
import { sendDm } from './send-dm.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

/** Asks a member what is next at the door of a server; drawn from what is to be asked at this moment. */
export async function sendAskDoor(
  parts: SendParts,
  { person: id, at }: Extract<Delivery, { kind: 'ask-door' }>,
  attempt: Attempt,
): Promise<Sent> {
  const { tables } = parts.store;
  const person = await tables.people.get(id);
  const prompt = await tables.intake.prompt(id);
  const drawn = person && (await draw(parts, person));
  if (person === null || prompt === null || drawn === null) return nothingToRecord;
  try {
    const sent = await sendDm(parts, person, drawn, nonceOf(id, 'ask-door', at), attempt, at);
    return {
      record: (inside) => inside.intake.setPrompt({ ...prompt, channel: sent.channel, message: sent.id }),
    };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    await parts.openUnasked(person);
    return nothingToRecord;
  }
}

/** The question as it is now, in the place of the one that stands there, unless that has expired. */
export async function sendShowDoor(
  parts: SendParts,
  { person: id }: Extract<Delivery, { kind: 'show-door' }>,
): Promise<Sent> {
  const { tables } = parts.store;
  const person = await tables.people.get(id);
  const prompt = await tables.intake.prompt(id);
  const drawn = person && (await draw(parts, person));
  if (drawn === null || prompt === null || prompt.message === null) return nothingToRecord;
  if (prompt.expiresAt <= parts.clock.now()) return nothingToRecord;
  try {
    await parts.discord.editMessage(prompt.channel, prompt.message, drawn.draw(drawn.locale));
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
  }
  return nothingToRecord;
}

/** Null: nothing is to be asked any more. */
async function draw(parts: SendParts, person: Person): Promise<Spoken | null> {
  const question = await parts.questionFor(person);
  if (question === null) return null;
  const server = await parts.guildName(question.guild);
  const kept = (await parts.store.tables.intake.kept(person.id)).length;
  const locale = await languageFor(parts, person, [question.guild]);
  const shown = await shownQuestion(parts, { ...question, server, kept });
  return { locale, draw: (language) => doorQuestion(shown, language) };
}

/** A question as it can be shown: without emoji that Discord would refuse. */
export async function drawDoor(
  parts: Pick<SendParts, 'discord'>,
  question: DoorQuestion,
  language: Language,
): Promise<DrawnMessage> {
  return doorQuestion(await shownQuestion(parts, question), language);
}

async function shownQuestion(parts: Pick<SendParts, 'discord'>, question: DoorQuestion): Promise<DoorQuestion> {
  const { step, guild } = question;
  if (step.is !== 'topic') return question;
  return { ...question, step: { ...step, topics: await withOwnEmoji(parts, guild, step.topics) } };
}
