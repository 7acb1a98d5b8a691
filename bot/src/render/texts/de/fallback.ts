import type { fallback as english } from '../en/fallback.ts';
import type { Translated } from '../keys.ts';

/** Private threads for members whose direct messages are closed, and ticket channels that refuse what is to be shown. */
export const fallback: Translated<typeof english> = {
  'member.kept':
    'Was ein ❌ hat, kann das Team von **{{server}}** noch nicht sehen: Mit dem Kanal dort stimmt etwas nicht. Es bleibt gespeichert und geht von selbst raus, sobald das behoben ist.',
  'problem.ticket-channel':
    'Der Kanal von Ticket {{number}} nimmt nichts von mir an; mir fehlt dort: {{permissions}}. Was geschrieben wird, wartet.',
  'fix.ticket-channel':
    'Kanal bearbeiten → Berechtigungen → meine Rolle hinzufügen → {{permissions}} erlauben. Dann geht es von selbst weiter.',
  'problem.ticket-thread':
    'Ticket {{number}} nimmt nichts von mir an; in {{where}} fehlt mir: {{permissions}}. Was geschrieben wird, wartet.',
  'fix.ticket-thread':
    '{{where}} bearbeiten → Berechtigungen → meine Rolle hinzufügen → {{permissions}} erlauben. Dann geht es von selbst weiter.',
  'problem.ticket-locked':
    'Der Thread von Ticket {{number}} ist gesperrt, und in gesperrten darf ich nicht schreiben. Was geschrieben wird, wartet.',
  'fix.ticket-locked':
    'Thread entsperren; oder {{where}} bearbeiten → Berechtigungen → meine Rolle hinzufügen → „Threads verwalten“ erlauben. Dann geht es von selbst weiter.',
  'button.member-thread': 'Privaten Thread mit dem Mitglied öffnen',
  'thread.name': 'Unterhaltung {{number}} mit dem Team',
  'member.thread':
    '{{member}} Das Team von **{{server}}** möchte dir antworten, aber du nimmst von mir keine Direktnachrichten an. Dafür ist dieser private Thread da: Das Team liest, was du hier schreibst, und antwortet dir hier.',
  'member.thread-how':
    'Ich kann nur Nachrichten lesen, die mich erwähnen ({{bot}}) oder auf eine von meinen antworten. Schreib mir hier deshalb bitte so.',
  'member.thread-unseen':
    'Das konnte ich nicht lesen, deshalb hat es niemand bekommen. Erwähne mich ({{bot}}) bitte in deiner Nachricht, oder antworte auf eine von meinen.',
  'member.closed-in-thread':
    'Deine Unterhaltung mit **{{server}}** wurde geschlossen, und dieser Thread auch. Wenn du etwas brauchst, schreib mir einfach eine Direktnachricht.',
  'member.closed-again-in-thread': 'Wenn du etwas brauchst, schreib mir einfach eine Direktnachricht.',
  'notice.member-thread':
    '{{by}} hat einen privaten Thread mit dem Mitglied geöffnet: {{link}}. Eure Antworten gehen ab jetzt dorthin.',
  'notice.not-delivered.left-server': '❌ Nicht zugestellt: Das Mitglied hat den Server verlassen.',
  'answer.thread-opened':
    'Hier ist er: {{link}}. Was nicht zugestellt wurde, steht jetzt dort, und deine Antworten gehen ab jetzt dorthin.',
  'answer.thread-already': 'Es gibt schon einen privaten Thread mit dem Mitglied: {{link}}',
  'answer.thread-anonymous': 'Dieses Mitglied ist anonym; ein Thread auf dem Server würde zeigen, wer es ist.',
  'answer.thread-not-set':
    'Dafür gibt es keinen Kanal mehr. Ein Admin kann einen festlegen: Einstellung fallbackChannel.',
  'answer.thread-member-left': 'Das Mitglied ist nicht mehr auf diesem Server.',
  'answer.thread-bot-lacks':
    'In {{where}} fehlt mir: {{permissions}}. Wer den Kanal bearbeiten darf, kann das beheben: Berechtigungen → meine Rolle hinzufügen → {{permissions}} erlauben.',
  'answer.thread-member-lacks':
    'Mit einem Thread in {{where}} könnte das Mitglied nichts anfangen; ihm fehlt dort: {{permissions}}. Wer den Kanal bearbeiten darf, kann das beheben oder in der Einstellung fallbackChannel einen anderen festlegen.',
  'answer.thread-no-room':
    'Der Server hat so viele aktive Threads, wie Discord erlaubt (1000). Schließ Tickets oder archiviere andere Threads, dann versuch es noch einmal.',
  'answer.thread-channel-gone':
    'Der Kanal dafür, {{where}}, ist gelöscht oder für mich nicht sichtbar. Ein Admin kann einen anderen festlegen: Einstellung fallbackChannel.',
  'answer.thread-refused':
    'Discord hat einen privaten Thread in {{where}} abgelehnt ({{code}}). Ein Admin kann einen anderen Kanal festlegen: Einstellung fallbackChannel.',
  'problem.fallback-unreached':
    'In {{where}} (Einstellung fallbackChannel) fehlt Mitgliedern: {{permissions}}. Niemand kann dort einen privaten Thread bekommen.',
  'fix.fallback-unreached':
    '{{where}} bearbeiten → Berechtigungen → @everyone → {{permissions}} erlauben; oder in der Einstellung fallbackChannel einen anderen Kanal festlegen.',
};
