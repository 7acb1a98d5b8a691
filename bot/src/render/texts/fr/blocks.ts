import type { blocks as english } from '../en/blocks.ts';
import type { Translated } from '../keys.ts';

/** Who may not open tickets, and why: what staff read about it, in French. */
export const blocks: Translated<typeof english> = {
  'notice.blocked-shown': '{{by}} a bloqué le membre, qui ne peut plus ouvrir de nouveaux tickets. Voir : {{evidence}}',
  'notice.blocked-because-shown':
    '{{by}} a bloqué le membre, qui ne peut plus ouvrir de nouveaux tickets. Raison : {{reason}}\nVoir : {{evidence}}',
  'notice.blocked-until-shown':
    '{{by}} a bloqué le membre, qui ne peut plus ouvrir de nouveaux tickets jusqu’au {{until, when}}. Voir : {{evidence}}',
  'notice.blocked-until-because-shown':
    '{{by}} a bloqué le membre, qui ne peut plus ouvrir de nouveaux tickets jusqu’au {{until, when}}. Raison : {{reason}}\nVoir : {{evidence}}',

  'command.block.evidence': 'Où voir pourquoi : le lien d’un message ou d’une page',
  'command.blacklist': 'Qui ne peut plus ouvrir de tickets',
  'command.blocks': 'Montre qui est bloqué, par qui et pourquoi, et permet de débloquer',

  'answer.evidence-no-link':
    'La preuve doit être un lien : clic droit sur un message → Copier le lien du message, ou colle une adresse.',
  'answer.evidence-too-long': 'Le lien de la preuve est trop long : {{most}} caractères au maximum.',
  'answer.block-everyone':
    'On ne peut pas bloquer tout le monde. Pour ne plus accepter de nouveaux tickets pendant un moment, utilise `/pause` ou désactive `enabled`.',
  'answer.block-staff': '{{who}} répond aux tickets ici. Bloquer quand même ?',
  'answer.block-staff-role': 'Les personnes avec {{role}} répondent aux tickets ici. Bloquer quand même ?',
  'button.block-anyway': 'Bloquer quand même',
  'hint.block-staff':
    'Cette personne répond aux tickets ici. Retape la commande d’ici cinq minutes pour la bloquer quand même.',

  'blocks.title': 'Qui ne peut plus ouvrir de tickets',
  'blocks.none': 'Personne n’est bloqué ici.',
  'blocks.no-more': 'Il n’y en a pas d’autres.',
  'blocks.since': 'par {{by}} {{since, when-relative}}',
  'blocks.until': 'jusqu’au {{until, when}}',
  'blocks.for-good': 'jusqu’au déblocage',
  'blocks.reason': 'Raison : {{reason}}',
  'blocks.evidence': 'Voir : {{evidence}}',
  'blocks.unblock': 'Débloquer…',
  'blocks.newest': 'Les plus récents',
  'blocks.older': 'Plus anciens',
  'blocks.role': 'Rôle {{role}}',
};
