import type { tags as english } from '../en/tags.ts';
import type { Translated } from '../keys.ts';

/** The tags of posts in forums, and what keeps the bot from setting them, in French. */
export const tags: Translated<typeof english> = {
  'tag.open': 'Ouvert',
  'tag.closed': 'Fermé',
  'tag.unanswered': 'Sans réponse',
  'tag.user-responded': 'Le membre a répondu',
  'tag.awaiting-response': 'En attente du membre',
  'tag.rating_one': '{{count}} étoile',
  'tag.rating_other': '{{count}} étoiles',

  'problem.tags-permission':
    'Dans {{where}}, je ne peux pas créer les tags qui montrent où en sont les tickets : il me manque « Gérer le salon ».',
  'fix.tags-permission':
    'Modifie {{where}} → Permissions → ajoute mon rôle → autorise « Gérer le salon » ; ou règle forumTags=false. Tout le reste continue.',
  'problem.tag-required':
    'Un ticket n’a pas pu être ouvert dans {{where}} : les posts y ont besoin d’un tag, et il n’y en a aucun que je puisse utiliser.',
  'fix.tag-required':
    'Modifie {{where}} → désactive l’obligation de choisir des tags pour publier, ou autorises-y « Gérer le salon » pour mon rôle.',
  'problem.tags-full':
    'Dans {{where}}, il n’y a pas de place pour mes tags : Discord en autorise 20 par forum, et il manque ceux-ci : {{missing}}.',
  'fix.tags-full': 'Modifie {{where}} → Tags → retire ceux dont personne n’a besoin, ou règle forumTags=false.',
  'problem.post-tags-full':
    'Un post a tant de tags que les miens n’y tiennent plus (Discord en autorise 5) : {{where}}.',
  'fix.post-tags-full': 'Retire un tag de ce post, ou règle forumTags=false.',
  'problem.tags-refused': 'Discord refuse mes tags dans {{where}} : {{reason}}.',
  'fix.tags-refused':
    'Regarde les tags de {{where}} : ceux réservés aux modérateurs demandent « Gérer les fils », que mon rôle doit avoir. Ou règle forumTags=false.',
};
