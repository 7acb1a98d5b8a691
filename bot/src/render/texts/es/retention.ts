import type { Translated } from '../keys.ts';
import type { retentionTexts as english } from '../en/retention.ts';

/** What goes after a while, in Spanish. */
export const retentionTexts: Translated<typeof english> = {
  'notice.removed-after_one': 'Lo que se dijo en este ticket se eliminó {{count}} día después de cerrarlo.',
  'notice.removed-after_other': 'Lo que se dijo en este ticket se eliminó {{count}} días después de cerrarlo.',
  'settings.retention-warning_one':
    '⚠️ Cada día a las 5:00 UTC se elimina de aquí para siempre lo que se dijo en los tickets cerrados hace más de {{after}}, con sus archivos; lo que se ve en Discord se queda. Ahora mismo es {{count}} ticket. Con `keep` se conserva todo.',
  'settings.retention-warning_other':
    '⚠️ Cada día a las 5:00 UTC se elimina de aquí para siempre lo que se dijo en los tickets cerrados hace más de {{after}}, con sus archivos; lo que se ve en Discord se queda. Ahora mismo son {{count}} tickets. Con `keep` se conserva todo.',
};
