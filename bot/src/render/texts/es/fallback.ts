import type { Translated } from '../keys.ts';
import type { fallback as english } from '../en/fallback.ts';

/** Private threads for members whose direct messages are closed, and ticket channels that refuse what is to be shown, in Spanish. */
export const fallback: Translated<typeof english> = {
  'member.kept':
    'El equipo de **{{server}}** aún no puede ver lo que tiene ❌: hay un problema con su canal. Queda guardado y le llegará por sí solo en cuanto se arregle.',
  'problem.ticket-channel':
    'El canal del ticket {{number}} no acepta nada de mi parte: allí me faltan permisos ({{permissions}}). Lo que se escriba queda en espera.',
  'fix.ticket-channel':
    'Edita el canal → Permisos → añade mi rol → permite {{permissions}}. Después todo sigue por sí solo.',
  'problem.ticket-thread':
    'El ticket {{number}} no acepta nada de mi parte: en {{where}} me faltan permisos ({{permissions}}). Lo que se escriba queda en espera.',
  'fix.ticket-thread':
    'Edita {{where}} → Permisos → añade mi rol → permite {{permissions}}. Después todo sigue por sí solo.',
  'problem.ticket-locked':
    'El hilo del ticket {{number}} está bloqueado y no puedo escribir en hilos bloqueados. Lo que se escriba queda en espera.',
  'fix.ticket-locked':
    'Desbloquea el hilo; o edita {{where}} → Permisos → añade mi rol → permite Gestionar hilos. Después todo sigue por sí solo.',
  'button.member-thread': 'Abrir un hilo privado con el miembro',
  'thread.name': 'Conversación {{number}} con el equipo',
  'member.thread':
    '{{member}} El equipo de **{{server}}** quiere responderte, pero no puedo enviarte mensajes directos. Para eso está este hilo privado: el equipo lee lo que escribas aquí y te responde aquí.',
  'member.thread-how':
    'Solo puedo leer los mensajes que me mencionan ({{bot}}) o que responden a uno mío, así que escribe de esa forma, por favor.',
  'member.thread-unseen':
    'No pude leer ese mensaje, así que no le llegó a nadie. Mencióname ({{bot}}) al escribir, o responde a uno de mis mensajes.',
  'member.closed-in-thread':
    'Tu conversación con **{{server}}** se cerró, y este hilo también. Cuando necesites algo, envíame un mensaje directo.',
  'member.closed-again-in-thread': 'Cuando necesites algo, envíame un mensaje directo.',
  'notice.member-thread':
    '{{by}} abrió un hilo privado con el miembro: {{link}}. A partir de ahora, lo que respondas llega allí.',
  'notice.not-delivered.left-server': '❌ No entregado: el miembro salió del servidor.',
  'answer.thread-opened':
    'Aquí está: {{link}}. Lo que no se pudo entregar ya está allí, y a partir de ahora lo que respondas llega allí.',
  'answer.thread-already': 'Ya hay un hilo privado con el miembro: {{link}}',
  'answer.thread-anonymous': 'Este miembro escribe de forma anónima; un hilo en el servidor mostraría quién es.',
  'answer.thread-not-set':
    'Ya no hay un canal para eso. La administración puede elegir uno con el ajuste fallbackChannel.',
  'answer.thread-member-left': 'El miembro ya no está en este servidor.',
  'answer.thread-bot-lacks':
    'En {{where}} me faltan permisos: {{permissions}}. Quien pueda editar el canal lo puede arreglar: Permisos → añadir mi rol → permitir {{permissions}}.',
  'answer.thread-member-lacks':
    'El miembro no podría usar un hilo en {{where}}: allí le faltan permisos ({{permissions}}). Quien pueda editar el canal lo puede arreglar, o elegir otro en el ajuste fallbackChannel.',
  'answer.thread-no-room':
    'El servidor tiene todos los hilos activos que permite Discord (1000). Cierra tickets o archiva otros hilos e inténtalo de nuevo.',
  'answer.thread-channel-gone':
    'El canal para eso, {{where}}, ya no existe o no puedo verlo. La administración puede elegir otro con el ajuste fallbackChannel.',
  'answer.thread-refused':
    'Discord rechazó un hilo privado en {{where}} ({{code}}). La administración puede elegir otro canal con el ajuste fallbackChannel.',
  'problem.fallback-unreached':
    'En {{where}}, el ajuste fallbackChannel, a los miembros les faltan permisos ({{permissions}}): allí no se le puede abrir un hilo privado a nadie.',
  'fix.fallback-unreached':
    'Edita {{where}} → Permisos → @everyone → permite {{permissions}}; o elige otro canal en el ajuste fallbackChannel.',
};
