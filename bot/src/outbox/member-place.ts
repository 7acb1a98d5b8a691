import type { Channel } from '../discord.ts';
import type { ChannelId, MessageId } from '../ids.ts';
import { Refused } from '../refusal.ts';
import type { DrawContext } from '../render/drawable.ts';
import { membersNeed } from '../settings/checks/fallback.ts';
import { inFallback } from '../settings/checks/lacking.ts';
import { has, type PermissionName, permissionLabels, permissionsIn } from '../settings/checks/permissions.ts';
import type { Person, Ticket } from '../store.ts';
import { forgetMemberThread } from '../tickets/forget-channel.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { sendDm } from './send-dm.ts';
import { postOnce, type Spoken } from './post-once.ts';
import type { Attempt } from './sent.ts';

/** Where a member is written to: in their DM, or in a private thread of the server. */

interface Posted {
  readonly channel: ChannelId;
  readonly id: MessageId;
}

interface ToMember {
  readonly message: Spoken;
  readonly nonce: string;
  readonly attempt: Attempt;
  /** Nothing before it can be what was sent; epoch milliseconds. */
  readonly since: number;
}

/** Whether staff may open a private thread with a member who takes no direct messages. */
export function mayHaveThread({ ticket, settings }: Pick<DrawContext, 'ticket' | 'settings'>): boolean {
  return settings.fallbackChannel !== null && !ticket.anonymous && ticket.state !== 'closed';
}

/** A refused DM may be how we learn that the member has left. Of somebody anonymous nobody asks. */
export async function whyNoDm(
  { discord, store }: Pick<SendParts, 'discord' | 'store'>,
  { guild, person: id, anonymous }: Ticket,
  refusal: Refused,
): Promise<Refused> {
  const person = refusal.reason !== 'cannot-dm' || anonymous ? null : await store.tables.people.get(id);
  if (person === null) return refusal;
  try {
    const isMember = (await discord.member(guild, person.user)) !== null;
    return isMember ? refusal : new Refused('unknown-member', refusal.code, refusal.message);
  } catch (error) {
    if (error instanceof Refused && error.reason !== 'unauthorized') return refusal;
    throw error;
  }
}

/** A ticket, and its member's account. */
export interface WithMember {
  readonly ticket: Ticket;
  readonly person: Person;
}

/** Sends where the member is answered. A thread that is gone gives way to the DM, a closed DM to the thread. */
export async function sendToMember(parts: SendParts, { ticket, person }: WithMember, said: ToMember): Promise<Posted> {
  const thread = ticket.memberThread;
  const inDm = (): Promise<Posted> => sendDm(parts, person, said.message, said.nonce, said.attempt, said.since);
  if (thread === null) return inDm();
  if (ticket.answersInThread)
    try {
      return await sendInThread(parts, { ticket, person }, thread, said);
    } catch (error) {
      if (!isRefused(error, 'unknown-channel')) throw error;
      await parts.store.transaction((tables) => forgetMemberThread(tables, ticket.bot, thread));
      return inDm();
    }
  try {
    return await inDm();
  } catch (error) {
    if (!isRefused(error, 'cannot-dm')) throw error;
    await parts.store.transaction((tables) => tables.tickets.change(ticket.id, { answersInThread: true }));
    return sendInThread(parts, { ticket, person }, thread, said);
  }
}

/** Whoever has left the server is no longer there to read it. */
async function sendInThread(
  parts: SendParts,
  { ticket, person }: WithMember,
  thread: ChannelId,
  { message, nonce, attempt, since }: ToMember,
): Promise<Posted> {
  if ((await parts.discord.member(ticket.guild, person.user)) === null)
    throw new Refused('unknown-member', 10007, 'The member is not in the server');
  // Discord leaves out a reply to what stands in the other place.
  return { channel: thread, id: await postOnce(parts, thread, message, nonceOf(nonce, thread), since, attempt) };
}

function isRefused(error: unknown, reason: Refused['reason']): boolean {
  return error instanceof Refused && error.reason === reason;
}

/** What keeps a private thread with the member from being opened under a channel. `permissions`: as Discord's settings call them. */
export type Hindrance =
  { readonly is: 'member-left' } | { readonly is: 'bot-lacks' | 'member-lacks'; readonly permissions: string };

/** Looked at before anything is made, so that nothing is half-made. */
export async function hindranceIn(
  { discord }: SendParts,
  { ticket, person }: WithMember,
  parent: ChannelId,
): Promise<Hindrance | null> {
  const [guild, channel, us, them] = await Promise.all([
    discord.guild(ticket.guild),
    discord.channel(parent),
    discord.member(ticket.guild, discord.me.user),
    discord.member(ticket.guild, person.user),
  ]);
  if (them === null) return { is: 'member-left' };
  const lacks = (who: Parameters<typeof permissionsIn>[2], needs: readonly PermissionName[]): string =>
    lackedBy(permissionsIn(guild, channel, who), needs);
  const ours = lacks({ user: discord.me.user, roles: us?.roles ?? [] }, inFallback.must);
  if (ours !== '') return { is: 'bot-lacks', permissions: ours };
  const theirs = lacks({ user: person.user, roles: them.roles }, membersNeed);
  return theirs === '' ? null : { is: 'member-lacks', permissions: theirs };
}

function lackedBy(held: bigint, needs: readonly PermissionName[]): string {
  return needs
    .filter((name) => !has(held, name))
    .map((name) => permissionLabels[name])
    .join(', ');
}

/** The thread that an earlier try made without our learning of it; its name, with the ticket's number, is nobody else's. */
export async function findMemberThread(
  { discord }: SendParts,
  { guild }: Pick<Ticket, 'guild'>,
  parent: ChannelId,
  names: readonly string[],
): Promise<Channel['id'] | null> {
  const threads = await discord.activeThreads(guild);
  return (
    threads.find((one) => one.parent === parent && names.includes(one.name) && one.owner === discord.me.user)?.id ??
    null
  );
}
