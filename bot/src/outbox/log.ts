import type { Language } from '../language.ts';
import { Refused } from '../refusal.ts';
import type { DrawnMessage } from '../discord.ts';
import type { ChannelId, PersonId } from '../ids.ts';
import type { DrawContext } from '../render/drawable.ts';
import { closedLine, openedLine, ratedLine, reopenedLine, thankedLine } from '../render/log-line.ts';
import type { Person, Tables } from '../store.ts';
import type { Delivery } from './delivery.ts';
import { contextOf } from './drawing.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { postOnce } from './post-once.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

type LogDelivery = Extract<Delivery, { kind: 'log' }>;

/** A line in the logs channel. Where that is gone or closed to the bot, the problem is kept and the ticket goes on. */
export async function sendLog(parts: SendParts, delivery: LogDelivery, attempt: Attempt): Promise<Sent> {
  const { ticket: id, event } = delivery;
  const context = await contextOf(parts, id);
  const channel = context && logsOf(context, event);
  if (context === null || channel === null) return nothingToRecord;
  const { ticket } = context;
  const lineIn = await lineOf(parts, context, delivery);
  if (lineIn === null) return nothingToRecord;
  const line = { locale: context.locale, draw: (locale: Language) => lineIn({ ...context, locale }) };
  const since = delivery.at ?? (event === 'opened' ? ticket.openedAt : (ticket.closedAt ?? ticket.openedAt));
  try {
    await postOnce(parts, channel, line, nonceOf(id, 'log', event, since), since, attempt);
    return { record: (tables) => tables.problems.solve(ticket.guild, 'logs') };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return { record: (tables) => logsRefused(tables, context, channel, parts.clock.now()) };
  }
}

async function lineOf(
  { store }: SendParts,
  { ticket }: DrawContext,
  { event, by, entry }: LogDelivery,
): Promise<((context: DrawContext) => DrawnMessage) | null> {
  const person = async (id: PersonId | null): Promise<Person | null> =>
    id === null ? null : store.tables.people.get(id);
  switch (event) {
    case 'opened':
      return openedLine;
    case 'closed': {
      const closer = await person(ticket.closing?.by ?? null);
      return (inLocale) => closedLine(inLocale, closer);
    }
    case 'reopened': {
      const opener = await person(by ?? null);
      return (inLocale) => reopenedLine(inLocale, opener);
    }
    case 'thanked': {
      const said = entry === undefined ? null : await store.tables.entries.get(entry);
      return said && ((inLocale) => thankedLine(inLocale, said.content.text));
    }
    case 'rated':
    case 'commented': {
      const feedback = await store.tables.feedback.of(ticket.id);
      return feedback && ((inLocale) => ratedLine(inLocale, feedback, event === 'commented'));
    }
  }
}

/** Without a logs channel the way into a private thread stands beside it. */
export function logsOf(
  { settings, ticket }: Pick<DrawContext, 'settings' | 'ticket'>,
  event: LogDelivery['event'],
): ChannelId | null {
  const beside = event === 'opened' && ticket.channelKind === 'private-thread' ? ticket.parent : null;
  return settings.logsChannel ?? beside;
}

function logsRefused(tables: Tables, { ticket }: DrawContext, where: ChannelId, now: number): Promise<void> {
  return tables.problems.raise({
    guild: ticket.guild,
    key: 'logs',
    text: 'problem.logs-gone',
    with: { where },
    since: now,
  });
}
