import type { links as english } from '../en/links.ts';
import type { Translated } from '../keys.ts';

/** About links to transcripts. */
export const links: Translated<typeof english> = {
  'link.gone-title': 'Dieser Link funktioniert nicht',
  'link.gone': 'Vielleicht ist er abgelaufen, wurde zurückgenommen oder nicht ganz kopiert.',
  'link.gone-hint': 'Wer zum Team gehört, bekommt in Discord mit /transcript link einen neuen.',
  'link.robot-title': 'Ein Transkript',
  'link.robot': 'Öffne diesen Link in deinem Browser, um es zu lesen.',
  'link.busy-title': 'Einen Moment bitte',
  'link.busy': 'Gerade werden mehrere Transkripte gelesen. Versuch es in ein paar Sekunden noch einmal.',
  'command.transcript': 'Links zu Transkripten',
  'command.transcript.link': 'Einen Link zu einem Transkript holen, nur für dich',
  'command.transcript.revoke': 'Alle Links zu einem Transkript zurücknehmen',
  'answer.link.made':
    '🔗 Das Transkript von Ticket {{number}}. Wer diesen Link hat, kann es bis zum {{until, when}} lesen, samt dem, was ihr untereinander schreibt. `/transcript revoke` nimmt ihn zurück.',
  'answer.link.no-address':
    'Links zu Transkripten gibt es hier nicht: Wer mich betreibt, hat `PUBLIC_URL` nicht gesetzt. Beim Schließen werden stattdessen Dateien gepostet.',
  'answer.link.none': 'Zum Transkript von Ticket {{number}} gibt es keinen gültigen Link.',
  'answer.link.revoked_one': '🔒 Der Link zum Transkript von Ticket {{number}} funktioniert nicht mehr.',
  'answer.link.revoked_other': '🔒 {{count}} Links zum Transkript von Ticket {{number}} funktionieren nicht mehr.',
  'answer.link.never-opened': 'Niemand hat je einen geöffnet.',
  'answer.link.opened_one': 'Geöffnet: einmal, am {{at, when}}.',
  'answer.link.opened_other': 'Geöffnet: {{count}}-mal, zuletzt am {{at, when}}.',
  'problem.no-public-url':
    'Transkripte werden als Dateien gepostet, nicht als Links: Niemand könnte einen Link öffnen, weil PUBLIC_URL nicht gesetzt ist.',
  'fix.no-public-url':
    'Wer mich betreibt, setzt PUBLIC_URL auf die Adresse, unter der dieses Programm erreichbar ist, zum Beispiel https://modmail.example.org, und startet neu. Oder ändere die Einstellung transcript.',
};
