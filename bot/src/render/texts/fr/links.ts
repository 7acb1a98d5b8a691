import type { links as english } from '../en/links.ts';
import type { Translated } from '../keys.ts';

/** About links to transcripts. */
export const links: Translated<typeof english> = {
  'link.gone-title': 'Ce lien ne fonctionne pas',
  'link.gone': 'Il a peut-être expiré ou été révoqué, ou n’a pas été copié en entier.',
  'link.gone-hint': 'L’équipe en obtient un nouveau dans Discord avec /transcript link.',
  'link.robot-title': 'Une transcription',
  'link.robot': 'Ouvre ce lien dans ton navigateur pour la lire.',
  'link.busy-title': 'Un instant, s’il te plaît',
  'link.busy': 'Plusieurs transcriptions sont en cours de lecture. Réessaie dans quelques secondes.',
};
