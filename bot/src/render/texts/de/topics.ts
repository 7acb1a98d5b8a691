import type { topics as english } from '../en/topics.ts';
import type { Translated } from '../keys.ts';

/** What admins read about topics and panels; what has to be mended is read outside of Discord too, so without markdown. */
export const topics: Translated<typeof english> = {
  'problem.topic': 'Die Einstellung {{field}} passt nicht zu diesem Server: {{wrong}}.',
  'fix.topic': 'Ändern: /topic edit in Discord, oder die Einstellung topics im Terminal.',
  'problem.topic-role-not-mentionable':
    'Ich darf die Rolle {{role}} nicht pingen: Niemand mit dieser Rolle erfährt von neuen Tickets zum Thema {{topic}}.',
  'fix.topic-role-not-mentionable':
    'Servereinstellungen → Rollen → {{role}} → „Jedem erlauben, diese Rolle zu @erwähnen“ einschalten; oder mir „@everyone, @here und alle Rollen erwähnen“ geben.',
  'problem.topic-role-blind':
    'Die Rolle {{role}} kann {{where}} nicht sehen und sieht dort deshalb kein Ticket zum Thema {{topic}}.',
  'fix.topic-role-blind': '{{where}} bearbeiten → Berechtigungen → {{role}} hinzufügen → „Kanal ansehen“ erlauben.',
  'problem.topic-role-not-added':
    'Die Rolle {{role}} wird bei neuen Tickets zum Thema {{topic}} nicht gepingt und darf keine Threads verwalten: Sie sieht die Tickets nicht.',
  'fix.topic-role-not-added':
    'pingStaff=true setzen, oder {{where}} bearbeiten → Berechtigungen → {{role}} → „Threads verwalten“ erlauben.',
  'problem.topic-emoji': 'Das Emoji {{emoji}} des Themas {{topic}} gehört nicht zu diesem Server: Ich lasse es weg.',
  'fix.topic-emoji': 'Ein anderes wählen: /topic edit.',
  'problem.panel': 'Ein Panel ließ sich nicht aktualisieren: {{reason}}. Es ist hier: {{where}}',
  'fix.panel':
    'Lass mich seinen Kanal sehen (Kanal bearbeiten → Berechtigungen → meine Rolle hinzufügen → „Kanal ansehen“ erlauben), dann versuche ich es noch einmal; oder lösche es und poste ein neues: /panel post.',

  'panel.topic-gone': 'Dieses Thema gibt es nicht mehr. Ich aktualisiere das Panel gerade: Wähle bitte noch einmal.',
  'panel.text-topics':
    'Worum geht es? Wähle ein Thema und schreib dem Team dieses Servers. Ich schicke dir eine Direktnachricht.',
  'panel.label-topic-select': 'Thema auswählen',
  'panel.no-topics-yet': 'Es zeigt einen einzigen Button, bis es zwei Themen gibt: `/topic add` legt sie an.',
  'command.panel.style': 'Ein Button, ein Button für jedes Thema oder ein Menü mit den Themen',
  'panel.style-button': 'Ein Button',
  'panel.style-topic-buttons': 'Ein Button für jedes Thema',
  'panel.style-topic-select': 'Ein Menü mit den Themen',
  'form.panel.label-topic-buttons': 'Auf dem Button, solange Themen fehlen',
  'form.panel.label-topic-select': 'Im Menü, bevor jemand wählt',

  'command.topic': 'Die Themen, aus denen Mitglieder wählen, bevor sie schreiben',
  'command.topic.add': 'Ein Thema anlegen',
  'command.topic.edit': 'Ein Thema ändern: Texte, Ort, Rollen und Fragen',
  'command.topic.remove': 'Ein Thema entfernen; Tickets, die damit geöffnet wurden, gehen weiter',
  'command.topic.list': 'Alle Themen zeigen',
  'command.topic.question-add': 'Etwas in einem Formular fragen, bevor ein Ticket zu diesem Thema aufgeht',
  'command.topic.question-edit': 'Eine Frage ändern; sie bleibt an ihrem Platz',
  'command.topic.question-remove': 'Etwas nicht mehr fragen',
  'command.topic.name': 'Was Mitglieder lesen',
  'command.topic.topic': 'Welches',
  'command.topic.emoji': 'Ein Emoji, z. B. 💳 oder ein eigenes dieses Servers; „none“ für keins',
  'command.topic.description': 'Ein paar Worte unter dem Namen; „none“ für keine',
  'command.topic.retention':
    'Wie lange Inhalte gespeichert bleiben, z. B. 90 days oder „keep“; „none“: wie auf dem Server',
  'command.topic.position': 'Position unter den Themen: 1 ist das erste',

  'topic.list': 'Themen',
  'topic.choose': 'Ein Thema ändern',
  'topic.none-yet': 'Es gibt noch keins: `/topic add` legt eins an.',
  'topic.one-is-not-offered':
    'Bei einem einzigen Thema gibt es nichts zu wählen: Leg mit `/topic add` noch eins an. Ab zwei Themen stehen sie zur Auswahl.',
  'topic.offered': 'Mitglieder wählen aus {{count}} Themen. Ein Panel kann sie zeigen: `/panel post`.',
  'topic.gone': 'Dieses Thema gibt es nicht mehr. `/topic list` zeigt alle, die es gibt.',
  'topic.removed': '✅ **{{topic}}** wurde entfernt. Tickets, die damit geöffnet wurden, gehen weiter.',
  'topic.remove': 'Entfernen',
  'topic.remove-sure_one':
    '**{{topic}}** mit seiner Frage entfernen? Tickets, die damit geöffnet wurden, gehen weiter.',
  'topic.remove-sure_other':
    '**{{topic}}** mit seinen {{count}} Fragen entfernen? Tickets, die damit geöffnet wurden, gehen weiter.',
  'topic.as-server': 'wie überall auf diesem Server',
  'topic.parent': 'Ort für seine Tickets',
  'topic.staff': 'Teamrollen',
  'topic.ping': 'Außerdem gepingt',
  'topic.retention': 'Inhalte bleiben gespeichert',
  'topic.greeting': 'Begrüßung',
  'topic.questions': 'Fragen',
  'topic.words': 'Name, Emoji, Begrüßung',
  'topic.edit-question': 'Frage ändern',
  'topic.add-question': 'Frage hinzufügen',
  'topic.all': 'Alle Themen',
  'topic.count-questions_one': '{{count}} Frage',
  'topic.count-questions_other': '{{count}} Fragen',
  'topic.no-questions': 'Dieses Thema fragt nichts. `/topic question-add` fügt eine Frage hinzu.',
  'topic.which-question-edit': 'Welche Frage soll geändert werden?',
  'topic.question-gone': 'Diese Frage gibt es nicht mehr.',
  'topic.which-question': 'Welche Frage soll weg?',
  'topic.questions-full':
    'In ein Formular passen fünf Fragen, und so viele hat dieses Thema schon. `/topic question-remove` schafft Platz.',
  'topic.you-typed': 'Was du eingegeben hast',
  'topic.kind': '{{kind}}',
  'topic.kind-optional': '{{kind}}, optional',
  'topic.kind-short': 'Kurzer Text',
  'topic.kind-long': 'Langer Text',
  'topic.kind-choice': 'Einfachauswahl',
  'topic.kind-choices': 'Mehrfachauswahl',
  'topic.kind-file': 'Datei',

  'form.topic.title': 'Thema',
  'form.topic.name': 'Name',
  'form.topic.emoji': 'Emoji',
  'form.topic.description': 'Beschreibung, unter dem Namen',
  'form.topic.greeting': 'Begrüßung, statt der des Servers',
  'form.question.title': 'Frage',
  'form.question.label': 'Was gefragt wird',
  'form.question.description': 'Ein Hinweis darunter',
  'form.question.kind': 'Art der Antwort',
  'form.question.required': 'Muss sie beantwortet werden?',
  'form.question.yes': 'Ja',
  'form.question.no': 'Nein',
  'form.question.choices': 'Antworten zur Auswahl, eine pro Zeile',
  'form.question.choices-example': 'Nur bei Einfach- oder Mehrfachauswahl',

  'settings.by-command': '{{name}} legst du mit `/{{command}}` fest.',
};
