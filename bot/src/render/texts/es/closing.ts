import type { Translated } from '../keys.ts';
import type { closing as english } from '../en/closing.ts';

/** What is said around the end of a ticket, and of replies that are taken back, in Spanish. */
export const closing: Translated<typeof english> = {
  // ---- taken back ----
  'answer.goes-out': 'Se envía {{when}}.',
  'answer.undo': 'Deshacer',
  'answer.withdrawn': 'Retirado: al miembro no le llegó. Escribiste:',
  'answer.undo-late': 'Demasiado tarde: ya está en camino o se retiró antes.',
  'copy.withdrawn': '-# ↩️ retirado antes de enviarse',
  'transcript.withdrawn': 'retirado antes de enviarse',

  // ---- quiet for too long ----
  'notice.closes-soon':
    'Hace tiempo que nadie escribe aquí. Esta conversación con **{{server}}** se cerrará {{at, when-relative}} si nadie dice nada.',
  'member.closed-quiet':
    'Tu conversación con **{{server}}** se cerró porque hacía tiempo que nadie escribía. Vuelve a escribir aquí cuando lo necesites.',

  // ---- open again ----
  'answer.reopened': 'Este ticket vuelve a estar abierto.',
  'answer.reopened-there': 'Vuelve a estar abierto: {{channel}}',
  'answer.reopen.no-such-ticket': 'No encuentro ese ticket. Dime su número, su canal o un enlace al canal.',
  'answer.reopen.not-closed': 'Este ticket está abierto.',
  'answer.reopen.still-closing': 'Este ticket aún se está cerrando. Inténtalo de nuevo en un momento.',
  'answer.reopen.channel-gone':
    'El canal de este ticket ya no existe, así que no se puede reabrir. Para escribir al miembro, usa /contact.',
  'answer.reopen.member-left': 'El miembro de este ticket ya no está en el servidor, así que se queda cerrado.',
  'answer.reopen.not-possible': 'Este ticket no se puede reabrir.',
  'hint.has-ticket': 'El miembro tiene otro ticket abierto: {{channel}}. Este se queda cerrado.',
  'command.reopen': 'Reabre un ticket cerrado',
  'command.reopen.ticket': 'Su número, canal o enlace; si no lo pones, el ticket de este canal',
  'command.reopen.notify': 'Si se avisa al miembro',
  'problem.cannot-reopen-channel': 'Se reabrió un ticket, pero no su canal <#{{where}}>: {{reason}}',
  'fix.cannot-reopen-channel': 'Dame allí Gestionar hilos o, si es un canal, Gestionar canales, y desarchívalo a mano.',
  'log.reopened': '📬 {{by}} reabrió el ticket {{number}} de {{member}}: {{channel}}',

  // ---- feedback ----
  'feedback.ask': '¿Qué te pareció? Elige de una a cinco estrellas; el equipo verá tu valoración.',
  'feedback.thanks': 'Tu valoración: {{stars}}. ¡Gracias!',
  'feedback.add-words': 'Añadir unas palabras',
  'feedback.form': '¿Quieres añadir algo?',
  'feedback.form.words': 'Tu mensaje para el equipo',
  'feedback.late': 'Ya nos dijiste qué te pareció esta conversación. ¡Gracias!',
  'feedback.open-again': 'Esta conversación vuelve a estar abierta. Podrás valorarla cuando termine.',
  'notice.rated': '⭐ Valoración del miembro para este ticket: {{stars}}.',
  'notice.rated-words': '⭐ El miembro añadió a su valoración: {{comment}}',
  'log.rated': '⭐ {{member}} valoró el ticket {{number}} con {{stars}}.',
  'log.commented': '⭐ {{member}} valoró el ticket {{number}} con {{stars}} y dice:',
  'log.thanked': '❤️ {{member}} dijo tras el ticket {{number}}:',
  'card.rating': 'Valoración',
  'transcript.rating': 'Valoración',
  'transcript.rating-words': 'Lo que dice el miembro',
};
