import type { permissions as english } from '../en/permissions.ts';
import type { Translated } from '../keys.ts';

/** Permissions as Discord's own settings call them. */
export const permissions: Translated<typeof english> = {
  'permission.administrator': 'Administrador',
  'permission.manageChannels': 'Gestionar canales',
  'permission.addReactions': 'Añadir reacciones',
  'permission.viewChannel': 'Ver canales',
  'permission.sendMessages': 'Enviar mensajes',
  'permission.manageMessages': 'Gestionar mensajes',
  'permission.embedLinks': 'Insertar enlaces',
  'permission.attachFiles': 'Adjuntar archivos',
  'permission.readMessageHistory': 'Leer el historial de mensajes',
  'permission.mentionEveryone': 'Mencionar @everyone, @here y todos los roles',
  'permission.manageWebhooks': 'Gestionar webhooks',
  'permission.manageThreads': 'Gestionar hilos',
  'permission.createPrivateThreads': 'Crear hilos privados',
  'permission.sendMessagesInThreads': 'Enviar mensajes en hilos',
};
