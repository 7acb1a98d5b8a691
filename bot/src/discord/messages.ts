import { type APIMessage, Routes } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import type { MessageId } from '../ids.ts';
import { editedMessage, newMessage, uploads } from './draw.ts';
import { type Reader, readMessage } from './read-message.ts';
import type { Ask } from './rest.ts';

type Messages = Pick<
  Discord,
  'send' | 'editMessage' | 'deleteMessage' | 'react' | 'unreact' | 'startTyping' | 'messages' | 'message'
>;

/** https://docs.discord.com/developers/resources/message */
export function createMessages(ask: Ask, reader: Reader): Messages {
  return {
    async send(channel, message, nonce) {
      const body = newMessage(message);
      body['nonce'] = nonce;
      body['enforce_nonce'] = true;
      const files = uploads(message);
      const { id } = await ask<APIMessage>('POST', `/channels/${channel}/messages`, { body, files });
      return id as MessageId;
    },
    async editMessage(channel, id, message) {
      const files = uploads(message);
      await ask('PATCH', Routes.channelMessage(channel, id), { body: editedMessage(message), files });
    },
    async deleteMessage(channel, id) {
      await ask('DELETE', Routes.channelMessage(channel, id));
    },
    async react(channel, id, emoji) {
      await ask('PUT', `/channels/${channel}/messages/${id}/reactions/${encodeURIComponent(emoji)}/@me`);
    },
    async unreact(channel, id, emoji) {
      await ask('DELETE', `/channels/${channel}/messages/${id}/reactions/${encodeURIComponent(emoji)}/@me`);
    },
    async startTyping(channel) {
      await ask('POST', Routes.channelTyping(channel));
    },
    async messages(channel, { after, before, limit, guild }) {
      const query = new URLSearchParams({ limit: String(limit) });
      if (after) query.set('after', after);
      else if (before) query.set('before', before);
      const found = await ask<readonly APIMessage[]>('GET', Routes.channelMessages(channel), { query });
      // Newest first, whatever was asked for.
      return found.map((raw) => readMessage(reader, raw, guild)).reverse();
    },
    async message(channel, id, guild) {
      return readMessage(reader, await ask<APIMessage>('GET', Routes.channelMessage(channel, id)), guild);
    },
  };
}
