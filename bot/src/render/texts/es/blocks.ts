import type { Translated } from '../keys.ts';
import type { blocks as english } from '../en/blocks.ts';

/** Who may not open tickets, and why: what staff read about it, in Spanish. */
export const blocks: Translated<typeof english> = {
  'notice.blocked-shown': '{{by}} bloqueó al miembro: ya no puede abrir tickets nuevos. Prueba: {{evidence}}',
  'notice.blocked-because-shown':
    '{{by}} bloqueó al miembro: ya no puede abrir tickets nuevos. Motivo: {{reason}}\nPrueba: {{evidence}}',
  'notice.blocked-until-shown':
    '{{by}} bloqueó al miembro: no puede abrir tickets nuevos hasta el {{until, when}}. Prueba: {{evidence}}',
  'notice.blocked-until-because-shown':
    '{{by}} bloqueó al miembro: no puede abrir tickets nuevos hasta el {{until, when}}. Motivo: {{reason}}\nPrueba: {{evidence}}',

  'command.block.evidence': 'Dónde se ve el motivo: el enlace de un mensaje o de una página',
  'command.blacklist': 'Quién no puede abrir tickets nuevos',
  'command.blocks': 'Muestra a quién se bloqueó, quién lo hizo y por qué, y permite desbloquear',

  'answer.evidence-no-link':
    'La prueba tiene que ser un enlace: clic derecho en un mensaje → Copiar enlace del mensaje, o pega una dirección.',
  'answer.evidence-too-long': 'El enlace de la prueba es demasiado largo: como máximo, {{most}} caracteres.',
  'answer.block-everyone':
    'No se puede bloquear a todo el mundo. Para no recibir tickets nuevos por un tiempo, usa `/pause` o desactiva `enabled`.',
  'answer.block-staff': '{{who}} responde tickets aquí. ¿Bloquear de todos modos?',
  'answer.block-staff-role': 'Quienes tienen {{role}} responden tickets aquí. ¿Bloquear de todos modos?',
  'button.block-anyway': 'Bloquear de todos modos',
  'hint.block-staff':
    'Es alguien del equipo que responde tickets aquí. Escríbelo otra vez en los próximos cinco minutos para bloquear de todos modos.',

  'blocks.title': 'Quién no puede abrir tickets',
  'blocks.none': 'Aquí no hay nadie bloqueado.',
  'blocks.no-more': 'No hay más.',
  'blocks.since': 'por {{by}} {{since, when-relative}}',
  'blocks.until': 'hasta el {{until, when}}',
  'blocks.for-good': 'hasta que alguien lo desbloquee',
  'blocks.reason': 'Motivo: {{reason}}',
  'blocks.evidence': 'Prueba: {{evidence}}',
  'blocks.unblock': 'Desbloquear…',
  'blocks.newest': 'Más recientes',
  'blocks.older': 'Anteriores',
  'blocks.role': 'Rol {{role}}',
};
