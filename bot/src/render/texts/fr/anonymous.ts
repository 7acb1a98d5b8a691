import type { anonymous as english } from '../en/anonymous.ts';
import type { Translated } from '../keys.ts';

/** Tickets in which staff do not learn who the member is. */
export const anonymous: Translated<typeof english> = {
  'member.anonymous':
    '-# Ici, tu es anonyme : l’équipe de **{{server}}** te voit sous le nom **{{alias}}**, sans ton nom ni ton avatar. Mais elle lit ce que tu écris sur toi.',
  'member.goes-to-anonymous':
    '-# Tes messages vont maintenant dans ta conversation anonyme avec **{{server}}**. Pour écrire dans une autre, utilise /switch ou réponds à l’un de ses messages.',
  'copy.from-server-anonymous': '-# {{server}}, où tu es anonyme',
  'ask-ticket.anonymous': '{{server}} (anonyme)',
  'card.anonymous': '{{alias}}, anonyme : personne ici ne peut voir qui c’est',
  'command.block.alias': 'Qui, si le membre est anonyme : le nom qu’il porte dans ses tickets',
  'answer.no-such-alias': 'Personne ne porte ce nom dans un ticket anonyme ici.',
  'member.file-as-it-was':
    'ℹ️ L’équipe reçoit ton fichier sous un nom neutre. Son contenu n’a pas été modifié : si ton nom y figure, elle peut le lire. Dans les images et les vidéos MP4, je retire ce que les appareils et les logiciels y inscrivent.',
  'notice.not-delivered.anonymous': '❌ Ce message n’a pas pu être remis.',
};
