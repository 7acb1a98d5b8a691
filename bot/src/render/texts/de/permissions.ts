import type { permissions as english } from '../en/permissions.ts';
import type { Translated } from '../keys.ts';

/** Permissions as Discord's own settings call them. */
export const permissions: Translated<typeof english> = {
  'permission.administrator': 'Administrator',
  'permission.manageChannels': 'Kanäle verwalten',
  'permission.addReactions': 'Reaktionen hinzufügen',
  'permission.viewChannel': 'Kanäle ansehen',
  'permission.sendMessages': 'Nachrichten senden',
  'permission.manageMessages': 'Nachrichten verwalten',
  'permission.embedLinks': 'Links einbetten',
  'permission.attachFiles': 'Dateien anhängen',
  'permission.readMessageHistory': 'Nachrichtenverlauf anzeigen',
  'permission.mentionEveryone': '@everyone, @here und alle Rollen erwähnen',
  'permission.manageWebhooks': 'Webhooks verwalten',
  'permission.manageThreads': 'Threads verwalten',
  'permission.createPrivateThreads': 'Private Threads erstellen',
  'permission.sendMessagesInThreads': 'Nachrichten in Threads senden',
};
