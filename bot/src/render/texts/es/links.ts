import type { links as english } from '../en/links.ts';
import type { Translated } from '../keys.ts';

/** About links to transcripts. */
export const links: Translated<typeof english> = {
  'link.gone-title': 'Este enlace no funciona',
  'link.gone': 'Puede que haya caducado o se haya anulado, o que no se haya copiado entero.',
  'link.gone-hint': 'El equipo obtiene uno nuevo en Discord con /transcript link.',
  'link.robot-title': 'Una transcripción',
  'link.robot': 'Abre este enlace en tu navegador para leerla.',
  'link.busy-title': 'Un momento, por favor',
  'link.busy': 'Se están leyendo varias transcripciones. Vuelve a intentarlo en unos segundos.',
};
