import { ApiError, formError } from '../errors.ts';
import { type Channel, channelTypes, type Webhook } from '../state.ts';
import { sharedFields } from './message.ts';
import { readWebhookName } from './names.ts';
import { type Fields, isGiven, readList, readUrl } from './read.ts';

/** https://docs.discord.com/developers/resources/webhook#execute-webhook */
export const executeFields = [...sharedFields, 'username', 'avatar_url', 'thread_name', 'applied_tags'] as const;

/** The name and picture of one message; null is the webhook's own. */
export function readFace(body: Fields, webhook: Webhook): { name: string; avatarUrl: string | null } | null {
  const { username, avatar_url: avatar } = body;
  if (!isGiven(username) && !isGiven(avatar)) return null;
  return {
    name: isGiven(username) && username !== '' ? readWebhookName(username, 'username') : webhook.name,
    avatarUrl: isGiven(avatar) && avatar !== '' ? readUrl(avatar, 'avatar_url', 2048) : null,
  };
}

/** A forum takes exactly one of `thread_id` and `thread_name`, other channels no `thread_name`. @throws 220001, 220002, 220003 */
export function checkPlace(channel: Channel, threadId: string | null, body: Fields): void {
  const named = isGiven(body.thread_name);
  if (channel.type !== channelTypes.forum) {
    if (named) throw new ApiError(400, 220003, 'Webhooks can only create threads in forum channels');
    return;
  }
  if (named && threadId !== null)
    throw new ApiError(400, 220002, 'Webhooks posted to forum channels cannot have both a thread_name and thread_id');
  if (!named && threadId === null)
    throw new ApiError(400, 220001, 'Webhooks posted to forum channels must have a thread_name or thread_id');
}

const linkButton = 5;
const interactive = new Set<unknown>([3, 5, 6, 7, 8]);

/**
 * Applications' webhooks send any component; others only with `with_components`, and none that could be clicked.
 * resources/webhook#execute-webhook
 */
export function componentsOf(body: Fields, webhook: Webhook, withComponents: boolean): Fields {
  if (!isGiven(body.components) || webhook.applicationId !== null) return body;
  if (!withComponents) return { ...body, components: [] };
  readList(body.components, 'components', 40).forEach((one, index) => {
    if (canBeClicked(one))
      throw formError(
        `components.${index}`,
        'APPLICATION_WEBHOOK_REQUIRED',
        'Only webhooks of applications may send interactive components.',
      );
  });
  return body;
}

function canBeClicked(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { type, style, components, accessory } = value as Fields;
  if (interactive.has(type) || (type === 2 && style !== linkButton)) return true;
  return (Array.isArray(components) && components.some(canBeClicked)) || canBeClicked(accessory);
}
