import type { retentionTexts as english } from '../en/retention.ts';
import type { Translated } from '../keys.ts';

/** What goes after a while. */
export const retentionTexts: Translated<typeof english> = {
  'notice.removed-after_one': 'Der Inhalt dieses Tickets wurde {{count}} Tag nach dem Schließen gelöscht.',
  'notice.removed-after_other': 'Der Inhalt dieses Tickets wurde {{count}} Tage nach dem Schließen gelöscht.',
  'settings.retention-warning_one':
    '⚠️ Täglich um 5:00 Uhr UTC werden hier die Inhalte von Tickets, die seit mehr als {{after}} geschlossen sind, samt Dateien endgültig gelöscht; was in Discord steht, bleibt. Gerade betrifft das {{count}} Ticket. `keep` behält alles.',
  'settings.retention-warning_other':
    '⚠️ Täglich um 5:00 Uhr UTC werden hier die Inhalte von Tickets, die seit mehr als {{after}} geschlossen sind, samt Dateien endgültig gelöscht; was in Discord steht, bleibt. Gerade betrifft das {{count}} Tickets. `keep` behält alles.',
};
