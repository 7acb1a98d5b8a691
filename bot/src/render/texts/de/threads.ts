import type { threads as english } from '../en/threads.ts';
import type { Translated } from '../keys.ts';

/** Who is in the thread of a ticket, and the menu behind More. */
export const threads: Translated<typeof english> = {
  'notice.member-kept-out':
    '⚠️ {{member}} ist das Mitglied dieses Tickets und wurde in diesen Thread geholt, in dem das Team unter sich ist. Ich habe es wieder entfernt; was hier oben steht, hat es vielleicht gelesen.',
  'log.join': 'Beitreten',
  'command.join': 'Dem Thread eines Tickets beitreten',
  'command.join.number': 'Die Nummer des Tickets',
  'command.add': 'Ein anderes Teammitglied in dieses Ticket holen',
  'command.add.staff': 'Wen',
  'answer.joined': 'Du bist drin: {{channel}}',
  'answer.added': '{{who}} ist jetzt in diesem Ticket.',
  'answer.no-such-ticket': 'Ein Ticket mit dieser Nummer gibt es nicht.',
  'answer.opens-in-a-moment': 'Der Kanal dieses Tickets wird gerade noch angelegt. Versuch es gleich noch einmal.',
  'answer.seen-by-all-staff': 'Alle mit einer Teamrolle sehen diesen Kanal schon.',
  'answer.only-staff-join': 'Nur das Team darf in ein Ticket: siehe `staffRoles` und `adminRoles`.',
  'answer.cannot-join':
    'Discord lässt mich nicht: {{reason}}. Wer dazukommt, muss {{parent}} sehen können, und ich brauche dort „Nachrichten in Threads senden“.',
  'card.more': 'Mehr',
  'more.what': 'Was noch?',
  'more.reply-anonymously': 'Ohne meinen Namen antworten',
  'more.add': 'Jemanden dazuholen',
  'more.block': 'Mitglied sperren',
  'form.block.title': 'Mitglied von Ticket {{number}} sperren',
  'form.block.reason': 'Grund; das Team liest ihn im Ticket',
  'form.block.duration': 'Wie lange',
  'form.block.duration-placeholder': 'Z. B. 3d oder 2h30m; leer: bis jemand die Sperre aufhebt',
  'form.block.evidence': 'Ein Link als Beleg',
};
