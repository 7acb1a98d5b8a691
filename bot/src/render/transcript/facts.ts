import type { Language } from '../../language.ts';
import type { Answer } from '../../door.ts';
import { starsText } from '../../tickets/feedback.ts';
import { answerText } from '../../tickets/answers.ts';
import { plainLines, topicName } from '../answer-fields.ts';
import { cleanLine } from '../escape.ts';
import { seenByStaff } from '../names.ts';
import { text } from '../notices.ts';
import { fileName } from '../pack.ts';
import { authorSeen } from './data.ts';
import { nameOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** What stands above a transcript, in whatever form. Names are plain text. */
export interface Facts {
  readonly member: string;
  readonly facts: readonly { readonly name: string; readonly value: string; readonly wide?: boolean }[];
  readonly people: readonly { readonly name: string; readonly face: string; readonly count: number }[];
  readonly counts: readonly string[];
}

export function factsOf(reading: Reading): Facts {
  const { data } = reading;
  return {
    member: seenByStaff(data.member, data).name,
    facts: ticketFacts(reading),
    people: participants(reading),
    counts: counted(reading),
  };
}

function ticketFacts(reading: Reading): Facts['facts'] {
  const { data, times } = reading;
  const { ticket, locale, reader } = data;
  const { closing } = ticket;
  const closedAt = ticket.closedAt === null ? text('transcript.still-open', {}, locale) : times.moment(ticket.closedAt);
  const facts: { name: string; value: string; wide?: boolean }[] = [
    { name: text('transcript.opened', {}, locale), value: times.moment(ticket.openedAt) },
    { name: text('transcript.closed', {}, locale), value: closedAt },
  ];
  if (closing !== null) {
    const by = closing.by === null ? text(`cause.${closing.cause}`, {}, locale) : nameOf(data.closedBy, reading);
    facts.push({ name: text('transcript.closed-by', {}, locale), value: by });
  }
  if (reader === 'staff' && data.claimedBy !== null)
    facts.push({ name: text('transcript.claimed-by', {}, locale), value: nameOf(data.claimedBy, reading) });
  if (ticket.topic !== null) facts.push({ name: text('transcript.topic', {}, locale), value: topicName(ticket.topic) });
  for (const answer of ticket.answers) facts.push(answerFact(answer, locale));
  const comment = closing?.comment?.trim() ?? '';
  if (comment !== '' && (reader === 'staff' || closing?.shareComment === true))
    facts.push({ name: text('transcript.comment', {}, locale), value: comment, wide: true });
  const { feedback = null } = data;
  if (feedback !== null) facts.push({ name: text('transcript.rating', {}, locale), value: starsText(feedback.stars) });
  if (feedback !== null && feedback.comment !== null)
    facts.push({ name: text('transcript.rating-words', {}, locale), value: feedback.comment, wide: true });
  return facts;
}

/** Whole, other than on the card. */
function answerFact(answer: Answer, locale: Language): { name: string; value: string; wide: boolean } {
  const value = plainLines(answerText(answer)) || answer.files.map(({ name }) => fileName(name)).join('\n');
  return { name: cleanLine(answer.label), value: value || text('card.no-answer', {}, locale), wide: true };
}

/** Who wrote, by the name that the reader knows: for the member, anonymous staff are one, the server. */
function participants({ data, shown }: Reading): Facts['people'] {
  const people = new Map<string, { name: string; face: string; count: number }>();
  for (const one of shown) {
    if (one.entry.kind === 'notice') continue;
    const hidden = data.reader === 'member' && one.entry.kind !== 'member' && one.entry.anonymous;
    const face = hidden ? 'server' : `person-${one.author?.id ?? 'none'}`;
    const known = people.get(face);
    if (known) known.count += 1;
    else people.set(face, { name: authorSeen(data, one).name, face, count: 1 });
  }
  return [...people.values()];
}

function counted({ data, shown }: Reading): readonly string[] {
  const { locale, reader } = data;
  const of = (kind: string): number => shown.filter(({ entry }) => entry.kind === kind).length;
  const [fromMember, fromStaff, internal] = [of('member'), of('reply'), of('internal')];
  const files = shown.reduce((sum, one) => sum + one.files.length, 0);
  return [
    text('transcript.messages', { count: fromMember + fromStaff }, locale),
    text('transcript.from-member', { count: fromMember }, locale),
    text('transcript.from-staff', { count: fromStaff }, locale),
    ...(reader === 'staff' && internal > 0 ? [text('transcript.internal-count', { count: internal }, locale)] : []),
    ...(files > 0 ? [text('transcript.files', { count: files }, locale)] : []),
  ];
}
