import type { Translated } from '../keys.ts';
import type { anonymous as english } from '../en/anonymous.ts';

/** Tickets in which staff do not learn who the member is, in Spanish. */
export const anonymous: Translated<typeof english> = {
  'member.anonymous':
    '-# Aquí escribes de forma anónima: el equipo de **{{server}}** te ve como **{{alias}}**, sin tu nombre ni tu foto. Lo que cuentes de ti sí lo puede leer.',
  'member.goes-to-anonymous':
    '-# Tus mensajes van ahora a tu conversación anónima con **{{server}}**. Para escribir en otra, usa /switch o responde a uno de sus mensajes.',
  'copy.from-server-anonymous': '-# {{server}}, donde escribes de forma anónima',
  'ask-ticket.anonymous': '{{server}} (anónima)',
  'card.anonymous': '{{alias}}, ticket anónimo: aquí nadie puede ver quién es',
  'command.block.alias': 'A quién, si escribe de forma anónima: el alias que tiene en sus tickets',
  'answer.no-such-alias': 'Aquí nadie tiene ese alias en un ticket anónimo.',
  'member.file-as-it-was':
    'ℹ️ El equipo recibe tu archivo con un nombre neutro. Su contenido no se cambió: si incluye tu nombre, lo podrá leer. De las imágenes y las grabaciones MP4 quitamos los datos que añaden las cámaras y los programas.',
  'notice.not-delivered.anonymous': '❌ No se pudo entregar.',
};
