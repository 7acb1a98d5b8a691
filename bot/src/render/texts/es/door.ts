import type { Translated } from '../keys.ts';
import type { door as english } from '../en/door.ts';

/** What members are asked before a ticket opens, and what staff see of it, in Spanish. */
export const door: Translated<typeof english> = {
  'door.topic': '¿Sobre qué quieres escribir a **{{server}}**?',
  'door.topic-placeholder': 'Elige un tema',
  'door.about': 'Tema: **{{topic}}**',
  'door.unfilled': 'Elegiste **{{topic}}**, que incluye algunas preguntas. Respóndelas o elige otra cosa.',
  'door.fill': 'Responder las preguntas',
  'door.anonymity': '¿Quieres escribir a **{{server}}** con tu nombre?',
  'door.anonymity-means':
    '-# De forma anónima: el equipo ve un nombre inventado en vez de tu nombre, tu foto y tu cuenta.',
  'door.named': 'Con mi nombre',
  'door.anonymous': 'De forma anónima',
  'door.topic-gone': 'Ese tema ya no está disponible. Elige otra vez, por favor.',
  'door.expired': 'Esa pregunta ya había expirado, así que tengo que repetirla.',
  'door.answers-wrong':
    'Las preguntas cambiaron mientras tanto. Lo que escribiste sigue ahí; échale otro vistazo a estas:',
  'door.wrong.missing': 'Falta la respuesta a **{{label}}**.',
  'door.wrong.too-long': 'La respuesta a **{{label}}** es demasiado larga.',
  'door.wrong.no-choice': 'Lo que elegiste en **{{label}}** ya no está disponible.',
  'door.along':
    'Lo que escribiste en nuestros mensajes directos está en espera para **{{meant}}**. ¿Prefieres que lo envíe a **{{here}}**?',
  'door.along-yes': 'Enviar a {{here}}',
  'door.along-no': 'No, es para {{meant}}',
  'door.stays':
    'Sigue en espera para **{{meant}}**. Responde a lo que te pregunté en nuestros mensajes directos, o escribe allí y te lo vuelvo a preguntar.',
  'door.form-sent': 'Tus respuestas llegaron a **{{server}}**. Si quieres añadir algo, escríbelo aquí.',
  'door.open-already': 'Tu conversación con **{{server}}** ya está abierta. Escribe aquí directamente.',
  'notice.not-asked':
    '⚠️ El miembro no acepta mensajes directos: no se le pudo preguntar nada antes de abrir este ticket, y puede que tus respuestas no le lleguen.',
  'card.topic': 'Tema',
  'card.no-answer': 'sin respuesta',
  'transcript.topic': 'Tema',
};
