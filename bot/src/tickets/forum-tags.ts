import type { TagKey } from '../forum.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Tables, Ticket } from '../store.ts';

/** What the tags of a ticket's post say: one status, while it is open one activity, and its topic and rating where it has them. */
export async function tagsOf(
  { entries, feedback }: Pick<Tables, 'entries' | 'feedback'>,
  ticket: Pick<Ticket, 'id' | 'state' | 'topic'>,
): Promise<readonly TagKey[]> {
  const isOver = ticket.state === 'closing' || ticket.state === 'closed';
  const keys: TagKey[] = isOver ? ['closed'] : ['open', await activityOf(entries, ticket)];
  if (ticket.topic !== null) keys.push(`topic:${ticket.topic.id}`);
  const rated = isOver ? await feedback.of(ticket.id) : null;
  if (rated !== null) keys.push(`rating:${rated.stars}`);
  return keys;
}

/** Whose turn it is. Only what has arrived counts; before that, whoever began waits for the other one. */
async function activityOf(
  entries: Tables['entries'],
  { id }: Pick<Ticket, 'id'>,
): Promise<'unanswered' | 'user-responded' | 'awaiting-response'> {
  const { newest, answered } = await entries.arrived(id);
  if (newest === 'reply') return 'awaiting-response';
  if (newest === 'member') return answered ? 'user-responded' : 'unanswered';
  const [first] = await entries.of(id, null, 1);
  return first?.kind === 'notice' || first?.kind === 'reply' ? 'awaiting-response' : 'unanswered';
}

/** What is true of a ticket may have changed: its post says so soon. In a lane of its own, since nothing waits for it. */
export async function oweTags(
  { outbox }: Pick<Tables, 'outbox'>,
  { id, channelKind }: Pick<Ticket, 'id' | 'channelKind'>,
  now: number,
): Promise<void> {
  if (channelKind === 'forum-post') await outbox.owe(lanes.tags(id), { kind: 'tags', ticket: id }, now, `tags:${id}`);
}
