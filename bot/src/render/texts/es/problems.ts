import type { Translated } from '../keys.ts';
import type { problems as english } from '../en/problems.ts';

/**
 * What somebody has to mend, in Spanish: under `problem.` what is wrong, under `fix.` of the same name how to mend it.
 * Read on the status page, in the terminal and in Discord, so without markdown.
 */
export const problems: Translated<typeof english> = {
  'problem.setting': 'El ajuste {{field}} no encaja con este servidor: {{wrong}}.',
  'fix.setting': 'Cámbialo: /settings en Discord, o en una terminal: settings set <id del servidor> {{example}}',
  'problem.no-permission': 'En {{where}} me faltan permisos: {{permissions}}.',
  'fix.no-permission': 'Edita {{where}} → Permisos → añade mi rol → permite {{permissions}}.',
  'problem.permission-wanted': 'En {{where}} me faltan permisos para que las copias se vean bien: {{permissions}}.',
  'fix.permission-wanted': 'Edita {{where}} → Permisos → añade mi rol → permite {{permissions}}.',
  'problem.no-permission-in-server':
    'Para tener tickets como canales privados me faltan permisos en todo el servidor: {{permissions}}.',
  'fix.no-permission-in-server': 'Ajustes del servidor → Roles → mi rol → Permisos → activa {{permissions}}.',
  'problem.role-not-mentionable':
    'No puedo mencionar el rol {{role}}: quienes lo tienen no se enteran de los tickets nuevos.',
  'fix.role-not-mentionable':
    'Ajustes del servidor → Roles → {{role}} → activa “Permitir que cualquiera @mencione este rol”; o dame el permiso “Mencionar @everyone, @here y todos los roles”.',
  'problem.role-blind': 'El rol {{role}} no puede ver {{where}}, así que no ve ningún ticket allí.',
  'fix.role-blind': 'Edita {{where}} → Permisos → añade {{role}} → permite Ver canal.',
  'problem.role-not-added':
    'Los tickets nuevos no mencionan el rol {{role}}, y ese rol tampoco puede gestionar hilos: no los ve.',
  'fix.role-not-added': 'Pon pingStaff=true, o edita {{where}} → Permisos → {{role}} → permite Gestionar hilos.',
  'problem.category-nearly-full': 'La categoría {{where}} tiene {{used}} de {{most}} canales.',
  'fix.category-nearly-full': 'Cierra tickets o indica otra categoría en el ajuste overflowCategories.',
  'problem.category-full':
    'La categoría {{where}} está llena: Discord permite {{most}} canales. Los tickets nuevos quedan en espera.',
  'fix.category-full': 'Cierra tickets o indica otra categoría en el ajuste overflowCategories.',
  'problem.channels-nearly-full': 'El servidor tiene al menos {{used}} de {{most}} canales.',
  'fix.channels-nearly-full': 'Elimina canales, o pon channelKind=private-thread o forum-post: los hilos no cuentan.',
  'problem.channels-full':
    'El servidor tiene todos los canales que permite Discord ({{most}}). Los tickets nuevos quedan en espera.',
  'fix.channels-full': 'Elimina canales, o pon channelKind=private-thread o forum-post: los hilos no cuentan.',
  'problem.threads-nearly-full': 'El servidor tiene {{used}} de {{most}} hilos activos.',
  'fix.threads-nearly-full': 'Cierra tickets o archiva otros hilos.',
  'problem.threads-full':
    'El servidor tiene todos los hilos activos que permite Discord ({{most}}). Los tickets nuevos quedan en espera.',
  'fix.threads-full': 'Cierra tickets o archiva otros hilos.',

  'problem.parent-full':
    'La categoría está llena: Discord permite 50 canales. Los tickets nuevos esperan a que haya espacio.',
  'fix.parent-full': 'Cierra tickets o indica otra categoría en el ajuste overflowCategories.',
  'problem.too-many-threads':
    'El servidor tiene todos los hilos activos que permite Discord (1000). Los tickets nuevos esperan a que haya espacio.',
  'fix.too-many-threads': 'Cierra tickets o archiva otros hilos.',
  'problem.too-many-channels':
    'El servidor tiene todos los canales que permite Discord (500). Los tickets nuevos esperan a que haya espacio.',
  'fix.too-many-channels': 'Elimina canales, o pon channelKind=private-thread o forum-post: los hilos no cuentan.',
  'problem.parent-gone': 'El canal o la categoría donde creo los tickets ya no existe, o no tengo acceso.',
  'fix.parent-gone': 'Elige otro lugar: el ajuste parentChannel.',
  'problem.cannot-ask':
    'No se le pudo preguntar a un miembro a qué servidor escribe, así que su mensaje espera: no acepta mensajes directos ({{reason}}).',
  'fix.cannot-ask':
    'Aquí no hay nada que arreglar: /contact-staff y los paneles explican en privado a esos miembros qué deben permitir.',
  'problem.cannot-open': 'No se pudo abrir un ticket en {{where}}: {{reason}}.',
  'fix.cannot-open': 'Dame los permisos que indica este comando: npx --no backchannel doctor',
  'problem.logs-gone': 'El canal de registro ya no existe o no tengo acceso.',
  'fix.logs-gone': 'Elige otro: el ajuste logsChannel. O deja que lo vea, envíe mensajes y adjunte archivos allí.',
  'problem.transcript-place': 'No se pudo publicar la transcripción en {{where}}.',
  'fix.transcript-place':
    'Deja que vea el canal, envíe mensajes y adjunte archivos allí, o cambia el ajuste transcriptChannel.',
  'problem.content-intent':
    'El Message Content Intent está desactivado: no veo las respuestas que se escriben en el canal. /reply funciona.',
  'fix.content-intent':
    'discord.com/developers/applications → la aplicación → Bot → Message Content Intent, y vuelve a iniciar el bot.',
  'problem.cannot-close-channel': 'No se pudo archivar o eliminar el canal {{where}} de un ticket cerrado: {{reason}}.',
  'fix.cannot-close-channel': 'Archívalo o elimínalo a mano, y dame Gestionar hilos o Gestionar canales.',
  'problem.disk-full':
    'No queda espacio en el disco para los archivos adjuntos: se indican con su enlace, sin guardarlos.',
  'fix.disk-full':
    'Libera espacio donde está DATA_DIR (files clean elimina lo que ningún ticket necesita) o baja DISK_RESERVE_MB.',
  'problem.webhooks':
    'En {{where}} no hay espacio para un webhook (Discord permite 15): publico las copias con mi propio nombre.',
  'fix.webhooks': 'Edita {{where}} → Integraciones → Webhooks → elimina uno que nadie necesite.',
  'problem.gap':
    'No recibí nada entre el {{from, when}} y el {{to, when}}, y Discord no pudo seguir donde nos habíamos quedado. Recuperé lo que se escribió en los tickets y lo de la gente que conozco; los primeros mensajes de otras personas pueden haberse perdido.',
  'fix.gap': 'No hay nada que arreglar. Esta línea desaparece en una semana.',
  'problem.refused': 'Discord rechazó algo inesperado ({{what}}): {{reason}} ({{code}}).',
};
