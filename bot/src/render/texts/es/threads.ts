import type { Translated } from '../keys.ts';
import type { threads as english } from '../en/threads.ts';

/** Who is in the thread of a ticket, and the menu behind More, in Spanish. */
export const threads: Translated<typeof english> = {
  'notice.member-kept-out':
    '⚠️ Alguien añadió a {{member}}, el miembro de este ticket, a este hilo, donde habla el equipo. Ya está fuera otra vez; puede que haya leído lo de arriba.',
  'log.join': 'Unirme',
  'command.join': 'Únete al hilo de un ticket',
  'command.join.number': 'El número del ticket',
  'command.add': 'Añade a otra persona del equipo a este ticket',
  'command.add.staff': 'A quién',
  'answer.joined': 'Ya estás dentro: {{channel}}',
  'answer.added': 'Ahora {{who}} está en este ticket.',
  'answer.no-such-ticket': 'No hay ningún ticket con ese número.',
  'answer.opens-in-a-moment': 'El canal de este ticket aún se está creando. Inténtalo de nuevo en un momento.',
  'answer.seen-by-all-staff': 'Quienes tienen un rol del equipo ya ven este canal.',
  'answer.only-staff-join': 'Solo el equipo puede unirse a un ticket: mira `staffRoles` y `adminRoles`.',
  'answer.cannot-join':
    'Discord no me deja: {{reason}}. Quien entre debe poder ver {{parent}}, y yo necesito allí Enviar mensajes en hilos.',
  'card.more': 'Más',
  'more.what': '¿Qué más?',
  'more.reply-anonymously': 'Responder sin mi nombre',
  'more.add': 'Añadir a alguien',
  'more.block': 'Bloquear al miembro',
  'form.block.title': 'Bloquear al miembro del ticket {{number}}',
  'form.block.reason': 'Motivo; el equipo lo ve en el ticket',
  'form.block.duration': 'Por cuánto tiempo',
  'form.block.duration-placeholder': 'Como 3d o 2h30m; vacío: hasta que alguien lo desbloquee',
  'form.block.evidence': 'Un enlace como prueba',
};
