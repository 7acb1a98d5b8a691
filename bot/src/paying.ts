import { createForumTags } from './channels/forum-tags.ts';
import { createWebhookPool } from './channels/webhooks.ts';
import { openFiles } from './files/disk.ts';
import { choicesOf } from './intake/servers.ts';
import { questionFor } from './intake/unasked.ts';
import { createDeliverer, type Deliverer } from './outbox/deliver.ts';
import { createEmojiPictures } from './outbox/emoji.ts';
import { createGivingUp } from './outbox/give-up.ts';
import type { SendParts } from './outbox/parts.ts';
import { send } from './outbox/send.ts';
import { tagProblems } from './outbox/tag-problems.ts';
import { webhookProblems } from './outbox/webhook-problems.ts';
import type { Store } from './store.ts';
import type { Ground } from './ground.ts';

/** Out: what is owed to Discord is paid. */
export function createPaying(
  ground: Ground,
  opened: Store,
  {
    onUnauthorized,
    ...relayed
  }: Pick<SendParts, 'channelOpened' | 'routeKept' | 'openUnasked'> & { readonly onUnauthorized: () => void },
): Deliverer {
  const { clock, log, store, discord, config } = ground;
  const webhooks = createWebhookPool({
    clock,
    store,
    discord,
    bot: ground.bot.id,
    ...webhookProblems(ground),
  });
  const sending: SendParts = {
    clock,
    store,
    discord,
    files: openFiles({ clock, dataDir: config.dataDir, reserve: config.files.diskReserveBytes }),
    webhooks,
    forumTags: createForumTags({ ...ground, ...tagProblems(ground) }),
    settingsOf: ground.settingsOf,
    enabled: ground.intake.enabled,
    guildName: ground.names.of,
    choicesOf: (person) => choicesOf(ground.intake, person),
    memberAgain: ground.lookedUp.again,
    questionFor: (person) => questionFor(ground.intake, person),
    readsContent: ground.bot.readsContent,
    emojiPictures: createEmojiPictures(ground),
    sharing: ground.sharing,
    largestFile: config.files.maxBytes,
    filesPerDay: config.files.dailyBytesPerMember,
    ...relayed,
  };
  return createDeliverer({
    clock,
    store: opened,
    random: Math.random,
    send: (delivery, attempt) => send(sending, delivery, attempt),
    ...createGivingUp({ clock }),
    onUnauthorized() {
      log.error({}, 'Discord refuses DISCORD_TOKEN; copy a new one from the developer portal');
      onUnauthorized();
    },
    onError: (error, delivery) => log.warn({ error, delivery: delivery?.kind }, 'a delivery has to wait'),
  });
}
