import type { closing as english } from '../en/closing.ts';
import type { Translated } from '../keys.ts';

/** What is said around the end of a ticket, and of replies that are taken back, in French. */
export const closing: Translated<typeof english> = {
  // ---- taken back ----
  'answer.goes-out': 'Envoi {{when}}.',
  'answer.undo': 'Annuler',
  'answer.withdrawn': 'Envoi annulé : le membre n’a rien reçu. Tu avais écrit :',
  'answer.undo-late': 'Trop tard : le message est déjà en route, ou a déjà été annulé.',
  'copy.withdrawn': '-# ↩️ annulé avant l’envoi',
  'transcript.withdrawn': 'annulé avant l’envoi',

  // ---- quiet for too long ----
  'notice.closes-soon':
    'C’est calme par ici. Sans nouveau message, cette conversation avec **{{server}}** sera fermée {{at, when-relative}}.',
  'member.closed-quiet':
    'Ta conversation avec **{{server}}** a été fermée, car plus personne n’y écrivait. Écris de nouveau ici dès que tu as besoin de quelque chose.',

  // ---- open again ----
  'answer.reopened': 'Ce ticket est rouvert.',
  'answer.reopened-there': 'Rouvert : {{channel}}',
  'answer.reopen.no-such-ticket': 'Je ne connais pas ce ticket. Donne son numéro, son salon ou un lien vers celui-ci.',
  'answer.reopen.not-closed': 'Ce ticket est ouvert.',
  'answer.reopen.still-closing': 'Ce ticket est encore en cours de fermeture. Réessaie dans un instant.',
  'answer.reopen.channel-gone':
    'Le salon de ce ticket n’existe plus, impossible de le rouvrir. Pour écrire au membre, utilise /contact.',
  'answer.reopen.member-left': 'Le membre de ce ticket n’est plus sur le serveur, le ticket reste donc fermé.',
  'answer.reopen.not-possible': 'Ce ticket ne peut pas être rouvert.',
  'hint.has-ticket': 'Le membre a un autre ticket ouvert : {{channel}}. Celui-ci reste fermé.',
  'command.reopen': 'Rouvrir un ticket fermé',
  'command.reopen.ticket': 'Son numéro, son salon ou un lien ; sinon, le ticket de ce salon',
  'command.reopen.notify': 'Prévenir le membre',
  'problem.cannot-reopen-channel': 'Un ticket a été rouvert, mais pas son salon <#{{where}}> : {{reason}}',
  'fix.cannot-reopen-channel':
    'Donne-moi « Gérer les fils » à cet endroit (pour les salons : « Gérer le salon »), et désarchive-le à la main.',
  'log.reopened': '📬 Ticket {{number}} ({{member}}) rouvert par {{by}} : {{channel}}',

  // ---- feedback ----
  'feedback.ask': 'Comment ça s’est passé ? Choisis de 1 à 5 étoiles ; l’équipe les verra.',
  'feedback.thanks': 'Tu as donné {{stars}}. Merci !',
  'feedback.add-words': 'Ajouter quelques mots',
  'feedback.form': 'Que veux-tu ajouter ?',
  'feedback.form.words': 'Tes mots pour l’équipe',
  'feedback.late': 'Tu as déjà donné ton avis sur cette conversation. Merci !',
  'feedback.open-again': 'Cette conversation est rouverte. Tu pourras la noter quand elle sera terminée.',
  'notice.rated': '⭐ Le membre a donné {{stars}} à ce ticket.',
  'notice.rated-words': '⭐ Le membre a ajouté à ses étoiles : {{comment}}',
  'log.rated': '⭐ {{member}} a donné {{stars}} au ticket {{number}}.',
  'log.commented': '⭐ {{member}} a donné {{stars}} au ticket {{number}} et ajoute :',
  'log.thanked': '❤️ {{member}} a écrit après le ticket {{number}} :',
  'card.rating': 'Note',
  'transcript.rating': 'Note',
  'transcript.rating-words': 'L’avis du membre',
};
