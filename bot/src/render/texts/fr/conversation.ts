import type { conversation as english } from '../en/conversation.ts';
import type { Translated } from '../keys.ts';

/** What stands in the two sides of a ticket, in French. */
export const conversation: Translated<typeof english> = {
  // ---- to the member ----
  'member.greeting': 'Merci pour ton message ! L’équipe de **{{server}}** te lit ici et te répondra bientôt.',
  'member.message-sent': 'Message envoyé à **{{server}}**.',
  'member.files-refused':
    '**{{server}}** n’accepte pas ce genre de fichiers, ils n’ont donc pas été transmis : {{names}}',
  'member.closed':
    'Ta conversation avec **{{server}}** a été fermée. Écris de nouveau ici dès que tu as besoin de quelque chose.',
  'member.closed-with-comment': 'Ta conversation avec **{{server}}** a été fermée :',
  'member.closed-again': 'Écris de nouveau ici dès que tu as besoin de quelque chose.',
  'member.no-server': 'Je n’ai trouvé aucun serveur en commun avec toi qui accepte des messages ici.',
  'member.cannot-open.permission':
    'Ton message n’a pas pu être transmis à **{{server}}** : il me manque une permission là-bas. L’équipe peut voir le problème ; réessaie plus tard.',
  'member.cannot-open.parent-gone':
    'Ton message n’a pas pu être transmis à **{{server}}** : le salon prévu pour ça n’existe plus. L’équipe peut voir le problème ; réessaie plus tard.',
  'member.waits-for-room':
    'Ton message à **{{server}}** est bien gardé : il n’y a pas de place pour une conversation de plus en ce moment. Il partira tout seul dès qu’il y en aura.',
  'member.cannot-open.other': 'Ton message n’a pas pu être transmis à **{{server}}**. Réessaie plus tard.',
  'member.cooldown':
    'Tu viens d’ouvrir une conversation avec **{{server}}**. Tu pourras en ouvrir une autre {{at, when-relative}}.',
  'member.blocked': 'Tu ne peux pas ouvrir de conversation avec **{{server}}** pour le moment.',
  'member.paused': '**{{server}}** n’accepte pas de nouvelles conversations pour le moment. Réessaie plus tard.',
  'member.paused-until':
    '**{{server}}** n’accepte pas de nouvelles conversations jusqu’au {{until, when}}. Réessaie à ce moment-là.',
  'member.own-words': '{{words}}',
  'member.account-too-young':
    'Ton compte Discord est trop récent pour écrire à **{{server}}**. Tu pourras le faire à partir du {{from, when}}.',
  'member.too-new-here':
    'Tu es sur **{{server}}** depuis trop peu de temps pour écrire à son équipe. Tu pourras le faire à partir du {{from, when}}.',
  'member.role-missing':
    '**{{server}}** n’accepte que les messages des membres qui ont un certain rôle, et tu ne l’as pas.',
  'member.away':
    'L’équipe de **{{server}}** n’est pas là à cette heure-ci. Tes messages l’attendent ici, et elle te répondra plus tard.',
  'member.reopened': 'Ta conversation avec **{{server}}** est rouverte.',
  'member.too-many':
    'Ça fait beaucoup d’un coup : ce qui a un ❌ n’a pas été transmis. Attends une minute avant d’écrire la suite.',

  // ---- which server? ----
  'ask-server.prompt': 'À quel serveur s’adresse ton message ?',
  'ask-server.placeholder': 'Choisis un serveur',
  'ask-server.more': 'Plus de serveurs',
  'ask-server.back': 'Retour',
  'ask-server.page': 'Page {{page}} sur {{pages}}',
  'ask-server.kept_one': 'Ton message est gardé jusqu’à ton choix.',
  'ask-server.kept_other': 'Tes {{count}} messages sont gardés jusqu’à ton choix.',
  'ask-server.prompt-by-name':
    'À quel serveur s’adresse ton message ? Je suis sur trop de serveurs pour tous les lister : dis-moi son nom, ou utilise /contact-staff là-bas.',
  'ask-server.which': 'À quel serveur veux-tu écrire ?',
  'ask-server.by-name': 'Entrer un nom',
  'ask-server.other': 'Un autre serveur',
  'ask-server.form': 'Quel serveur ?',
  'ask-server.form.name': 'Le nom du serveur',
  'ask-server.not-found': 'Je n’ai trouvé aucun serveur de ce nom en commun avec toi qui accepte des messages ici.',
  'ask-server.write-now': 'Écris ici maintenant : ton prochain message ira à **{{server}}**.',
  'ask-ticket.prompt':
    'Tu as plusieurs conversations ouvertes, et il y a du nouveau dans une autre. Dans laquelle veux-tu envoyer ton message ?',
  'panel.text': 'Appuie sur le bouton pour écrire à l’équipe de ce serveur. Je t’enverrai un message privé.',
  'panel.label': 'Contacter l’équipe',
  'member.contacted': 'L’équipe de **{{server}}** aimerait te parler. Ce que tu écris ici lui est transmis.',
  'member.goes-to':
    '-# Tes messages vont maintenant à **{{server}}**. Pour écrire à un autre serveur, utilise /switch.',
  'ask-server.chosen': 'Ton message part pour **{{server}}**.',
  'ask-server.expired':
    'Cette question a expiré. Écris-moi encore et je te la reposerai ; ce que tu as déjà écrit est bien gardé.',
  'ask-server.not-any-more': 'Tu ne peux plus écrire à ce serveur. Choisis-en un autre.',

  // ---- in the ticket channel: what happened ----
  'notice.contacted': '{{by}} a ouvert ce ticket pour parler avec le membre.',
  'notice.claimed': '{{by}} a pris ce ticket en charge.',
  'notice.unclaimed': '{{by}} a libéré ce ticket.',
  'notice.blocked': '{{by}} a bloqué le membre, qui ne peut plus ouvrir de nouveaux tickets.',
  'notice.blocked-because':
    '{{by}} a bloqué le membre, qui ne peut plus ouvrir de nouveaux tickets. Raison : {{reason}}',
  'notice.blocked-until':
    '{{by}} a bloqué le membre, qui ne peut plus ouvrir de nouveaux tickets jusqu’au {{until, when}}.',
  'notice.blocked-until-because':
    '{{by}} a bloqué le membre, qui ne peut plus ouvrir de nouveaux tickets jusqu’au {{until, when}}. Raison : {{reason}}',
  'notice.block-ended': 'Le blocage est terminé : le membre peut de nouveau ouvrir des tickets.',
  'notice.unblocked': '{{by}} a débloqué le membre.',
  'notice.claim-dropped': '{{by}} ne fait plus partie de l’équipe ; ce ticket est de nouveau libre.',
  'notice.closed': '{{by}} a fermé ce ticket.',
  'notice.closed-with-comment': '{{by}} a fermé ce ticket : {{comment}}',
  'notice.closed-auto': 'Ce ticket a été fermé, car plus personne n’y écrivait.',
  'notice.reopened': '{{by}} a rouvert ce ticket.',
  'notice.member-left': 'Le membre a quitté le serveur.',
  'notice.member-came': 'Le membre est de retour sur le serveur.',
  'notice.not-delivered.cannot-dm':
    '❌ Non remis : le membre n’accepte pas les messages privés de ce serveur, ou a bloqué le bot.',
  'notice.not-delivered.gone': '❌ Non remis : ce compte n’existe plus.',
  'notice.not-delivered.text-blocked': '❌ Non remis : Discord a refusé le texte.',
  'notice.not-delivered.too-large': '❌ Non remis : c’est plus gros que ce que Discord autorise.',
  'notice.not-delivered.quarantined':
    '❌ Non remis : Discord ne laisse pas ce bot envoyer de messages privés pour le moment.',
  'notice.not-delivered.other': '❌ Non remis : Discord l’a refusé.',
  'notice.greeting-not-delivered':
    '⚠️ Le membre n’accepte pas les messages privés : tes réponses risquent de ne pas arriver.',
  'notice.copy-refused':
    '⚠️ Un message du membre n’a pas pu être affiché ici : Discord l’a refusé. Il figure dans la transcription.',
  'notice.downtime_one':
    'Je n’étais pas là. {{count}} message écrit entre le {{from, when}} et le {{to, when}} a été récupéré.',
  'notice.downtime_other':
    'Je n’étais pas là. {{count}} messages écrits entre le {{from, when}} et le {{to, when}} ont été récupérés.',
  'notice.gap':
    'Je n’étais pas là entre le {{from, when}} et le {{to, when}}. Les premiers messages de personnes que je ne connaissais pas ont pu m’échapper.',
  'notice.gap-short':
    'Je me suis absenté un instant : {{to, when}}. Les premiers messages de personnes que je ne connaissais pas ont pu m’échapper.',
  'notice.unknown': 'Il s’est passé ici quelque chose que cette version ne sait pas décrire ({{key}}).',

  // ---- in copies ----
  'copy.reply-to': '-# ↪ {{name}} : {{excerpt}}',
  'copy.reply-to-linked': '-# ↪ [{{name}} : {{excerpt}}]({{link}})',
  'copy.reply-to-gone': '-# ↪ un message qui n’est plus là',
  'copy.quoted-message': 'un message',
  'copy.quoted-file': 'un fichier',
  'copy.quoted-sticker': 'un autocollant',
  'copy.quoted-poll': 'un sondage',
  'copy.quoted-forward': 'un message transféré',
  'copy.edited': '-# ✏️ modifié le {{at, when}}',
  'copy.deleted': '-# 🗑️ supprimé par son auteur le {{at, when}}',
  'copy.signed': '**{{name}} :**',
  'copy.from-server': '-# {{server}}',
  'copy.sticker': 'Autocollant : {{name}}',
  'copy.sticker-linked': '[Autocollant : {{name}}]({{url}})',
  'copy.voice': '🎤 Message vocal ({{length}})',
  'copy.poll': '📊 Sondage : **{{question}}**',
  'copy.activity': '🎮 Une invitation à une activité',
  'copy.activity-named': '🎮 Une invitation à {{name}}',
  'copy.sound': '🔊 Un son',
  'copy.sound-named': '🔊 Son : {{name}}',
  'copy.theme': '🎨 Un thème de couleurs pour Discord',
  'copy.forwarded': '-# ↪ transféré',
  'copy.unknown': '❔ Ce message contient aussi quelque chose que je ne peux pas afficher : {{kind}}',
  'copy.empty': '-# un message vide',
  'copy.file-linked':
    '📎 [{{name}}]({{url}}) ({{size}}) est trop gros pour être joint. Le lien fonctionne pendant environ un jour.',
  'copy.file-kept': '📎 {{name}} ({{size}}) est trop gros pour être joint. Il est gardé avec le ticket.',
  'copy.file-lost-linked':
    '📎 [{{name}}]({{url}}) ({{size}}) n’a pas pu être copié. Le lien fonctionne pendant environ un jour.',
  'copy.file-lost': '📎 {{name}} ({{size}}) n’a pas pu être copié.',
  'copy.file-refused': '-# 📎 {{name}} : laissé de côté, car ce serveur n’accepte pas ce genre de fichiers des membres',
  'copy.internal': '-# interne : le membre ne voit pas ça',
  'copy.not-delivered': '-# ❌ non remis',
  'copy.held': '-# ⏱️ en attente : trop de messages en une minute',

  // ---- names ----
  'name.member': 'Membre',
  'name.staff': 'Équipe',
  'name.neutral': 'Quelqu’un',
  'name.the-team': 'L’équipe',
  'name.server': 'ce serveur',
  'name.with-role': '{{name}} ({{role}})',
};
