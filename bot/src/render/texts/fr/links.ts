import type { links as english } from '../en/links.ts';
import type { Translated } from '../keys.ts';

/** About links to transcripts. */
export const links: Translated<typeof english> = {
  'link.gone-title': 'Ce lien ne fonctionne pas',
  'link.gone': 'Il a peut-être expiré, a été révoqué ou n’a pas été copié en entier.',
  'link.gone-hint': 'L’équipe en obtient un nouveau dans Discord avec /transcript link.',
  'link.robot-title': 'Une transcription',
  'link.robot': 'Ouvre ce lien dans ton navigateur pour la lire.',
  'link.busy-title': 'Un instant, s’il te plaît',
  'link.busy': 'Plusieurs transcriptions sont en cours de lecture. Réessaie dans quelques secondes.',
  'command.transcript': 'Liens vers les transcriptions',
  'command.transcript.link': 'Obtenir un lien vers une transcription, rien que pour toi',
  'command.transcript.revoke': 'Révoquer tous les liens vers une transcription',
  'answer.link.made':
    '🔗 La transcription du ticket {{number}}. Toute personne qui a ce lien peut la lire, avec ce que vous dites entre vous, jusqu’au {{until, when}}. `/transcript revoke` le révoque.',
  'answer.link.no-address':
    'Il n’y a pas de liens vers les transcriptions ici : la personne qui m’héberge n’a pas défini `PUBLIC_URL`. À la fermeture, des fichiers sont publiés à la place.',
  'answer.link.none': 'Aucun lien vers la transcription du ticket {{number}} ne fonctionne.',
  'answer.link.revoked_one': '🔒 Le lien vers la transcription du ticket {{number}} ne fonctionne plus.',
  'answer.link.revoked_other': '🔒 {{count}} liens vers la transcription du ticket {{number}} ne fonctionnent plus.',
  'answer.link.never-opened': 'Personne n’en a jamais ouvert.',
  'answer.link.opened_one': 'Ils ont été ouverts une fois, le {{at, when}}.',
  'answer.link.opened_other': 'Ils ont été ouverts {{count}} fois, la dernière le {{at, when}}.',
  'problem.no-public-url':
    'Les transcriptions sont publiées en fichiers, pas en liens : personne ne pourrait ouvrir un lien, car PUBLIC_URL n’est pas défini.',
  'fix.no-public-url':
    'La personne qui m’héberge donne à PUBLIC_URL l’adresse à laquelle ce programme est joignable, par exemple https://modmail.example.org, et le redémarre. Sinon, change le paramètre transcript.',
};
