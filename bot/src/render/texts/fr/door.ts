import type { door as english } from '../en/door.ts';
import type { Translated } from '../keys.ts';

/** What members are asked before a ticket opens, and what staff see of it. */
export const door: Translated<typeof english> = {
  'door.topic': 'De quoi veux-tu parler à **{{server}}** ?',
  'door.topic-placeholder': 'Choisis un sujet',
  'door.about': 'Sujet : **{{topic}}**',
  'door.unfilled': 'Tu as choisi **{{topic}}**, qui comporte quelques questions. Réponds-y ou choisis autre chose.',
  'door.fill': 'Répondre aux questions',
  'door.anonymity': 'Veux-tu écrire à **{{server}}** avec ton nom ?',
  'door.anonymity-means':
    '-# En anonyme : l’équipe voit un nom inventé à la place de ton nom, de ton avatar et de ton compte.',
  'door.named': 'Avec mon nom',
  'door.anonymous': 'En anonyme',
  'door.topic-gone': 'Ce sujet n’est plus proposé. Choisis à nouveau.',
  'door.expired': 'Cette question avait expiré, je dois donc te la reposer.',
  'door.answers-wrong':
    'Les questions ont changé entre-temps. Ce que tu as écrit est toujours là ; vérifie encore ceci :',
  'door.wrong.missing': 'Il manque une réponse à **{{label}}**.',
  'door.wrong.too-long': 'La réponse à **{{label}}** est trop longue.',
  'door.wrong.no-choice': 'Ce que tu as choisi pour **{{label}}** n’est plus proposé.',
  'door.along':
    'Ce que tu as écrit dans nos messages privés est en attente pour **{{meant}}**. Faut-il plutôt l’envoyer à **{{here}}** ?',
  'door.along-yes': 'L’envoyer à {{here}}',
  'door.along-no': 'Non, c’est pour {{meant}}',
  'door.stays':
    'C’est en attente pour **{{meant}}**. Réponds à ma question dans nos messages privés, ou écris-y et je te la reposerai.',
  'door.form-sent': 'Tes réponses sont parties pour **{{server}}**. Si tu veux ajouter quelque chose, écris-le ici.',
  'door.open-already': 'Ta conversation avec **{{server}}** est déjà ouverte. Écris simplement ici.',
  'notice.not-asked':
    '⚠️ Le membre n’accepte pas les messages privés : rien n’a pu lui être demandé avant l’ouverture de ce ticket, et tes réponses risquent de ne pas arriver.',
  'card.topic': 'Sujet',
  'card.no-answer': 'pas de réponse',
  'transcript.topic': 'Sujet',
};
