import { type APIMessage, type APIWebhook, Routes } from 'discord-api-types/v10';
import type { Discord, Webhook } from '../discord.ts';
import type { ChannelId, MessageId, WebhookId } from '../ids.ts';
import { editedMessage, newMessage, uploads } from './draw.ts';
import type { Ask, Asked } from './rest.ts';

type Webhooks = Pick<Discord, 'sendAs' | 'editAs' | 'deleteAs' | 'webhooks' | 'createWebhook'>;

/** https://docs.discord.com/developers/resources/webhook */
export function createWebhooks(ask: Ask): Webhooks {
  return {
    async sendAs(webhook, thread, face, message) {
      const body = newMessage(message);
      body['username'] = face.name;
      body['avatar_url'] = face.avatarUrl;
      // Webhooks cannot reply.
      delete body['message_reference'];
      const files = uploads(message);
      const query = thread === null ? waits : new URLSearchParams({ wait: 'true', thread_id: thread });
      const { id } = await ask<APIMessage>('POST', `/webhooks/${webhook.id}/${webhook.token}`, {
        body,
        files,
        query,
        auth: 'token',
      });
      return id as MessageId;
    },
    async editAs(webhook, thread, id, message) {
      const files = uploads(message);
      await ask('PATCH', Routes.webhookMessage(webhook.id, webhook.token, id), {
        ...inThread(thread),
        body: editedMessage(message),
        files,
      });
    },
    async deleteAs(webhook, thread, id) {
      await ask('DELETE', Routes.webhookMessage(webhook.id, webhook.token, id), inThread(thread));
    },
    async webhooks(channel) {
      const found = await ask<readonly APIWebhook[]>('GET', Routes.channelWebhooks(channel));
      return found.flatMap((raw) => readWebhook(raw) ?? []);
    },
    async createWebhook(channel, name) {
      const webhook = readWebhook(await ask<APIWebhook>('POST', Routes.channelWebhooks(channel), { body: { name } }));
      if (!webhook) throw new Error('Discord made a webhook and did not say its token');
      return webhook;
    },
  };
}

/** Without waiting Discord hides it when a message is not saved. */
const waits = new URLSearchParams({ wait: 'true' });

function inThread(thread: ChannelId | null): Asked {
  return { auth: 'token', query: thread === null ? undefined : new URLSearchParams({ thread_id: thread }) };
}

/** Null for webhooks of others: only the program that made one is told its token. */
function readWebhook({ id, token, channel_id: channel }: APIWebhook): Webhook | null {
  return token ? { id: id as WebhookId, token, channel: channel as ChannelId } : null;
}
