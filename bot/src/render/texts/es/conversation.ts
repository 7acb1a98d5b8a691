import type { Translated } from '../keys.ts';
import type { conversation as english } from '../en/conversation.ts';

/** What stands in the two sides of a ticket, in Spanish. */
export const conversation: Translated<typeof english> = {
  // ---- to the member ----
  'member.greeting':
    '¡Gracias por escribir! El equipo de **{{server}}** puede leer tus mensajes aquí y te responderá pronto.',
  'member.message-sent': 'Mensaje enviado a **{{server}}**.',
  'member.files-refused': '**{{server}}** no acepta este tipo de archivos, así que no se enviaron: {{names}}',
  'member.closed': 'Tu conversación con **{{server}}** se cerró. Vuelve a escribir aquí cuando lo necesites.',
  'member.closed-with-comment': 'Tu conversación con **{{server}}** se cerró:',
  'member.closed-again': 'Vuelve a escribir aquí cuando lo necesites.',
  'member.no-server': 'No encontré ningún servidor que tengamos en común y que reciba mensajes por aquí.',
  'member.cannot-open.permission':
    'No pude enviar tu mensaje a **{{server}}**: allí me falta un permiso. El equipo puede verlo; inténtalo de nuevo más tarde.',
  'member.cannot-open.parent-gone':
    'No pude enviar tu mensaje a **{{server}}**: el lugar al que llegan los mensajes ya no existe. El equipo puede verlo; inténtalo de nuevo más tarde.',
  'member.waits-for-room':
    'Tu mensaje para **{{server}}** está guardado: ahora mismo no hay espacio para otra conversación. Se enviará por sí solo en cuanto lo haya.',
  'member.cannot-open.other': 'No pude enviar tu mensaje a **{{server}}**. Inténtalo de nuevo más tarde.',
  'member.cooldown':
    'Acabas de abrir una conversación con **{{server}}**. Podrás abrir la siguiente {{at, when-relative}}.',
  'member.blocked': 'En este momento no puedes abrir conversaciones con **{{server}}**.',
  'member.paused': '**{{server}}** no acepta conversaciones nuevas en este momento. Vuelve a escribir más tarde.',
  'member.paused-until':
    '**{{server}}** no acepta conversaciones nuevas hasta el {{until, when}}. Vuelve a escribir entonces.',
  'member.own-words': '{{words}}',
  'member.account-too-young':
    'Tu cuenta de Discord es demasiado nueva para escribir a **{{server}}**. Podrás hacerlo a partir del {{from, when}}.',
  'member.too-new-here':
    'Llevas muy poco tiempo en **{{server}}** para escribir a su equipo. Podrás hacerlo a partir del {{from, when}}.',
  'member.role-missing': '**{{server}}** solo recibe mensajes de miembros con cierto rol, y tú no lo tienes.',
  'member.away':
    'El equipo de **{{server}}** no está disponible a estas horas. Verá tus mensajes y te responderá más tarde.',
  'member.reopened': 'Tu conversación con **{{server}}** vuelve a estar abierta.',
  'member.too-many':
    'Fueron muchos mensajes de golpe: los que tienen ❌ no se enviaron. Espera un minuto antes de escribir más.',

  // ---- which server? ----
  'ask-server.prompt': '¿Para qué servidor es tu mensaje?',
  'ask-server.placeholder': 'Elige un servidor',
  'ask-server.more': 'Más servidores',
  'ask-server.back': 'Atrás',
  'ask-server.page': 'Página {{page}} de {{pages}}',
  'ask-server.kept_one': 'Tu mensaje queda guardado hasta que elijas.',
  'ask-server.kept_other': 'Tus {{count}} mensajes quedan guardados hasta que elijas.',
  'ask-server.prompt-by-name':
    '¿Para qué servidor es tu mensaje? Estoy en demasiados para hacer una lista: dime su nombre o usa /contact-staff allí.',
  'ask-server.which': '¿A qué servidor quieres escribir?',
  'ask-server.by-name': 'Escribir un nombre',
  'ask-server.other': 'Otro servidor',
  'ask-server.form': '¿Qué servidor?',
  'ask-server.form.name': 'El nombre del servidor',
  'ask-server.not-found':
    'No encontré ningún servidor con ese nombre que tengamos en común y que reciba mensajes por aquí.',
  'ask-server.write-now': 'Ya puedes escribir aquí: tu próximo mensaje irá a **{{server}}**.',
  'ask-ticket.prompt': 'Tienes varias conversaciones abiertas, y en otra hay novedades. ¿Para cuál es tu mensaje?',
  'panel.text': 'Usa el botón para escribir al equipo de este servidor. Te enviaré un mensaje directo.',
  'panel.label': 'Escribir al equipo',
  'member.contacted': 'El equipo de **{{server}}** quiere hablar contigo. Lo que escribas aquí le llegará.',
  'member.goes-to': '-# Tus mensajes van ahora a **{{server}}**. Para escribir a otro servidor, usa /switch.',
  'ask-server.chosen': 'Tu mensaje va a **{{server}}**.',
  'ask-server.expired':
    'Esta pregunta ya expiró. Escribe otra vez y te la repito; lo que escribiste antes sigue guardado.',
  'ask-server.not-any-more': 'Ya no puedes escribir a ese servidor. Elige otro, por favor.',

  // ---- in the ticket channel: what happened ----
  'notice.contacted': '{{by}} abrió este ticket para hablar con el miembro.',
  'notice.claimed': '{{by}} se encarga de este ticket.',
  'notice.unclaimed': '{{by}} dejó libre este ticket.',
  'notice.blocked': '{{by}} bloqueó al miembro: ya no puede abrir tickets nuevos.',
  'notice.blocked-because': '{{by}} bloqueó al miembro: ya no puede abrir tickets nuevos. Motivo: {{reason}}',
  'notice.blocked-until': '{{by}} bloqueó al miembro: no puede abrir tickets nuevos hasta el {{until, when}}.',
  'notice.blocked-until-because':
    '{{by}} bloqueó al miembro: no puede abrir tickets nuevos hasta el {{until, when}}. Motivo: {{reason}}',
  'notice.block-ended': 'Terminó el tiempo del bloqueo: el miembro puede volver a abrir tickets.',
  'notice.unblocked': '{{by}} desbloqueó al miembro.',
  'notice.claim-dropped': '{{by}} ya no está en el equipo; este ticket vuelve a estar libre.',
  'notice.closed': '{{by}} cerró este ticket.',
  'notice.closed-with-comment': '{{by}} cerró este ticket: {{comment}}',
  'notice.closed-auto': 'Este ticket se cerró porque hacía tiempo que nadie escribía.',
  'notice.reopened': '{{by}} reabrió este ticket.',
  'notice.member-left': 'El miembro salió del servidor.',
  'notice.member-came': 'El miembro volvió al servidor.',
  'notice.not-delivered.cannot-dm':
    '❌ No entregado: el miembro no acepta mensajes directos de este servidor o bloqueó al bot.',
  'notice.not-delivered.gone': '❌ No entregado: esta cuenta ya no existe.',
  'notice.not-delivered.text-blocked': '❌ No entregado: Discord rechazó el texto.',
  'notice.not-delivered.too-large': '❌ No entregado: supera el tamaño que permite Discord.',
  'notice.not-delivered.quarantined':
    '❌ No entregado: Discord no deja que este bot envíe mensajes directos en este momento.',
  'notice.not-delivered.other': '❌ No entregado: Discord lo rechazó.',
  'notice.greeting-not-delivered': '⚠️ El miembro no acepta mensajes directos: puede que tus respuestas no le lleguen.',
  'notice.copy-refused':
    '⚠️ Un mensaje del miembro no se pudo mostrar aquí: Discord lo rechazó. Está en la transcripción.',
  'notice.downtime_one':
    'Estuve sin conexión. Recuperé {{count}} mensaje escrito entre el {{from, when}} y el {{to, when}}.',
  'notice.downtime_other':
    'Estuve sin conexión. Recuperé {{count}} mensajes escritos entre el {{from, when}} y el {{to, when}}.',
  'notice.gap':
    'Estuve sin conexión entre el {{from, when}} y el {{to, when}}. Puede que no me llegaran los primeros mensajes de gente que aún no conocía.',
  'notice.gap-short':
    'Estuve un momento sin conexión: {{to, when}}. Puede que no me llegaran los primeros mensajes de gente que aún no conocía.',
  'notice.unknown': 'Aquí pasó algo que esta versión no sabe describir ({{key}}).',

  // ---- in copies ----
  'copy.reply-to': '-# ↪ {{name}}: {{excerpt}}',
  'copy.reply-to-linked': '-# ↪ [{{name}}: {{excerpt}}]({{link}})',
  'copy.reply-to-gone': '-# ↪ un mensaje que ya no está',
  'copy.quoted-message': 'un mensaje',
  'copy.quoted-file': 'un archivo',
  'copy.quoted-sticker': 'un sticker',
  'copy.quoted-poll': 'una encuesta',
  'copy.quoted-forward': 'un mensaje reenviado',
  'copy.edited': '-# ✏️ editado el {{at, when}}',
  'copy.deleted': '-# 🗑️ eliminado el {{at, when}} por quien lo escribió',
  'copy.signed': '**{{name}}:**',
  'copy.from-server': '-# {{server}}',
  'copy.sticker': 'Sticker: {{name}}',
  'copy.sticker-linked': '[Sticker: {{name}}]({{url}})',
  'copy.voice': '🎤 Mensaje de voz ({{length}})',
  'copy.poll': '📊 Encuesta: **{{question}}**',
  'copy.activity': '🎮 Una invitación a una actividad',
  'copy.activity-named': '🎮 Una invitación a {{name}}',
  'copy.sound': '🔊 Un sonido',
  'copy.sound-named': '🔊 Sonido: {{name}}',
  'copy.theme': '🎨 Un tema de colores para Discord',
  'copy.forwarded': '-# ↪ reenviado',
  'copy.unknown': '❔ Este mensaje incluye algo más que no puedo mostrar: {{kind}}',
  'copy.empty': '-# un mensaje vacío',
  'copy.file-linked':
    '📎 [{{name}}]({{url}}) ({{size}}) es demasiado grande para enviarlo. El enlace funciona durante un día, más o menos.',
  'copy.file-kept': '📎 {{name}} ({{size}}) es demasiado grande para enviarlo. Queda guardado con el ticket.',
  'copy.file-lost-linked':
    '📎 [{{name}}]({{url}}) ({{size}}) no se pudo copiar. El enlace funciona durante un día, más o menos.',
  'copy.file-lost': '📎 {{name}} ({{size}}) no se pudo copiar.',
  'copy.file-refused': '-# 📎 {{name}}: no se incluye; este servidor no acepta ese tipo de archivos de los miembros',
  'copy.internal': '-# interno: el miembro no lo ve',
  'copy.not-delivered': '-# ❌ no entregado',
  'copy.held': '-# ⏱️ en espera: demasiados mensajes en un minuto',

  // ---- names ----
  'name.member': 'Miembro',
  'name.staff': 'Equipo',
  'name.neutral': 'Alguien',
  'name.the-team': 'El equipo',
  'name.server': 'este servidor',
  'name.with-role': '{{name}} ({{role}})',
};
