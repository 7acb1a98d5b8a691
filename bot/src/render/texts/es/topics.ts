import type { Translated } from '../keys.ts';
import type { topics as english } from '../en/topics.ts';

/** What admins read about topics and panels, in Spanish; what has to be mended is read outside of Discord too, so without markdown. */
export const topics: Translated<typeof english> = {
  'problem.topic': 'El ajuste {{field}} no encaja con este servidor: {{wrong}}.',
  'fix.topic': 'Cámbialo: /topic edit en Discord, o el ajuste topics en una terminal.',
  'problem.topic-role-not-mentionable':
    'No puedo mencionar el rol {{role}}: quienes lo tienen no se enteran de los tickets nuevos del tema {{topic}}.',
  'fix.topic-role-not-mentionable':
    'Ajustes del servidor → Roles → {{role}} → activa “Permitir que cualquiera @mencione este rol”; o dame el permiso “Mencionar @everyone, @here y todos los roles”.',
  'problem.topic-role-blind':
    'El rol {{role}} no puede ver {{where}}, así que no ve allí ningún ticket del tema {{topic}}.',
  'fix.topic-role-blind': 'Edita {{where}} → Permisos → añade {{role}} → permite Ver canal (View Channel).',
  'problem.topic-role-not-added':
    'Los tickets nuevos del tema {{topic}} no mencionan el rol {{role}}, y ese rol tampoco puede gestionar hilos: no los ve.',
  'fix.topic-role-not-added':
    'Pon pingStaff=true, o edita {{where}} → Permisos → {{role}} → permite Gestionar hilos (Manage Threads).',
  'problem.topic-emoji': 'El emoji {{emoji}} del tema {{topic}} no es de este servidor: no se muestra.',
  'fix.topic-emoji': 'Elige otro: /topic edit.',
  'problem.panel': 'No se pudo actualizar un panel: {{reason}}. Está en {{where}}',
  'fix.panel':
    'Deja que vea su canal (Editar canal → Permisos → añade mi rol → permite Ver canal, View Channel) y lo intento de nuevo; o elimínalo y publica otro: /panel post.',

  'panel.topic-gone': 'Este tema ya no existe. Estoy actualizando este panel: elige otra vez, por favor.',
  'panel.text-topics': '¿De qué se trata? Elige y escribe al equipo de este servidor. Te enviaré un mensaje directo.',
  'panel.label-topic-select': 'Elige un tema',
  'panel.no-topics-yet': 'Muestra un solo botón hasta que haya dos temas: `/topic add` los crea.',
  'command.panel.style': 'Un botón, un botón por tema o un menú de temas',
  'panel.style-button': 'Un botón',
  'panel.style-topic-buttons': 'Un botón por tema',
  'panel.style-topic-select': 'Un menú de temas',
  'form.panel.label-topic-buttons': 'En el botón, mientras falten temas',
  'form.panel.label-topic-select': 'En el menú, antes de elegir',

  'command.topic': 'Lo que los miembros eligen antes de escribir',
  'command.topic.add': 'Añade un tema',
  'command.topic.edit': 'Cambia un tema: sus textos, lugar, roles y preguntas',
  'command.topic.remove': 'Elimina un tema; los tickets que se abrieron con él siguen',
  'command.topic.list': 'Muestra todos los temas',
  'command.topic.question-add': 'Pregunta algo en un formulario antes de abrir un ticket de este tema',
  'command.topic.question-remove': 'Quita una pregunta',
  'command.topic.name': 'Lo que leen los miembros',
  'command.topic.topic': 'Cuál',
  'command.topic.emoji': 'Un emoji, como 💳 o uno propio del servidor; “none” para ninguno',
  'command.topic.description': 'Unas palabras debajo del nombre; “none” para ninguna',
  'command.topic.retention': 'Cuánto se conserva lo dicho, como 90d, o “keep”; “none”: como en el servidor',
  'command.topic.position': 'Su lugar entre los temas: 1 es el primero',

  'topic.list': 'Temas',
  'topic.choose': 'Cambiar un tema',
  'topic.none-yet': 'Aún no hay ninguno: `/topic add` crea uno.',
  'topic.one-is-not-offered':
    'Con un solo tema no hay nada que elegir: añade otro con `/topic add`. Los temas se ofrecen a partir de dos.',
  'topic.offered': 'Los miembros eligen entre {{count}} temas. Un panel los puede mostrar: `/panel post`.',
  'topic.gone': 'Este tema ya no existe. `/topic list` muestra los que hay.',
  'topic.removed': '✅ **{{topic}}** se eliminó. Los tickets que se abrieron con él siguen.',
  'topic.remove': 'Eliminar',
  'topic.remove-sure_one': '¿Eliminar **{{topic}}** con su pregunta? Los tickets que se abrieron con él siguen.',
  'topic.remove-sure_other':
    '¿Eliminar **{{topic}}** con sus {{count}} preguntas? Los tickets que se abrieron con él siguen.',
  'topic.as-server': 'como en el resto del servidor',
  'topic.parent': 'Lugar de sus tickets',
  'topic.staff': 'Roles del equipo',
  'topic.ping': 'También se menciona',
  'topic.retention': 'Lo dicho se conserva',
  'topic.greeting': 'Saludo',
  'topic.questions': 'Preguntas',
  'topic.words': 'Nombre, emoji y saludo',
  'topic.add-question': 'Añadir una pregunta',
  'topic.all': 'Todos los temas',
  'topic.count-questions_one': '{{count}} pregunta',
  'topic.count-questions_other': '{{count}} preguntas',
  'topic.no-questions': 'Este tema no pregunta nada. `/topic question-add` añade una pregunta.',
  'topic.which-question': '¿Qué pregunta quieres quitar?',
  'topic.questions-full':
    'En un formulario caben cinco preguntas, y este tema ya tiene cinco. `/topic question-remove` libera espacio.',
  'topic.you-typed': 'Lo que escribiste',
  'topic.kind': '{{kind}}',
  'topic.kind-optional': '{{kind}}, opcional',
  'topic.kind-short': 'Texto corto',
  'topic.kind-long': 'Texto largo',
  'topic.kind-choice': 'Una opción',
  'topic.kind-choices': 'Varias opciones',
  'topic.kind-file': 'Archivo',

  'form.topic.title': 'Tema',
  'form.topic.name': 'Nombre',
  'form.topic.emoji': 'Emoji',
  'form.topic.description': 'Descripción, debajo del nombre',
  'form.topic.greeting': 'Saludo, en lugar del general',
  'form.question.title': 'Pregunta',
  'form.question.label': 'Qué se pregunta',
  'form.question.description': 'Ayuda debajo de la pregunta',
  'form.question.kind': 'Cómo se responde',
  'form.question.required': '¿Hay que responderla?',
  'form.question.yes': 'Sí',
  'form.question.no': 'No',
  'form.question.choices': 'Opciones, una por línea',
  'form.question.choices-example': 'Solo donde se eligen una o varias',

  'settings.by-command': '{{name}} se cambia con `/{{command}}`.',
};
