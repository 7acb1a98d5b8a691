import { applicationRoutes } from './applications.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { memberRoutes } from './members.ts';
import { messageRoutes } from './messages.ts';
import { pinRoutes } from './pins.ts';
import { reactionRoutes } from './reactions.ts';
import { roleRoutes } from './roles.ts';
import type { Route } from './route.ts';
import { threadMemberRoutes } from './thread-members.ts';
import { threadRoutes } from './threads.ts';
import { userRoutes } from './users.ts';
import { webhookMessageRoutes } from './webhook-messages.ts';
import { webhookRoutes } from './webhooks.ts';

/** Everything that the simulator's REST API answers. */
export const routes: readonly Route[] = [
  ...applicationRoutes,
  ...userRoutes,
  ...guildRoutes,
  ...memberRoutes,
  ...roleRoutes,
  ...channelRoutes,
  ...threadRoutes,
  ...threadMemberRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...pinRoutes,
  ...webhookRoutes,
  ...webhookMessageRoutes,
  ...commandRoutes,
  ...interactionRoutes,
];
