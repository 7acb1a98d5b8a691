import type { problems as english } from '../en/problems.ts';
import type { Translated } from '../keys.ts';

/**
 * What somebody has to mend: under `problem.` what is wrong, under `fix.` of the same name how to mend it.
 * Read on the status page, in the terminal and in Discord, so without markdown.
 */
export const problems: Translated<typeof english> = {
  'problem.setting': 'Die Einstellung {{field}} passt nicht zu diesem Server: {{wrong}}.',
  'fix.setting': 'Ändern: /settings in Discord, oder im Terminal: settings set <Server-ID> {{example}}',
  'problem.no-permission': 'In {{where}} fehlt mir: {{permissions}}.',
  'fix.no-permission': '{{where}} bearbeiten → Berechtigungen → meine Rolle hinzufügen → {{permissions}} erlauben.',
  'problem.permission-wanted': 'Damit Kopien richtig aussehen, fehlt mir in {{where}}: {{permissions}}.',
  'fix.permission-wanted': '{{where}} bearbeiten → Berechtigungen → meine Rolle hinzufügen → {{permissions}} erlauben.',
  'problem.no-permission-in-server': 'Für Tickets als private Kanäle fehlt mir auf dem ganzen Server: {{permissions}}.',
  'fix.no-permission-in-server':
    'Servereinstellungen → Rollen → meine Rolle → Berechtigungen → {{permissions}} einschalten.',
  'problem.role-not-mentionable':
    'Ich darf die Rolle {{role}} nicht pingen: Niemand mit dieser Rolle erfährt von neuen Tickets.',
  'fix.role-not-mentionable':
    'Servereinstellungen → Rollen → {{role}} → „Jedem erlauben, diese Rolle zu @erwähnen“ einschalten; oder mir „@everyone, @here und alle Rollen erwähnen“ geben.',
  'problem.role-blind': 'Die Rolle {{role}} kann {{where}} nicht sehen und sieht dort deshalb kein Ticket.',
  'fix.role-blind': '{{where}} bearbeiten → Berechtigungen → {{role}} hinzufügen → „Kanal ansehen“ erlauben.',
  'problem.role-not-added':
    'Die Rolle {{role}} wird bei neuen Tickets nicht gepingt und darf keine Threads verwalten: Sie sieht die Tickets nicht.',
  'fix.role-not-added':
    'pingStaff=true setzen, oder {{where}} bearbeiten → Berechtigungen → {{role}} → „Threads verwalten“ erlauben.',
  'problem.category-nearly-full': 'Die Kategorie {{where}} enthält {{used}} von {{most}} Kanälen.',
  'fix.category-nearly-full':
    'Tickets schließen, oder in der Einstellung overflowCategories eine weitere Kategorie nennen.',
  'problem.category-full': 'Die Kategorie {{where}} ist voll: Discord erlaubt {{most}} Kanäle. Neue Tickets warten.',
  'fix.category-full': 'Tickets schließen, oder in der Einstellung overflowCategories eine weitere Kategorie nennen.',
  'problem.channels-nearly-full': 'Der Server hat mindestens {{used}} von {{most}} Kanälen.',
  'fix.channels-nearly-full':
    'Kanäle löschen, oder channelKind=private-thread oder forum-post setzen: Threads zählen nicht mit.',
  'problem.channels-full': 'Der Server hat so viele Kanäle, wie Discord erlaubt ({{most}}). Neue Tickets warten.',
  'fix.channels-full':
    'Kanäle löschen, oder channelKind=private-thread oder forum-post setzen: Threads zählen nicht mit.',
  'problem.threads-nearly-full': 'Der Server hat {{used}} von {{most}} aktiven Threads.',
  'fix.threads-nearly-full': 'Tickets schließen, oder andere Threads archivieren.',
  'problem.threads-full':
    'Der Server hat so viele aktive Threads, wie Discord erlaubt ({{most}}). Neue Tickets warten.',
  'fix.threads-full': 'Tickets schließen, oder andere Threads archivieren.',

  'problem.parent-full': 'Die Kategorie ist voll: Discord erlaubt 50 Kanäle. Neue Tickets warten auf Platz.',
  'fix.parent-full': 'Tickets schließen, oder in der Einstellung overflowCategories eine weitere Kategorie nennen.',
  'problem.too-many-threads':
    'Der Server hat so viele aktive Threads, wie Discord erlaubt (1000). Neue Tickets warten auf Platz.',
  'fix.too-many-threads': 'Tickets schließen, oder andere Threads archivieren.',
  'problem.too-many-channels':
    'Der Server hat so viele Kanäle, wie Discord erlaubt (500). Neue Tickets warten auf Platz.',
  'fix.too-many-channels':
    'Kanäle löschen, oder channelKind=private-thread oder forum-post setzen: Threads zählen nicht mit.',
  'problem.parent-gone': 'Den Ort für neue Tickets gibt es nicht mehr, oder ich komme nicht hinein.',
  'fix.parent-gone': 'Einen anderen festlegen: Einstellung parentChannel.',
  'problem.cannot-ask':
    'Ein Mitglied ließ sich nicht fragen, welchen Server es meint, deshalb wartet seine Nachricht: Es nimmt keine Direktnachrichten an ({{reason}}).',
  'fix.cannot-ask':
    'Hier ist nichts zu tun: /contact-staff und Panels sagen solchen Mitgliedern privat, was sie erlauben müssen.',
  'problem.cannot-open': 'In {{where}} ließ sich kein Ticket öffnen: {{reason}}.',
  'fix.cannot-open': 'Gib mir die Berechtigungen, die der Doctor nennt: npx --no backchannel doctor',
  'problem.logs-gone': 'Den Log-Kanal gibt es nicht mehr, oder ich komme nicht hinein.',
  'fix.logs-gone':
    'Einen anderen festlegen: Einstellung logsChannel. Oder lass mich ihn ansehen und dort Nachrichten senden und Dateien anhängen.',
  'problem.transcript-place': 'Das Transkript ließ sich in {{where}} nicht posten.',
  'fix.transcript-place':
    'Lass mich den Kanal ansehen und dort Nachrichten senden und Dateien anhängen, oder ändere die Einstellung transcriptChannel.',
  'problem.content-intent':
    'Der Message Content Intent ist aus: Getippte Antworten sehe ich nicht. /reply funktioniert.',
  'fix.content-intent':
    'discord.com/developers/applications → die Anwendung → Bot → Message Content Intent einschalten, dann neu starten.',
  'problem.cannot-close-channel':
    'Der Kanal {{where}} eines geschlossenen Tickets ließ sich nicht wegräumen: {{reason}}.',
  'fix.cannot-close-channel':
    'Archiviere oder lösche ihn von Hand, und gib mir „Threads verwalten“ oder „Kanäle verwalten“.',
  'problem.disk-full':
    'Auf der Festplatte ist kein Platz für Anhänge: Sie werden mit ihrem Link genannt und nicht gespeichert.',
  'fix.disk-full':
    'Bei DATA_DIR Platz schaffen (files clean entfernt, was kein Ticket braucht), oder DISK_RESERVE_MB senken.',
  'problem.webhooks':
    'In {{where}} ist kein Platz für einen Webhook (Discord erlaubt 15): Ich poste Kopien unter meinem eigenen Namen.',
  'fix.webhooks': '{{where}} bearbeiten → Integrationen → Webhooks → einen löschen, den niemand braucht.',
  'problem.gap':
    'Zwischen {{from, when}} und {{to, when}} habe ich nichts gehört, und Discord konnte nicht dort weitermachen, wo wir aufgehört hatten. Nachrichten in Tickets und von Leuten, die ich kenne, habe ich nachgeholt; erste Nachrichten von anderen sind vielleicht verloren.',
  'fix.gap': 'Hier ist nichts zu tun. Diese Zeile verschwindet nach einer Woche.',
  'problem.refused': 'Discord hat unerwartet etwas abgelehnt ({{what}}): {{reason}} ({{code}}).',
};
