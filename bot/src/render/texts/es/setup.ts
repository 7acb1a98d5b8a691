import type { Translated } from '../keys.ts';
import type { setup as english } from '../en/setup.ts';

/** What admins read who set a server up, in Spanish. */
export const setup: Translated<typeof english> = {
  'command.settings': 'Muestra y cambia los ajustes de este servidor',
  'command.setup': 'Configura modmail en este servidor, paso a paso',

  'settings.title': 'Ajustes',
  'settings.how':
    'Elige un grupo para cambiar algo. Lo que está en **negrita** se definió aquí; lo demás viene del preajuste.',
  'settings.how-group': 'Elige un ajuste para cambiarlo.',
  'settings.choose-preset': 'Preajuste: completa lo que no se definió aquí',
  'settings.choose-group': '¿Qué ajustes?',
  'settings.choose-field': 'Cambiar un ajuste',
  'settings.back': 'Todos los ajustes',
  'settings.saved': '✅ Guardado.',
  'settings.not-saved': '❌ No se cambió nada:',
  'settings.wrong': '{{field}}: {{wrong}}',
  'settings.wrong-like': '{{field}}: {{wrong}}; por ejemplo, `{{example}}`',
  'settings.group-basics': 'Lo básico',
  'settings.group-staff': 'Equipo',
  'settings.group-members': 'Miembros',
  'settings.group-answers': 'Respuestas',
  'settings.group-closing': 'Cierre',
  'settings.group-limits': 'Límites',
  'settings.group-looks': 'Nombres y aspecto',
  'settings.group-more': 'Más',
  'settings.as-preset': 'como dice el preajuste',

  'setup.title': 'Configurar modmail',
  'setup.how': 'Elige, o deja que yo cree lo que falte. Lo que elijas se guarda al instante.',
  'setup.preset': 'Preajuste: ¿qué bot usabas hasta ahora?',
  'setup.kind': '¿Dónde ve los tickets el equipo?',
  'setup.kind-private-thread': 'Hilos privados en un canal de texto',
  'setup.kind-private-channel': 'Canales privados en una categoría',
  'setup.kind-forum-post': 'Publicaciones en un foro',
  'setup.preset-custom': 'Ninguno: nuestros propios valores',
  'setup.preset-panora': 'Panora',
  'setup.preset-phantom': 'Phantom Modmail',
  'setup.preset-supportmail': 'SupportMail',
  'setup.staff': 'Roles del equipo',
  'setup.parent': 'Dónde se crean los tickets',
  'setup.logs': 'Canal de registro',
  'setup.make': 'Crear lo que falte',
  'setup.enable': 'Revisar y activar',
  'setup.test': 'Abrir un ticket de prueba',
  'setup.state': 'Modmail',
  'setup.on': 'activado',
  'setup.off': 'desactivado',
  'setup.none': '–',
  'setup.fine': '✅ Tengo todos los permisos que necesito aquí.',
  'setup.cannot-make':
    '❌ No pude crear {{what}}: {{reason}}. Dame Gestionar canales en todo el servidor, o elige tú los lugares.',
  'setup.made': '✅ Lo que faltaba ya está creado, oculto para @everyone.',
  'setup.made-nothing': 'No falta nada.',
  'setup.choose-first': '❌ Aún no está activado. Falta elegir:',
  'setup.enable-first': '❌ Activa modmail primero.',
  'setup.test-opened':
    '✅ Un ticket de prueba está en camino, contigo como miembro. Para terminarlo, usa su botón Cerrar.',
  'setup.test-open-already': 'Ya tienes un ticket aquí. Ciérralo primero.',
  'notice.test-ticket':
    '🧪 Este es un ticket de prueba de /setup. Lo que escribas aquí y en tus MD llega al otro lado. Para terminarlo, usa el botón Cerrar.',
};
