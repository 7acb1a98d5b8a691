import type { setup as english } from '../en/setup.ts';
import type { Translated } from '../keys.ts';

/** What admins read who set a server up. */
export const setup: Translated<typeof english> = {
  'command.settings': 'Die Einstellungen dieses Servers ansehen und ändern',
  'command.setup': 'Modmail auf diesem Server einrichten, Schritt für Schritt',

  'settings.title': 'Einstellungen',
  'settings.how':
    'Wähl eine Gruppe, um etwas zu ändern. **Fett** ist, was hier festgelegt wurde; der Rest kommt aus der Vorlage.',
  'settings.how-group': 'Wähl eine Einstellung, um sie zu ändern.',
  'settings.choose-preset': 'Vorlage: füllt, was hier nicht festgelegt wurde',
  'settings.choose-group': 'Welche Einstellungen?',
  'settings.choose-field': 'Eine Einstellung ändern',
  'settings.back': 'Alle Einstellungen',
  'settings.saved': '✅ Gespeichert.',
  'settings.not-saved': '❌ Nichts wurde geändert:',
  'settings.wrong': '{{field}} {{wrong}}',
  'settings.wrong-like': '{{field}} {{wrong}}, zum Beispiel `{{example}}`',
  'settings.group-basics': 'Grundlagen',
  'settings.group-staff': 'Team',
  'settings.group-members': 'Mitglieder',
  'settings.group-answers': 'Antworten',
  'settings.group-closing': 'Schließen',
  'settings.group-limits': 'Grenzen',
  'settings.group-looks': 'Namen und Aussehen',
  'settings.group-more': 'Mehr',
  'settings.as-preset': 'wie in der Vorlage',

  'setup.title': 'Modmail einrichten',
  'setup.how': 'Wähl aus, oder lass mich die Kanäle anlegen. Was du wählst, ist sofort gespeichert.',
  'setup.preset': 'Vorlage: Welchen Bot kennst du schon?',
  'setup.kind': 'Wo sieht das Team die Tickets?',
  'setup.kind-private-thread': 'Private Threads in einem Textkanal',
  'setup.kind-private-channel': 'Private Kanäle in einer Kategorie',
  'setup.kind-forum-post': 'Beiträge in einem Forum',
  'setup.preset-custom': 'Keiner: unsere eigenen Vorgaben',
  'setup.preset-panora': 'Panora',
  'setup.preset-phantom': 'Phantom Modmail',
  'setup.preset-supportmail': 'SupportMail',
  'setup.staff': 'Teamrollen',
  'setup.parent': 'Ort für neue Tickets',
  'setup.logs': 'Log-Kanal',
  'setup.make': 'Kanäle für mich anlegen',
  'setup.enable': 'Prüfen und einschalten',
  'setup.test': 'Testticket öffnen',
  'setup.state': 'Modmail',
  'setup.on': 'eingeschaltet',
  'setup.off': 'ausgeschaltet',
  'setup.none': '–',
  'setup.fine': '✅ Ich habe hier alle Berechtigungen, die ich brauche.',
  'setup.cannot-make':
    '❌ {{what}} ließ sich nicht anlegen: {{reason}}. Gib mir „Kanäle verwalten“ auf dem ganzen Server, oder wähl selbst Kanäle aus.',
  'setup.made': '✅ Was fehlte, ist angelegt und für @everyone unsichtbar.',
  'setup.made-nothing': 'Es fehlt nichts.',
  'setup.enable-first': '❌ Schalte zuerst Modmail ein.',
  'setup.test-opened':
    '✅ Ein Testticket ist unterwegs, mit dir als Mitglied. Mit seinem Button „Schließen“ ist der Test vorbei.',
  'setup.test-open-already': 'Du hast hier schon ein Ticket. Schließ es zuerst.',
  'notice.test-ticket':
    '🧪 Das ist ein Testticket von /setup. Was du hier und in deinen Direktnachrichten schreibst, kommt drüben an. Der Button „Schließen“ beendet es.',
};
