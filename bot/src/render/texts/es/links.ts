import type { links as english } from '../en/links.ts';
import type { Translated } from '../keys.ts';

/** About links to transcripts, in Spanish. */
export const links: Translated<typeof english> = {
  'link.gone-title': 'Este enlace no funciona',
  'link.gone': 'Puede que haya expirado, que alguien lo haya anulado o que no se copiara entero.',
  'link.gone-hint': 'El equipo puede obtener uno nuevo en Discord con /transcript link.',
  'link.robot-title': 'Una transcripción',
  'link.robot': 'Abre este enlace en tu navegador para leerla.',
  'link.busy-title': 'Un momento, por favor',
  'link.busy': 'Ahora mismo se están leyendo varias transcripciones. Inténtalo de nuevo en unos segundos.',
};
