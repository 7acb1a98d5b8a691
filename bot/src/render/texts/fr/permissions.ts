import type { permissions as english } from '../en/permissions.ts';
import type { Translated } from '../keys.ts';

/** Permissions as Discord's own settings call them. */
export const permissions: Translated<typeof english> = {
  'permission.administrator': 'Administrateur',
  'permission.manageChannels': 'Gérer les salons',
  'permission.addReactions': 'Ajouter des réactions',
  'permission.viewChannel': 'Voir les salons',
  'permission.sendMessages': 'Envoyer des messages',
  'permission.manageMessages': 'Gérer les messages',
  'permission.embedLinks': 'Intégrer des liens',
  'permission.attachFiles': 'Joindre des fichiers',
  'permission.readMessageHistory': 'Voir les anciens messages',
  'permission.mentionEveryone': 'Mentionner @everyone, @here et tous les rôles',
  'permission.manageWebhooks': 'Gérer les webhooks',
  'permission.manageThreads': 'Gérer les fils',
  'permission.createPrivateThreads': 'Créer des fils privés',
  'permission.sendMessagesInThreads': 'Envoyer des messages dans les fils',
};
