import { Refused } from '../refusal.ts';
import type { ChannelId, MessageId } from '../ids.ts';
import type { DrawnMessage } from '../discord.ts';
import { languages, type Language } from '../language.ts';
import type { DrawContext } from '../render/drawable.ts';
import { threadName, threadOpening } from '../render/member-thread.ts';
import { text } from '../render/notices.ts';
import { say } from '../tickets/notice.ts';
import { isStillOpen } from '../tickets/open.ts';
import { sendCopy } from './copy.ts';
import type { Delivery } from './delivery.ts';
import { contextOf, linkTo } from './drawing.ts';
import { languageFor } from './language.ts';
import { findMemberThread, hindranceIn, type Hindrance } from './member-place.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { postOnce } from './post-once.ts';
import { answerTo } from './report.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

/**
 * Opens a private thread with a member whose DMs are closed, and delivers there what was refused because of that, in order. Each step
 * is written down as soon as it is done, so that a later try goes on from there.
 */
export async function sendOpenMemberThread(
  parts: SendParts,
  delivery: Extract<Delivery, { kind: 'open-member-thread' }>,
  attempt: Attempt,
): Promise<Sent> {
  const context = await contextOf(parts, delivery.ticket, 'member');
  if (context === null) return nothingToRecord;
  await answerTo(parts, delivery.answerTo, await open(parts, context, delivery, attempt));
  return nothingToRecord;
}

/** What came of it, for whoever wanted it. */
async function open(
  parts: SendParts,
  context: DrawContext,
  delivery: Extract<Delivery, { kind: 'open-member-thread' }>,
  attempt: Attempt,
): Promise<string> {
  const { ticket, settings } = context;
  const reads = await languageFor(parts, delivery.answerTo, [ticket.guild]);
  const { tables } = parts.store;
  const parent = settings.fallbackChannel;
  const person = await tables.people.get(ticket.person);
  if (!(await isStillOpen(tables, ticket))) return text('answer.already-closed', {}, reads);
  if (person === null || ticket.anonymous) return text('answer.thread-anonymous', {}, reads);
  const said = ticket.memberThread && (await tables.entries.bySource(sourceOf(ticket.memberThread)));
  if (ticket.memberThread !== null && said && !attempt.unsure)
    return text('answer.thread-already', { link: linkTo(ticket, ticket.memberThread) }, reads);
  if (parent === null) return text('answer.thread-not-set', {}, reads);
  const where = `<#${parent}>`;
  try {
    const hindrance = await hindranceIn(parts, { ticket, person }, parent);
    if (hindrance !== null) return sayHindrance(hindrance, where, reads);
    const thread = ticket.memberThread ?? (await make(parts, context, parent, attempt));
    await begin(parts, context, thread, delivery.by, attempt);
    await deliverRefused(parts, ticket.id, attempt);
    return text('answer.thread-opened', { link: linkTo(ticket, thread) }, reads);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    if (!said) await takeBack(parts, ticket.id);
    const isFull = error.reason === 'too-many-threads';
    if (isFull) return text('answer.thread-no-room', {}, reads);
    const isGone = error.reason === 'unknown-channel' || error.reason === 'no-access';
    return isGone
      ? text('answer.thread-channel-gone', { where }, reads)
      : text('answer.thread-refused', { where, code: error.code }, reads);
  }
}

const sourceOf = (thread: ChannelId): string => `member-thread:${thread}`;

function sayHindrance(hindrance: Hindrance, where: string, reads: Language): string {
  switch (hindrance.is) {
    case 'member-left':
      return text('answer.thread-member-left', {}, reads);
    case 'bot-lacks':
      return text('answer.thread-bot-lacks', { ...hindrance, where }, reads);
    case 'member-lacks':
      return text('answer.thread-member-lacks', { ...hindrance, where }, reads);
  }
}

/** Recorded before anybody is added to it, so that nothing written in it is missed. */
async function make(parts: SendParts, context: DrawContext, parent: ChannelId, attempt: Attempt): Promise<ChannelId> {
  const { ticket, settings } = context;
  // Staff see it as well, and a later try looks for it.
  const nameIn = (locale: Language): string => threadName({ ticket, locale });
  const found = attempt.unsure ? await findMemberThread(parts, ticket, parent, languages.map(nameIn)) : null;
  const thread = found ?? (await parts.discord.createPrivateThread(parent, nameIn(settings.language)));
  await parts.store.transaction(async (tables) => {
    await tables.tickets.change(ticket.id, { memberThread: thread });
    await tables.reading.mark(ticket.bot, thread, thread as string as MessageId);
  });
  await parts.channelOpened(thread, false);
  return thread;
}

/** Adds the member by a mention, and tells both sides. */
async function begin(
  parts: SendParts,
  context: DrawContext,
  thread: ChannelId,
  by: Extract<Delivery, { kind: 'open-member-thread' }>['by'],
  attempt: Attempt,
): Promise<void> {
  const { ticket } = context;
  const draw = (locale: Language): DrawnMessage => threadOpening({ ...context, locale }, parts.discord.me.user);
  const nonce = nonceOf(ticket.id, 'member-thread', thread);
  await postOnce(parts, thread, { locale: context.locale, draw }, nonce, ticket.openedAt, attempt);
  await parts.store.transaction(async (tables) => {
    await tables.tickets.change(ticket.id, { answersInThread: true });
    const notice = { text: 'notice.member-thread', with: { by, link: linkTo(ticket, thread) }, to: 'staff' } as const;
    await say(tables, ticket, notice, sourceOf(thread), parts.clock.now());
  });
}

async function deliverRefused(parts: SendParts, ticket: DrawContext['ticket']['id'], attempt: Attempt): Promise<void> {
  for (const entry of await parts.store.tables.entries.dmClosed(ticket)) {
    const { record } = await sendCopy(parts, { kind: 'copy', ticket, entry, side: 'member' }, attempt);
    if (record !== undefined) await parts.store.transaction(record);
  }
}

/** A thread in which nothing could be said is nobody's: it goes again, as far as Discord lets us. */
async function takeBack({ store, discord }: SendParts, id: DrawContext['ticket']['id']): Promise<void> {
  const thread = (await store.tables.tickets.get(id))?.memberThread ?? null;
  if (thread === null) return;
  try {
    await discord.deleteChannel(thread);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
  }
  await store.transaction((tables) => tables.tickets.change(id, { memberThread: null, answersInThread: false }));
}
