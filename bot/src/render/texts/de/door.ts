import type { door as english } from '../en/door.ts';
import type { Translated } from '../keys.ts';

/** What members are asked before a ticket opens, and what staff see of it. */
export const door: Translated<typeof english> = {
  'door.topic': 'Worum geht es in deiner Nachricht an **{{server}}**?',
  'door.topic-placeholder': 'Thema auswählen',
  'door.about': 'Thema: **{{topic}}**',
  'door.unfilled': 'Zu **{{topic}}** gibt es ein paar Fragen. Beantworte sie, oder wähle etwas anderes.',
  'door.fill': 'Fragen beantworten',
  'door.anonymity': 'Möchtest du **{{server}}** mit deinem Namen schreiben?',
  'door.anonymity-means':
    '-# Anonym heißt: Das Team sieht einen erfundenen Namen statt deines Namens, Bilds und Accounts.',
  'door.named': 'Mit meinem Namen',
  'door.anonymous': 'Anonym',
  'door.topic-gone': 'Dieses Thema gibt es nicht mehr. Wähle bitte noch einmal.',
  'door.expired': 'Diese Frage war abgelaufen, deshalb frage ich noch einmal.',
  'door.answers-wrong':
    'Die Fragen haben sich inzwischen geändert. Was du eingegeben hast, ist noch da; schau dir bitte das hier noch einmal an:',
  'door.wrong.missing': '**{{label}}** braucht eine Antwort.',
  'door.wrong.too-long': 'Die Antwort auf **{{label}}** ist zu lang.',
  'door.wrong.no-choice': 'Was du bei **{{label}}** gewählt hast, steht nicht mehr zur Auswahl.',
  'door.along':
    'Was du in unseren Direktnachrichten geschrieben hast, ist für **{{meant}}** gespeichert. Soll es stattdessen an **{{here}}** gehen?',
  'door.along-yes': 'An {{here}} senden',
  'door.along-no': 'Nein, es ist für {{meant}}',
  'door.stays':
    'Es bleibt für **{{meant}}** gespeichert. Beantworte meine Frage in unseren Direktnachrichten, oder schreib dort, dann frage ich noch einmal.',
  'door.form-sent': 'Deine Antworten sind bei **{{server}}**. Was du noch ergänzen möchtest, schreib einfach hier.',
  'door.open-already': 'Deine Unterhaltung mit **{{server}}** ist schon offen. Schreib einfach hier.',
  'notice.not-asked':
    '⚠️ Das Mitglied nimmt keine Direktnachrichten an: Vor dem Öffnen dieses Tickets konnte ich nichts fragen, und eure Antworten kommen vielleicht nicht an.',
  'card.topic': 'Thema',
  'card.no-answer': 'keine Antwort',
  'transcript.topic': 'Thema',
};
