import type { closing as english } from '../en/closing.ts';
import type { Translated } from '../keys.ts';

/** What is said around the end of a ticket, and of replies that are taken back. */
export const closing: Translated<typeof english> = {
  // ---- taken back ----
  'answer.goes-out': 'Geht {{when}} raus.',
  'answer.undo': 'Zurücknehmen',
  'answer.withdrawn': 'Zurückgenommen: Das Mitglied hat es nicht bekommen. Du hattest geschrieben:',
  'answer.undo-late': 'Zu spät: Es ist schon unterwegs oder wurde bereits zurückgenommen.',
  'copy.withdrawn': '-# ↩️ vor dem Senden zurückgenommen',
  'transcript.withdrawn': 'vor dem Senden zurückgenommen',

  // ---- quiet for too long ----
  'notice.closes-soon':
    'Hier ist es still geworden. Diese Unterhaltung mit **{{server}}** wird {{at, when-relative}} geschlossen, falls niemand mehr schreibt.',
  'member.closed-quiet':
    'Deine Unterhaltung mit **{{server}}** wurde geschlossen, weil eine Weile niemand geschrieben hat. Schreib einfach wieder hier, wenn du etwas brauchst.',

  // ---- open again ----
  'answer.reopened': 'Dieses Ticket ist wieder offen.',
  'answer.reopened-there': 'Wieder offen: {{channel}}',
  'answer.reopen.no-such-ticket':
    'Dieses Ticket kenne ich nicht. Gib seine Nummer, seinen Kanal oder einen Link dorthin an.',
  'answer.reopen.not-closed': 'Dieses Ticket ist offen.',
  'answer.reopen.still-closing': 'Dieses Ticket wird gerade noch geschlossen. Versuch es gleich noch einmal.',
  'answer.reopen.channel-gone':
    'Den Kanal dieses Tickets gibt es nicht mehr, deshalb lässt es sich nicht wieder öffnen. Mit /contact kannst du dem Mitglied schreiben.',
  'answer.reopen.member-left': 'Das Mitglied ist nicht mehr auf dem Server, deshalb bleibt dieses Ticket geschlossen.',
  'answer.reopen.not-possible': 'Dieses Ticket lässt sich nicht wieder öffnen.',
  'hint.has-ticket': 'Das Mitglied hat ein anderes offenes Ticket: {{channel}}. Dieses bleibt geschlossen.',
  'command.reopen': 'Ein geschlossenes Ticket wieder öffnen',
  'command.reopen.ticket': 'Nummer, Kanal oder Link; ohne Angabe das Ticket dieses Kanals',
  'command.reopen.notify': 'Ob das Mitglied davon erfährt',
  'problem.cannot-reopen-channel': 'Ein Ticket ist wieder offen, sein Kanal <#{{where}}> aber nicht: {{reason}}',
  'fix.cannot-reopen-channel':
    'Gib mir dort „Threads verwalten“ (bei Kanälen: „Kanäle verwalten“) und hol ihn von Hand aus dem Archiv.',
  'log.reopened': '📬 {{by}} hat Ticket {{number}} von {{member}} wieder geöffnet: {{channel}}',

  // ---- feedback ----
  'feedback.ask': 'Wie war’s? Vergib einen bis fünf Sterne; das Team sieht sie.',
  'feedback.thanks': 'Deine Bewertung: {{stars}}. Danke!',
  'feedback.add-words': 'Ein paar Worte dazu',
  'feedback.form': 'Was möchtest du noch sagen?',
  'feedback.form.words': 'Deine Worte ans Team',
  'feedback.late': 'Du hast diese Unterhaltung schon bewertet. Danke!',
  'feedback.open-again': 'Diese Unterhaltung ist wieder offen. Bewerten kannst du sie, sobald sie vorbei ist.',
  'notice.rated': '⭐ Bewertung vom Mitglied: {{stars}}',
  'notice.rated-words': '⭐ Das Mitglied schreibt zu seiner Bewertung: {{comment}}',
  'log.rated': '⭐ {{member}} bewertet Ticket {{number}} mit {{stars}}.',
  'log.commented': '⭐ {{member}} bewertet Ticket {{number}} mit {{stars}} und schreibt:',
  'log.thanked': '❤️ {{member}} schrieb nach Ticket {{number}}:',
  'card.rating': 'Bewertung',
  'transcript.rating': 'Bewertung',
  'transcript.rating-words': 'Was das Mitglied dazu sagt',
};
