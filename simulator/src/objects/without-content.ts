import type { World } from '../world.ts';
import type { Wire } from './wire.ts';

/**
 * A message for an application that may not read content: texts, embeds, attachments and components emptied, poll gone;
 * unless it wrote it, is mentioned in it, or it is a DM. The same object when nothing has to go.
 * https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function withoutContent(world: World, message: Wire, applicationId: string): Wire {
  const replied = message.referenced_message as Wire | null | undefined;
  const stripped = mayRead(world, message, applicationId) ? message : emptied(message);
  if (!replied) return stripped;
  const strippedReplied = withoutContent(world, replied, applicationId);
  return strippedReplied === replied ? stripped : { ...stripped, referenced_message: strippedReplied };
}

/** Also used for messages that are not on the wire: who may read a forwarded one. */
export function mayRead(world: World, message: Wire, applicationId: string): boolean {
  if (message.application_id === applicationId) return true;
  if ((message.author as Wire | undefined)?.id === applicationId) return true;
  if (world.state.channels.get(message.channel_id as string)?.guildId === null) return true;
  return ((message.mentions ?? []) as readonly Wire[]).some((user) => user.id === applicationId);
}

function emptied(message: Wire): Wire {
  const { poll: _, ...rest } = message;
  const empty: Wire = { ...rest, content: '', embeds: [], attachments: [], components: [] };
  if (message.message_snapshots) {
    empty.message_snapshots = (message.message_snapshots as readonly { message: Wire }[]).map((snapshot) => ({
      message: { ...snapshot.message, content: '', embeds: [], attachments: [], components: [] },
    }));
  }
  return empty;
}
