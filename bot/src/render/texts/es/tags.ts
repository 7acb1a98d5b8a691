import type { Translated } from '../keys.ts';
import type { tags as english } from '../en/tags.ts';

/** The tags of posts in forums (up to 20 characters), and what keeps the bot from setting them, in Spanish. */
export const tags: Translated<typeof english> = {
  'tag.open': 'Abierto',
  'tag.closed': 'Cerrado',
  'tag.unanswered': 'Sin responder',
  'tag.user-responded': 'Respondió el miembro',
  'tag.awaiting-response': 'Esperando respuesta',
  'tag.rating_one': '{{count}} estrella',
  'tag.rating_other': '{{count}} estrellas',

  'problem.tags-permission':
    'En {{where}} no puedo crear las etiquetas que muestran cómo van los tickets: me falta Gestionar canales.',
  'fix.tags-permission':
    'Edita {{where}} → Permisos → añade mi rol → permite Gestionar canales; o pon forumTags=false. Todo lo demás sigue igual.',
  'problem.tag-required':
    'No se pudo abrir un ticket en {{where}}: allí las publicaciones necesitan una etiqueta, y no hay ninguna que yo pueda usar.',
  'fix.tag-required':
    'Edita {{where}} → desactiva la opción que exige etiquetas al publicar, o permite allí a mi rol Gestionar canales.',
  'problem.tags-full':
    'En {{where}} no hay espacio para mis etiquetas: Discord permite 20 por foro, y faltan estas: {{missing}}.',
  'fix.tags-full': 'Edita {{where}} → Etiquetas → quita algunas que nadie necesite, o pon forumTags=false.',
  'problem.post-tags-full':
    'Una publicación tiene tantas etiquetas que las mías no caben (Discord permite 5): {{where}}.',
  'fix.post-tags-full': 'Quita una etiqueta de esa publicación, o pon forumTags=false.',
  'problem.tags-refused': 'Discord rechaza mis etiquetas en {{where}}: {{reason}}.',
  'fix.tags-refused':
    'Revisa las etiquetas de {{where}}: las que son solo para moderadores requieren Gestionar hilos, y mi rol debe tenerlo. O pon forumTags=false.',
};
