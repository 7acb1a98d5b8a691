import type { away as english } from '../en/away.ts';
import type { Translated } from '../keys.ts';

/** About what happened while the bot was away, or to a ticket channel. */
export const away: Translated<typeof english> = {
  'notice.downtime-changes':
    'Ich war offline und habe nachgeholt, was inzwischen passiert ist. Neue Nachrichten: {{messages}}, bearbeitet: {{edits}}, gelöscht: {{deletions}}.',
  'notice.carries-on':
    'Hier geht Ticket #{{number}} weiter, dessen Kanal es nicht mehr gibt. Was das Mitglied geschrieben und hier noch niemand gesehen hat, folgt jetzt.',
};
