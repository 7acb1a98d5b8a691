import type { retentionTexts as english } from '../en/retention.ts';
import type { Translated } from '../keys.ts';

/** What goes after a while, in French. */
export const retentionTexts: Translated<typeof english> = {
  'notice.removed-after_one': 'Ce qui s’est dit dans ce ticket a été effacé {{count}} jour après sa fermeture.',
  'notice.removed-after_other': 'Ce qui s’est dit dans ce ticket a été effacé {{count}} jours après sa fermeture.',
  'settings.retention-warning_one':
    '⚠️ Chaque jour à 5:00 UTC, ce qui s’est dit dans les tickets fermés depuis plus de {{after}} est effacé ici pour de bon, fichiers compris ; ce que Discord affiche reste. En ce moment, cela concerne {{count}} ticket. `keep` garde tout.',
  'settings.retention-warning_other':
    '⚠️ Chaque jour à 5:00 UTC, ce qui s’est dit dans les tickets fermés depuis plus de {{after}} est effacé ici pour de bon, fichiers compris ; ce que Discord affiche reste. En ce moment, cela concerne {{count}} tickets. `keep` garde tout.',
};
