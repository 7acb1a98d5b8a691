import type { threads as english } from '../en/threads.ts';
import type { Translated } from '../keys.ts';

/** Who is in the thread of a ticket, and the menu behind More, in French. */
export const threads: Translated<typeof english> = {
  'notice.member-kept-out':
    '⚠️ {{member}} est le membre de ce ticket et s’est retrouvé dans ce fil, où l’équipe parle entre elle. Je l’en ai retiré ; il a pu lire ce qui se trouve au-dessus.',
  'log.join': 'Rejoindre',
  'command.join': 'Rejoindre le fil d’un ticket',
  'command.join.number': 'Le numéro du ticket',
  'command.add': 'Faire venir quelqu’un d’autre de l’équipe dans ce ticket',
  'command.add.staff': 'Qui',
  'answer.joined': 'Tu y es : {{channel}}',
  'answer.added': '{{who}} est maintenant dans ce ticket.',
  'answer.no-such-ticket': 'Il n’y a pas de ticket avec ce numéro.',
  'answer.opens-in-a-moment': 'Le salon de ce ticket est encore en cours de création. Réessaie dans un instant.',
  'answer.seen-by-all-staff': 'Toutes les personnes qui ont un rôle d’équipe voient déjà ce salon.',
  'answer.only-staff-join': 'Seule l’équipe peut rejoindre un ticket : voir `staffRoles` et `adminRoles`.',
  'answer.cannot-join':
    'Discord ne me laisse pas faire : {{reason}}. Il faut pouvoir voir {{parent}} pour rejoindre le ticket, et il m’y faut « Envoyer des messages dans les fils ».',
  'card.more': 'Plus',
  'more.what': 'Quoi d’autre ?',
  'more.reply-anonymously': 'Répondre sans mon nom',
  'more.add': 'Faire venir quelqu’un',
  'more.block': 'Bloquer le membre',
  'form.block.title': 'Bloquer le membre du ticket {{number}}',
  'form.block.reason': 'Pourquoi ; l’équipe le lit dans le ticket',
  'form.block.duration': 'Pour combien de temps',
  'form.block.duration-placeholder': 'Par ex. 3 days ou 2h30m ; vide : jusqu’au déblocage',
  'form.block.evidence': 'Un lien comme preuve',
};
