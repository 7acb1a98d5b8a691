import { ticketChannel } from '../../channels/ticket-channel.ts';
import type { CommandOption, DrawnMessage } from '../../discord.ts';
import { lanes } from '../../outbox/delivery.ts';
import { text } from '../../render/notices.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Ticket } from '../../store.ts';
import { mayReadTranscripts } from '../../tickets/permissions.ts';
import { shareTicket } from '../../tickets/share.ts';
import { settingsOfTicket } from '../../tickets/topic.ts';
import type { AnswerParts, Command, CommandUse } from './command.ts';
import { described } from './describe.ts';
import { answer } from './in-ticket.ts';
import { namedTicket } from './named-ticket.ts';

const options = (): readonly CommandOption[] => [
  { name: 'ticket', ...described('command.reopen.ticket'), type: 'text' },
];

/** Staff get a link to a transcript for themselves, or take all of them back. */
export const transcriptCommand: Command = {
  spec: () => ({
    type: 'chat',
    name: 'transcript',
    ...described('command.transcript'),
    subcommands: [
      { name: 'link', ...described('command.transcript.link'), options: options() },
      { name: 'revoke', ...described('command.transcript.revoke'), options: options() },
    ],
  }),
  run: {
    'transcript link': (parts, use) => withTicket(parts, use, linkTo),
    'transcript revoke': (parts, use) => withTicket(parts, use, revoke),
  },
};

type Work = (parts: AnswerParts, use: CommandUse, ticket: Ticket) => Promise<DrawnMessage>;

/** Only for those who may read it. */
async function withTicket(parts: AnswerParts, use: CommandUse, work: Work): Promise<void> {
  const { guild } = use;
  if (guild === null) return answer(parts, use, 'answer.not-in-dm', {});
  const named = use.options['ticket'];
  const ticket = await namedTicket(parts, use, guild, typeof named === 'string' ? named.trim() : '');
  const server = await parts.settingsOf(guild);
  const settings = ticket === null ? server : settingsOfTicket(server, ticket);
  const who = { user: use.by.id, roles: use.roles, permissions: use.permissions };
  const standing = await parts.standing(guild, settings, who, 'admin');
  if (!mayReadTranscripts({ roles: use.roles, standing }, settings))
    return answer(parts, use, 'answer.not-allowed', {});
  if (ticket === null) return answer(parts, use, named ? 'answer.reopen.no-such-ticket' : 'answer.not-a-ticket', {});
  return inPlace(parts, use, ticket, settings, () => work(parts, use, ticket));
}

/**
 * Nothing can be answered in an archived thread: it is unarchived first, and archived again. The work is done before, since links are to be
 * taken back wherever that is refused.
 */
async function inPlace(
  parts: AnswerParts,
  use: CommandUse,
  ticket: Ticket,
  settings: Settings,
  work: () => Promise<DrawnMessage>,
): Promise<void> {
  const { channel } = use;
  const done = await work();
  const isShut = ticket.state === 'closed' && ticket.channel === channel && ticket.channelKind !== 'private-channel';
  if (!isShut) return parts.discord.answer(use, done, { private: true });
  await ticketChannel(ticket.channelKind).reopen(parts, { ...ticket, channel }, settings);
  try {
    await parts.discord.answer(use, done, { private: true });
  } finally {
    await parts.store.transaction((tables) =>
      tables.outbox.owe(lanes.staff(ticket.id), { kind: 'close-again', ticket: ticket.id }, parts.clock.now()),
    );
  }
}

const linkTo: Work = async (parts, use, { id, number }) => {
  const by = (await parts.meet(use.by)).id;
  const share = { ticket: id, source: `interaction:${use.id}`, by, now: parts.clock.now() };
  const shared = await parts.store.transaction((tables) => shareTicket(tables, parts.sharing, share));
  if (shared === null) return { text: text('answer.link.no-address', {}, parts.language) };
  return {
    text: text('answer.link.made', { number, until: shared.expiresAt }, parts.language),
    rows: [[{ label: text('log.transcript-link', {}, parts.language), url: shared.url }]],
    noPreviews: true,
  };
};

const revoke: Work = async ({ store, clock, language }, _, { id, number }) => {
  const { count, opened } = await store.transaction(async ({ links }) => ({
    count: await links.revoke(id, clock.now()),
    opened: await links.opened(id),
  }));
  const lines = [
    count === 0
      ? text('answer.link.none', { number }, language)
      : text('answer.link.revoked', { number, count }, language),
    opened.lastAt === null
      ? text('answer.link.never-opened', {}, language)
      : text('answer.link.opened', { count: opened.times, at: opened.lastAt }, language),
  ];
  return { text: lines.join('\n') };
};
