import type { conversation as english } from '../en/conversation.ts';
import type { Translated } from '../keys.ts';

/** What stands in the two sides of a ticket. */
export const conversation: Translated<typeof english> = {
  // ---- to the member ----
  'member.greeting':
    'Danke für deine Nachricht! Das Team von **{{server}}** kann lesen, was du hier schreibst, und antwortet dir bald.',
  'member.message-sent': 'Nachricht an **{{server}}** gesendet.',
  'member.files-refused':
    '**{{server}}** nimmt solche Dateien nicht an, deshalb wurden sie nicht mitgeschickt: {{names}}',
  'member.closed':
    'Deine Unterhaltung mit **{{server}}** wurde geschlossen. Schreib einfach wieder hier, wenn du etwas brauchst.',
  'member.closed-with-comment': 'Deine Unterhaltung mit **{{server}}** wurde geschlossen:',
  'member.closed-again': 'Schreib einfach wieder hier, wenn du etwas brauchst.',
  'member.no-server': 'Ich habe keinen Server gefunden, auf dem wir beide sind und der hier Nachrichten annimmt.',
  'member.cannot-open.permission':
    'Deine Nachricht ist nicht bei **{{server}}** angekommen: Mir fehlt dort eine Berechtigung. Das Team sieht das Problem; versuch es bitte später noch einmal.',
  'member.cannot-open.parent-gone':
    'Deine Nachricht ist nicht bei **{{server}}** angekommen: Den Platz dafür gibt es nicht mehr. Das Team sieht das Problem; versuch es bitte später noch einmal.',
  'member.waits-for-room':
    'Deine Nachricht an **{{server}}** ist gespeichert: Gerade ist kein Platz für eine weitere Unterhaltung. Sobald welcher frei wird, geht es von selbst weiter.',
  'member.cannot-open.other':
    'Deine Nachricht ist nicht bei **{{server}}** angekommen. Versuch es bitte später noch einmal.',
  'member.cooldown':
    'Du hast eben erst eine Unterhaltung mit **{{server}}** begonnen. Die nächste kannst du {{at, when-relative}} beginnen.',
  'member.blocked': 'Du kannst gerade keine Unterhaltung mit **{{server}}** beginnen.',
  'member.paused': '**{{server}}** nimmt gerade keine neuen Unterhaltungen an. Schreib bitte später noch einmal.',
  'member.paused-until':
    '**{{server}}** nimmt bis zum {{until, when}} keine neuen Unterhaltungen an. Schreib bitte danach noch einmal.',
  'member.own-words': '{{words}}',
  'member.account-too-young':
    'Dein Discord-Account ist noch zu neu, um **{{server}}** zu schreiben. Ab dem {{from, when}} geht es.',
  'member.too-new-here':
    'Du bist noch nicht lange genug bei **{{server}}**, um dem Team zu schreiben. Ab dem {{from, when}} geht es.',
  'member.role-missing':
    '**{{server}}** nimmt nur Nachrichten von Mitgliedern mit einer bestimmten Rolle an, die dir noch fehlt.',
  'member.away':
    'Das Team von **{{server}}** ist um diese Zeit nicht da. Deine Nachrichten bleiben hier, und du bekommst später eine Antwort.',
  'member.reopened': 'Deine Unterhaltung mit **{{server}}** ist wieder offen.',
  'member.too-many':
    'Das war viel auf einmal: Was ein ❌ hat, ist nicht angekommen. Warte bitte eine Minute, bevor du weiterschreibst.',

  // ---- which server? ----
  'ask-server.prompt': 'Für welchen Server ist deine Nachricht?',
  'ask-server.placeholder': 'Server auswählen',
  'ask-server.more': 'Weitere Server',
  'ask-server.back': 'Zurück',
  'ask-server.page': 'Seite {{page}} von {{pages}}',
  'ask-server.kept_one': 'Deine Nachricht bleibt gespeichert, bis du gewählt hast.',
  'ask-server.kept_other': 'Deine {{count}} Nachrichten bleiben gespeichert, bis du gewählt hast.',
  'ask-server.prompt-by-name':
    'Für welchen Server ist deine Nachricht? Ich bin auf zu vielen, um sie aufzuzählen: Nenn mir seinen Namen, oder benutze dort /contact-staff.',
  'ask-server.which': 'Welchem Server möchtest du schreiben?',
  'ask-server.by-name': 'Namen eingeben',
  'ask-server.other': 'Anderer Server',
  'ask-server.form': 'Welcher Server?',
  'ask-server.form.name': 'Name des Servers',
  'ask-server.not-found':
    'Ich habe keinen Server mit diesem Namen gefunden, auf dem wir beide sind und der hier Nachrichten annimmt.',
  'ask-server.write-now': 'Schreib jetzt hier: Deine nächste Nachricht geht an **{{server}}**.',
  'ask-ticket.prompt':
    'Du hast mehrere Unterhaltungen offen, und in einer anderen gibt es Neues. Für welche ist deine Nachricht?',
  'panel.text': 'Klick auf den Button, um dem Team dieses Servers zu schreiben. Ich schicke dir eine Direktnachricht.',
  'panel.label': 'Team kontaktieren',
  'member.contacted': 'Das Team von **{{server}}** möchte mit dir sprechen. Was du hier schreibst, geht ans Team.',
  'member.goes-to':
    '-# Deine Nachrichten gehen jetzt an **{{server}}**. Zu einem anderen Server wechselst du mit /switch.',
  'ask-server.chosen': 'Deine Nachricht geht an **{{server}}**.',
  'ask-server.expired':
    'Diese Frage ist abgelaufen. Schreib einfach noch einmal, dann frage ich neu; was du vorher geschrieben hast, bleibt gespeichert.',
  'ask-server.not-any-more': 'Diesem Server kannst du nicht mehr schreiben. Wähle bitte einen anderen.',

  // ---- in the ticket channel: what happened ----
  'notice.contacted': '{{by}} hat dieses Ticket geöffnet, um mit dem Mitglied zu sprechen.',
  'notice.claimed': '{{by}} hat dieses Ticket übernommen.',
  'notice.unclaimed': '{{by}} hat dieses Ticket wieder freigegeben.',
  'notice.blocked': '{{by}} hat das Mitglied gesperrt: Es kann keine neuen Tickets öffnen.',
  'notice.blocked-because': '{{by}} hat das Mitglied gesperrt: Es kann keine neuen Tickets öffnen. Grund: {{reason}}',
  'notice.blocked-until':
    '{{by}} hat das Mitglied bis zum {{until, when}} gesperrt: Es kann keine neuen Tickets öffnen.',
  'notice.blocked-until-because':
    '{{by}} hat das Mitglied bis zum {{until, when}} gesperrt: Es kann keine neuen Tickets öffnen. Grund: {{reason}}',
  'notice.block-ended': 'Die Sperre ist abgelaufen: Das Mitglied kann wieder Tickets öffnen.',
  'notice.unblocked': '{{by}} hat das Mitglied entsperrt.',
  'notice.claim-dropped': '{{by}} ist nicht mehr im Team; dieses Ticket ist wieder frei.',
  'notice.closed': '{{by}} hat dieses Ticket geschlossen.',
  'notice.closed-with-comment': '{{by}} hat dieses Ticket geschlossen: {{comment}}',
  'notice.closed-auto': 'Dieses Ticket wurde geschlossen, weil eine Weile niemand geschrieben hat.',
  'notice.reopened': '{{by}} hat dieses Ticket wieder geöffnet.',
  'notice.member-left': 'Das Mitglied hat den Server verlassen.',
  'notice.member-came': 'Das Mitglied ist wieder auf dem Server.',
  'notice.not-delivered.cannot-dm':
    '❌ Nicht zugestellt: Das Mitglied nimmt von diesem Server keine Direktnachrichten an oder hat den Bot blockiert.',
  'notice.not-delivered.gone': '❌ Nicht zugestellt: Diesen Account gibt es nicht mehr.',
  'notice.not-delivered.text-blocked': '❌ Nicht zugestellt: Discord hat den Text abgelehnt.',
  'notice.not-delivered.too-large': '❌ Nicht zugestellt: Das ist größer, als Discord erlaubt.',
  'notice.not-delivered.quarantined':
    '❌ Nicht zugestellt: Discord lässt diesen Bot gerade keine Direktnachrichten schreiben.',
  'notice.not-delivered.other': '❌ Nicht zugestellt: Discord hat es abgelehnt.',
  'notice.greeting-not-delivered':
    '⚠️ Das Mitglied nimmt keine Direktnachrichten an: Eure Antworten kommen vielleicht nicht an.',
  'notice.copy-refused':
    '⚠️ Eine Nachricht des Mitglieds ließ sich hier nicht anzeigen: Discord hat sie abgelehnt. Sie steht im Transkript.',
  'notice.downtime_one':
    'Ich war offline. Zwischen {{from, when}} und {{to, when}} kam {{count}} Nachricht, die ich nachgeholt habe.',
  'notice.downtime_other':
    'Ich war offline. Zwischen {{from, when}} und {{to, when}} kamen {{count}} Nachrichten, die ich nachgeholt habe.',
  'notice.gap':
    'Ich war zwischen {{from, when}} und {{to, when}} offline. Erste Nachrichten von Leuten, die ich nicht kannte, habe ich in dieser Zeit vielleicht nicht bekommen.',
  'notice.gap-short':
    'Ich war kurz offline: {{to, when}}. Erste Nachrichten von Leuten, die ich nicht kannte, habe ich in diesem Moment vielleicht nicht bekommen.',
  'notice.unknown': 'Hier ist etwas passiert, das diese Version nicht beschreiben kann ({{key}}).',

  // ---- in copies ----
  'copy.reply-to': '-# ↪ {{name}}: {{excerpt}}',
  'copy.reply-to-linked': '-# ↪ [{{name}}: {{excerpt}}]({{link}})',
  'copy.reply-to-gone': '-# ↪ eine Nachricht, die nicht mehr hier ist',
  'copy.quoted-message': 'eine Nachricht',
  'copy.quoted-file': 'eine Datei',
  'copy.quoted-sticker': 'ein Sticker',
  'copy.quoted-poll': 'eine Umfrage',
  'copy.quoted-forward': 'eine weitergeleitete Nachricht',
  'copy.edited': '-# ✏️ bearbeitet am {{at, when}}',
  'copy.deleted': '-# 🗑️ im Original gelöscht am {{at, when}}',
  'copy.signed': '**{{name}}:**',
  'copy.from-server': '-# {{server}}',
  'copy.sticker': 'Sticker: {{name}}',
  'copy.sticker-linked': '[Sticker: {{name}}]({{url}})',
  'copy.voice': '🎤 Sprachnachricht ({{length}})',
  'copy.poll': '📊 Umfrage: **{{question}}**',
  'copy.activity': '🎮 Eine Einladung zu einer Aktivität',
  'copy.activity-named': '🎮 Eine Einladung zu {{name}}',
  'copy.sound': '🔊 Ein Sound',
  'copy.sound-named': '🔊 Sound: {{name}}',
  'copy.theme': '🎨 Ein Farbdesign für Discord',
  'copy.forwarded': '-# ↪ weitergeleitet',
  'copy.unknown': '❔ Diese Nachricht enthält noch etwas, das ich nicht anzeigen kann: {{kind}}',
  'copy.empty': '-# eine leere Nachricht',
  'copy.file-linked': '📎 [{{name}}]({{url}}) ({{size}}) ist zu groß zum Mitsenden. Der Link gilt etwa einen Tag.',
  'copy.file-kept': '📎 {{name}} ({{size}}) ist zu groß zum Mitsenden. Die Datei bleibt beim Ticket gespeichert.',
  'copy.file-lost-linked': '📎 [{{name}}]({{url}}) ({{size}}) ließ sich nicht kopieren. Der Link gilt etwa einen Tag.',
  'copy.file-lost': '📎 {{name}} ({{size}}) ließ sich nicht kopieren.',
  'copy.file-refused': '-# 📎 {{name}}: weggelassen, denn dieser Server nimmt solche Dateien von Mitgliedern nicht an',
  'copy.internal': '-# intern: Das Mitglied sieht das nicht',
  'copy.not-delivered': '-# ❌ nicht zugestellt',
  'copy.held': '-# ⏱️ wartet: zu viele Nachrichten in einer Minute',

  // ---- names ----
  'name.member': 'Mitglied',
  'name.staff': 'Team',
  'name.neutral': 'Jemand',
  'name.the-team': 'Das Team',
  'name.server': 'Server',
  'name.with-role': '{{name}} ({{role}})',
};
