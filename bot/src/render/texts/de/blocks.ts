import type { blocks as english } from '../en/blocks.ts';
import type { Translated } from '../keys.ts';

/** Who may not open tickets, and why: what staff read about it. */
export const blocks: Translated<typeof english> = {
  'notice.blocked-shown': '{{by}} hat das Mitglied gesperrt: Es kann keine neuen Tickets öffnen. Beleg: {{evidence}}',
  'notice.blocked-because-shown':
    '{{by}} hat das Mitglied gesperrt: Es kann keine neuen Tickets öffnen. Grund: {{reason}}\nBeleg: {{evidence}}',
  'notice.blocked-until-shown':
    '{{by}} hat das Mitglied bis zum {{until, when}} gesperrt: Es kann keine neuen Tickets öffnen. Beleg: {{evidence}}',
  'notice.blocked-until-because-shown':
    '{{by}} hat das Mitglied bis zum {{until, when}} gesperrt: Es kann keine neuen Tickets öffnen. Grund: {{reason}}\nBeleg: {{evidence}}',

  'command.block.evidence': 'Wo man den Grund sehen kann: der Link einer Nachricht oder einer Seite',
  'command.blacklist': 'Wer keine neuen Tickets öffnen darf',
  'command.blocks': 'Zeigt, wer gesperrt ist, von wem und warum, und hebt Sperren auf',

  'answer.evidence-no-link':
    'Der Beleg muss ein Link sein: Rechtsklick auf eine Nachricht → Nachrichtenlink kopieren, oder füge eine Adresse ein.',
  'answer.evidence-too-long': 'Der Link zum Beleg ist zu lang: höchstens {{most}} Zeichen.',
  'answer.block-everyone':
    'Alle auf einmal lassen sich nicht sperren. Willst du eine Weile keine neuen Tickets, benutze `/pause` oder schalte `enabled` aus.',
  'answer.block-staff': '{{who}} beantwortet hier Tickets. Trotzdem sperren?',
  'answer.block-staff-role': 'Wer {{role}} hat, beantwortet hier Tickets. Trotzdem sperren?',
  'button.block-anyway': 'Trotzdem sperren',
  'hint.block-staff':
    'Diese Person beantwortet hier Tickets. Soll sie trotzdem gesperrt werden, schreib es innerhalb von fünf Minuten noch einmal.',

  'blocks.title': 'Wer keine Tickets öffnen darf',
  'blocks.none': 'Hier ist niemand gesperrt.',
  'blocks.no-more': 'Mehr gibt es nicht.',
  'blocks.since': 'von {{by}} {{since, when-relative}}',
  'blocks.until': 'bis zum {{until, when}}',
  'blocks.for-good': 'bis jemand die Sperre aufhebt',
  'blocks.reason': 'Grund: {{reason}}',
  'blocks.evidence': 'Beleg: {{evidence}}',
  'blocks.unblock': 'Entsperren …',
  'blocks.newest': 'Neueste',
  'blocks.older': 'Ältere',
  'blocks.role': 'Rolle {{role}}',
};
