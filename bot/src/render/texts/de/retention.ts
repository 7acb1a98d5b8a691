import type { retentionTexts as english } from '../en/retention.ts';
import type { Translated } from '../keys.ts';

/** What goes after a while. */
export const retentionTexts: Translated<typeof english> = {
  'notice.removed-after_one': 'Was in diesem Ticket gesagt wurde, wurde {{count}} Tag nach dem Schließen gelöscht.',
  'notice.removed-after_other': 'Was in diesem Ticket gesagt wurde, wurde {{count}} Tage nach dem Schließen gelöscht.',
  'settings.retention-warning_one':
    '⚠️ Täglich um 5:00 Uhr UTC wird hier endgültig gelöscht, was in Tickets gesagt wurde, die vor mehr als {{after}} geschlossen wurden, samt Dateien; was Discord zeigt, bleibt. Gerade betrifft das {{count}} Ticket. `keep` behält alles.',
  'settings.retention-warning_other':
    '⚠️ Täglich um 5:00 Uhr UTC wird hier endgültig gelöscht, was in Tickets gesagt wurde, die vor mehr als {{after}} geschlossen wurden, samt Dateien; was Discord zeigt, bleibt. Gerade betrifft das {{count}} Tickets. `keep` behält alles.',
};
