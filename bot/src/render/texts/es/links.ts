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
  'command.transcript': 'Enlaces a transcripciones',
  'command.transcript.link': 'Obtén un enlace a una transcripción, solo para ti',
  'command.transcript.revoke': 'Anula todos los enlaces a una transcripción',
  'answer.link.made':
    '🔗 La transcripción del ticket {{number}}. Quien tenga este enlace puede leerla, incluido lo que el equipo habla entre sí, hasta el {{until, when}}. `/transcript revoke` lo anula.',
  'answer.link.no-address':
    'Aquí no hay enlaces a transcripciones: quien opera el bot no configuró `PUBLIC_URL`. Al cerrar se publican archivos en su lugar.',
  'answer.link.none': 'No hay ningún enlace activo a la transcripción del ticket {{number}}.',
  'answer.link.revoked_one': '🔒 El enlace a la transcripción del ticket {{number}} ya no funciona.',
  'answer.link.revoked_other': '🔒 {{count}} enlaces a la transcripción del ticket {{number}} ya no funcionan.',
  'answer.link.never-opened': 'Nadie abrió ninguno.',
  'answer.link.opened_one': 'Se abrieron una vez, el {{at, when}}.',
  'answer.link.opened_other': 'Se abrieron {{count}} veces; la última vez, el {{at, when}}.',
  'problem.no-public-url':
    'Las transcripciones se publican como archivos, no como enlaces: nadie podría abrir un enlace, porque PUBLIC_URL no está configurado.',
  'fix.no-public-url':
    'Quien opera el bot pone en PUBLIC_URL la dirección de este programa, por ejemplo https://modmail.example.org, y lo reinicia. O cambia el ajuste transcript.',
};
