import type { Translated } from '../keys.ts';
import type { away as english } from '../en/away.ts';

/** About what happened while the bot was away, or to a ticket channel, in Spanish. */
export const away: Translated<typeof english> = {
  'notice.downtime-changes':
    'Estuve sin conexión. Recuperé lo que pasó mientras tanto: mensajes nuevos: {{messages}}, editados: {{edits}}, eliminados: {{deletions}}.',
  'notice.carries-on':
    'Aquí continúa el ticket #{{number}}, cuyo canal ya no existe. A continuación va lo que escribió el miembro y aún no ha visto nadie aquí.',
};
