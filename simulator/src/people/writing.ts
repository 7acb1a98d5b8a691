import { attach } from '../acts/attach.ts';
import { deleteMessage } from '../acts/delete-message.ts';
import { editMessage } from '../acts/edit-message.ts';
import { openDm } from '../acts/open-dm.ts';
import { postMessage } from '../acts/post-message.ts';
import { ApiError, formError } from '../errors.ts';
import type { Wire } from '../objects/wire.ts';
import { may, need } from '../permissions.ts';
import { withUploads } from '../rules/files.ts';
import { messageFlags } from '../rules/message.ts';
import { lengthOf } from '../rules/read.ts';
import type { Attachment, Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import type { Self } from './create-person.ts';
import type { Attached, Person, Said } from './person.ts';
import { channelOf, messageOf, theBot } from './places.ts';
import { longestFile, message as most } from '../rules/numbers.ts';

/** Nitro's: https://support.discord.com/hc/articles/115000435108. */
const longestText = 4000;
/** Bytes, without Nitro: the server's boosts count. https://docs.discord.com/developers/reference#uploading-files */
export function largestFile({ state }: World, { guildId }: Channel): number {
  return longestFile[state.guilds.get(guildId ?? '')?.premiumTier ?? 0];
}

type Writing = Pick<Person, 'dms' | 'types' | 'forwards' | 'edits' | 'deletes'>;

export function writing(self: Self): Writing {
  const { world } = self;
  const by = { as: 'account', userId: self.id } as const;
  return {
    async dms(text, said = {}) {
      return say(self, openDm(world, self.id, theBot(self, said.to).id), text, said);
    },
    async types(channel, text, said = {}) {
      return say(self, channelOf(self, channel), text, said);
    },
    async forwards(message, toChannel) {
      const { id, channelId } = messageOf(self, message);
      return postMessage(world, {
        channelId: channelOf(self, toChannel).id,
        by,
        forward: { messageId: id, channelId },
      });
    },
    async edits(message, text) {
      const old = messageOf(self, message);
      checkText(text, old.attachments.length > 0);
      editMessage(world, by, old, { content: text });
    },
    async deletes(message) {
      deleteMessage(world, by, messageOf(self, message));
    },
  };
}

function say(self: Self, channel: Channel, text: string, said: Said): Message {
  const { world } = self;
  const files = said.files ?? (said.voice ? [recording] : []);
  const more =
    files.length + (said.stickers?.length ?? 0) > 0 ||
    said.poll !== undefined ||
    said.type !== undefined ||
    said.extra !== undefined;
  checkText(text, more);
  if ((said.stickers?.length ?? 0) > most.stickers)
    throw formError('sticker_ids', 'BASE_TYPE_MAX_LENGTH', `Must be ${most.stickers} or fewer in length.`);
  if (said.voice && channel.guildId !== null) need(world, self.id, channel, 'sendVoiceMessages');
  if (isTooSoon(self, channel))
    throw new ApiError(429, 20016, 'This action cannot be performed due to slowmode rate limit');
  const attachments = uploads(world, channel, files, said.voice);
  return withUploads(world, attachments, () =>
    postMessage(world, {
      channelId: channel.id,
      by: { as: 'account', userId: self.id },
      content: text,
      attachments,
      allowedMentions: { ...everyone, repliedUser: said.ping ?? true },
      ...(said.replyTo === undefined ? {} : { replyTo: { messageId: said.replyTo } }),
      ...(said.voice ? { flags: messageFlags.voice } : {}),
      stickers: (said.stickers ?? []).map(({ name, format }) => ({ id: world.newId(), name, format: format ?? 1 })),
      poll: said.poll ? pollOf(world, said.poll) : null,
      ...(said.type === undefined ? {} : { type: said.type }),
      ...(said.extra && { extra: said.extra }),
    }),
  );
}

/** People ping whom they may. */
const everyone = { parse: ['users', 'roles', 'everyone'], users: [], roles: [] } as const;

/** Slowmode: https://docs.discord.com/developers/resources/channel#channel-object, `rate_limit_per_user`. */
function isTooSoon({ world, id }: Self, channel: Channel): boolean {
  if (channel.slowmode === 0 || may(world, id, channel, 'bypassSlowmode')) return false;
  const since = world.clock.now() - channel.slowmode * 1000;
  const own = [...(world.state.messages.get(channel.id)?.values() ?? [])].filter(({ authorId }) => authorId === id);
  return own.some(({ createdAt }) => createdAt > since);
}

function checkText(text: string, hasMore: boolean): void {
  if (text.trim() === '' && !hasMore) throw new ApiError(400, 50006, 'Cannot send an empty message');
  if (lengthOf(text, longestText) > longestText)
    throw formError('content', 'BASE_TYPE_MAX_LENGTH', `Must be ${longestText} or fewer in length.`);
}

const recording: Attached = { name: 'voice-message.ogg', bytes: new Uint8Array([0x4f, 0x67, 0x67, 0x53]) };

function uploads(world: World, channel: Channel, files: readonly Attached[], voice: Said['voice']): Attachment[] {
  if (files.length > most.files)
    throw new ApiError(400, 30015, `Maximum number of attachments in a message reached (${most.files})`);
  if (files.some(({ bytes }) => bytes.length > largestFile(world, channel)))
    throw new ApiError(413, 40005, 'Request entity too large');
  return files.map((file) =>
    attach(world, {
      filename: file.name,
      bytes: file.bytes,
      contentType: file.type ?? (voice ? 'audio/ogg' : null),
      duration: voice?.seconds ?? null,
      waveform: voice ? Buffer.alloc(64, 128).toString('base64') : null,
    }),
  );
}

const day = 24 * 60 * 60 * 1000;

/** https://docs.discord.com/developers/resources/poll#poll-object */
function pollOf(world: World, poll: NonNullable<Said['poll']>): Wire {
  return {
    question: { text: poll.question },
    answers: poll.answers.map((text, index) => ({ answer_id: index + 1, poll_media: { text } })),
    expiry: new Date(world.clock.now() + day).toISOString(),
    allow_multiselect: false,
    layout_type: 1,
    results: { answer_counts: [], is_finalized: false },
  };
}
