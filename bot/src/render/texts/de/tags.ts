import type { tags as english } from '../en/tags.ts';
import type { Translated } from '../keys.ts';

/** The tags of posts in forums, of up to 20 characters, and what keeps the bot from setting them. */
export const tags: Translated<typeof english> = {
  'tag.open': 'Offen',
  'tag.closed': 'Geschlossen',
  'tag.unanswered': 'Unbeantwortet',
  'tag.user-responded': 'Team ist dran',
  'tag.awaiting-response': 'Mitglied ist dran',
  'tag.rating_one': '{{count}} Stern',
  'tag.rating_other': '{{count}} Sterne',

  'problem.tags-permission':
    'In {{where}} darf ich die Tags nicht anlegen, die zeigen, wie es um Tickets steht: Mir fehlt „Kanäle verwalten“.',
  'fix.tags-permission':
    '{{where}} bearbeiten → Berechtigungen → meine Rolle hinzufügen → „Kanäle verwalten“ erlauben; oder forumTags=false setzen. Alles andere läuft weiter.',
  'problem.tag-required':
    'In {{where}} ließ sich kein Ticket öffnen: Beiträge brauchen dort einen Tag, und es gibt keinen, den ich nehmen darf.',
  'fix.tag-required':
    '{{where}} bearbeiten → den Schalter ausschalten, der beim Posten Tags verlangt; oder meiner Rolle dort „Kanäle verwalten“ erlauben.',
  'problem.tags-full':
    'In {{where}} ist kein Platz für meine Tags: Discord erlaubt 20 in einem Forum, und diese fehlen: {{missing}}.',
  'fix.tags-full': '{{where}} bearbeiten → Tags → einige entfernen, die niemand braucht, oder forumTags=false setzen.',
  'problem.post-tags-full':
    'Ein Beitrag hat so viele Tags, dass meine nicht mehr passen (Discord erlaubt 5): {{where}}.',
  'fix.post-tags-full': 'Dem Beitrag einen Tag abnehmen, oder forumTags=false setzen.',
  'problem.tags-refused': 'Discord lehnt meine Tags in {{where}} ab: {{reason}}.',
  'fix.tags-refused':
    'Schau dir die Tags von {{where}} an: Für solche, die nur Moderatoren vergeben dürfen, braucht meine Rolle „Threads verwalten“. Oder forumTags=false setzen.',
};
