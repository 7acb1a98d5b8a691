import type { tags as english } from '../en/tags.ts';
import type { Translated } from '../keys.ts';

/** The tags of posts in forums, of up to 20 characters, and what keeps the bot from setting them. */
export const tags: Translated<typeof english> = {
  'tag.open': 'Offen',
  'tag.closed': 'Geschlossen',
  'tag.unanswered': 'Unbeantwortet',
  'tag.user-responded': 'Neue Antwort',
  'tag.awaiting-response': 'Wartet auf Mitglied',
  'tag.rating_one': '{{count}} Stern',
  'tag.rating_other': '{{count}} Sterne',

  'problem.tags-permission':
    'In {{where}} darf ich die Tags nicht anlegen, die zeigen, wie es um Tickets steht: Mir fehlt „Kanäle verwalten“.',
  'fix.tags-permission':
    '{{where}} bearbeiten → Berechtigungen → meine Rolle hinzufügen → „Kanäle verwalten“ erlauben; oder forumTags=false setzen. Alles andere läuft weiter.',
  'problem.tag-required':
    'In {{where}} ließ sich kein Ticket öffnen: Beiträge brauchen dort einen Tag, und es gibt keinen, den ich nehmen darf.',
  'fix.tag-required':
    '{{where}} bearbeiten → die Pflicht, beim Posten Tags zu wählen, ausschalten, oder meiner Rolle dort „Kanäle verwalten“ erlauben.',
  'problem.tags-full':
    'In {{where}} ist kein Platz für meine Tags: Discord erlaubt 20 in einem Forum, und diese fehlen: {{missing}}.',
  'fix.tags-full': '{{where}} bearbeiten → Tags → einige entfernen, die niemand braucht, oder forumTags=false setzen.',
  'problem.post-tags-full':
    'Ein Beitrag hat so viele Tags, dass meine nicht mehr passen (Discord erlaubt 5): {{where}}.',
  'fix.post-tags-full': 'Dem Beitrag einen Tag abnehmen, oder forumTags=false setzen.',
  'problem.tags-refused': 'Discord lehnt meine Tags in {{where}} ab: {{reason}}.',
  'fix.tags-refused':
    'Schau dir die Tags von {{where}} an: Die nur für Moderatoren brauchen „Threads verwalten“, und das muss meine Rolle haben. Oder forumTags=false setzen.',
};
