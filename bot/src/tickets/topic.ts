import type { TicketTopic } from '../door.ts';
import type { Settings } from '../settings/schema.ts';
import type { Topic } from '../settings/topics.ts';
import type { Ticket } from '../store.ts';

/** The server's settings as they are for tickets of a topic: what it has of its own stands instead of the server's. */
export function inTopic(settings: Settings, topic: Topic | null): Settings {
  if (topic === null) return settings;
  return {
    ...settings,
    parentChannel: topic.parentChannel ?? settings.parentChannel,
    staffRoles: topic.staffRoles.length > 0 ? topic.staffRoles : settings.staffRoles,
    pingRoles: topic.pingRoles.length > 0 ? topic.pingRoles : settings.pingRoles,
    greeting: topic.greeting ?? settings.greeting,
  };
}

/**
 * The same for a ticket that there is. Where its topic is gone, those who saw it before still see it, and nobody else: what was told to
 * a few is not for all staff because somebody tidied up.
 */
export function settingsOfTicket(settings: Settings, { topic }: Pick<Ticket, 'topic'>): Settings {
  if (topic === null) return settings;
  const now = settings.topics.find(({ id }) => id === topic.id);
  if (now !== undefined) return inTopic(settings, now);
  return topic.staffRoles.length > 0 ? { ...settings, staffRoles: topic.staffRoles } : settings;
}

/** What a ticket remembers of its topic. */
export function remembered({ id, name, emoji, staffRoles }: Topic): TicketTopic {
  return { id, name, emoji, staffRoles };
}
