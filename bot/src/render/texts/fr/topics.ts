import type { topics as english } from '../en/topics.ts';
import type { Translated } from '../keys.ts';

/** What admins read about topics and panels; what has to be mended is read outside of Discord too, so without markdown. */
export const topics: Translated<typeof english> = {
  'problem.topic': 'Le paramètre {{field}} ne convient pas à ce serveur : {{wrong}}.',
  'fix.topic': 'Modifie-le : /topic edit dans Discord, ou le paramètre topics dans un terminal.',
  'problem.topic-role-not-mentionable':
    'Je ne peux pas mentionner le rôle {{role}} : personne n’y est prévenu des nouveaux tickets du sujet {{topic}}.',
  'fix.topic-role-not-mentionable':
    'Paramètres du serveur → Rôles → {{role}} → active « Permettre à tout le monde de @mentionner ce rôle » ; ou donne-moi « Mentionner @everyone, @here et tous les rôles ».',
  'problem.topic-role-blind':
    'Le rôle {{role}} ne voit pas {{where}}, il n’y voit donc aucun ticket du sujet {{topic}}.',
  'fix.topic-role-blind': 'Modifie {{where}} → Permissions → ajoute {{role}} → autorise « Voir le salon ».',
  'problem.topic-role-not-added':
    'Le rôle {{role}} n’est pas mentionné par les nouveaux tickets du sujet {{topic}} et ne peut pas gérer les fils : il ne les voit pas.',
  'fix.topic-role-not-added':
    'Règle pingStaff=true, ou modifie {{where}} → Permissions → {{role}} → autorise « Gérer les fils ».',
  'problem.topic-emoji': 'L’émoji {{emoji}} du sujet {{topic}} ne vient pas de ce serveur : il est laissé de côté.',
  'fix.topic-emoji': 'Choisis-en un autre : /topic edit.',
  'problem.panel': 'Un panneau n’a pas pu être mis à jour : {{reason}}. Il se trouve ici : {{where}}',
  'fix.panel':
    'Laisse-moi voir son salon (modifie le salon → Permissions → ajoute mon rôle → autorise « Voir le salon »), et je réessaie ; ou supprime-le et publies-en un autre : /panel post.',

  'panel.topic-gone': 'Ce sujet n’existe plus. Je mets ce panneau à jour : choisis à nouveau.',
  'panel.text-topics':
    'De quoi s’agit-il ? Choisis, et écris à l’équipe de ce serveur. Je t’enverrai un message privé.',
  'panel.label-topic-select': 'Choisis un sujet',
  'panel.no-topics-yet': 'Il affiche un seul bouton tant qu’il n’y a pas deux sujets : `/topic add` en crée.',
  'command.panel.style': 'Un seul bouton, un bouton par sujet, ou un menu de sujets',
  'panel.style-button': 'Un seul bouton',
  'panel.style-topic-buttons': 'Un bouton par sujet',
  'panel.style-topic-select': 'Un menu de sujets',
  'form.panel.label-topic-buttons': 'Sur le bouton, tant qu’il n’y a pas de sujets',
  'form.panel.label-topic-select': 'Dans le menu, avant le choix',

  'command.topic': 'Les sujets que les membres choisissent avant d’écrire',
  'command.topic.add': 'Ajouter un sujet',
  'command.topic.edit': 'Modifier un sujet : ses textes, son salon, ses rôles et ses questions',
  'command.topic.remove': 'Supprimer un sujet ; les tickets ouverts avec ce sujet continuent',
  'command.topic.list': 'Voir tous les sujets',
  'command.topic.question-add': 'Poser une question dans un formulaire avant d’ouvrir un ticket de ce sujet',
  'command.topic.question-edit': 'Modifier une question ; elle garde sa place',
  'command.topic.question-remove': 'Ne plus poser une question',
  'command.topic.name': 'Ce que lisent les membres',
  'command.topic.topic': 'Lequel',
  'command.topic.emoji': 'Un émoji, comme 💳 ou l’un de ceux de ce serveur ; « none » pour aucun',
  'command.topic.description': 'Quelques mots sous le nom ; « none » pour aucun',
  'command.topic.retention':
    'Combien de temps garder ce qui est dit : 90 days ou « keep » ; « none » : comme le serveur',
  'command.topic.position': 'Sa place parmi les sujets : 1 est le premier',

  'topic.list': 'Sujets',
  'topic.choose': 'Modifier un sujet',
  'topic.none-yet': 'Il n’y en a pas encore : `/topic add` en crée un.',
  'topic.one-is-not-offered':
    'Avec un seul sujet, il n’y a rien à choisir : ajoutes-en un autre avec `/topic add`. Les sujets sont proposés à partir de deux.',
  'topic.offered': 'Les membres choisissent parmi {{count}} sujets. Un panneau peut les afficher : `/panel post`.',
  'topic.gone': 'Ce sujet n’existe plus. `/topic list` montre ceux qui existent.',
  'topic.removed': '✅ **{{topic}}** a été supprimé. Les tickets ouverts avec ce sujet continuent.',
  'topic.remove': 'Le supprimer',
  'topic.remove-sure_one':
    'Supprimer **{{topic}}** ({{count}} question) ? Les tickets ouverts avec ce sujet continuent.',
  'topic.remove-sure_other':
    'Supprimer **{{topic}}** ({{count}} questions) ? Les tickets ouverts avec ce sujet continuent.',
  'topic.as-server': 'comme partout sur ce serveur',
  'topic.parent': 'Salon de ses tickets',
  'topic.staff': 'Rôles de l’équipe',
  'topic.ping': 'Aussi mentionnés',
  'topic.retention': 'Durée de conservation',
  'topic.greeting': 'Message d’accueil',
  'topic.questions': 'Questions',
  'topic.words': 'Nom, émoji, message d’accueil',
  'topic.edit-question': 'Modifier une question',
  'topic.add-question': 'Ajouter une question',
  'topic.all': 'Tous les sujets',
  'topic.count-questions_one': '{{count}} question',
  'topic.count-questions_other': '{{count}} questions',
  'topic.no-questions': 'Ce sujet ne pose pas de question. `/topic question-add` en ajoute une.',
  'topic.which-question-edit': 'Quelle question faut-il modifier ?',
  'topic.question-gone': 'Cette question n’existe plus.',
  'topic.which-question': 'Quelle question ne faut-il plus poser ?',
  'topic.questions-full':
    'Un formulaire contient cinq questions, et ce sujet en a cinq. `/topic question-remove` fait de la place.',
  'topic.you-typed': 'Ce que tu as tapé',
  'topic.kind': '{{kind}}',
  'topic.kind-optional': '{{kind}}, réponse facultative',
  'topic.kind-short': 'Texte court',
  'topic.kind-long': 'Texte long',
  'topic.kind-choice': 'Un choix parmi plusieurs',
  'topic.kind-choices': 'Plusieurs choix possibles',
  'topic.kind-file': 'Fichier',

  'form.topic.title': 'Sujet',
  'form.topic.name': 'Nom',
  'form.topic.emoji': 'Émoji',
  'form.topic.description': 'Description, sous le nom',
  'form.topic.greeting': 'Message d’accueil propre à ce sujet',
  'form.question.title': 'Question',
  'form.question.label': 'Ce qui est demandé',
  'form.question.description': 'Une précision en dessous',
  'form.question.kind': 'Comment on y répond',
  'form.question.required': 'Faut-il y répondre ?',
  'form.question.yes': 'Oui',
  'form.question.no': 'Non',
  'form.question.choices': 'Choix, un par ligne',
  'form.question.choices-example': 'Seulement pour un ou plusieurs choix',

  'settings.by-command': '{{name}} se règle avec `/{{command}}`.',
};
