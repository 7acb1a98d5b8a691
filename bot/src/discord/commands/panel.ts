import type { ChannelId, GuildId, MessageId } from '../../ids.ts';
import type { Panel } from '../../bookkeeping.ts';
import type { DrawnMessage } from '../../discord.ts';
import { isSnowflake } from '../../ids.ts';
import type { Interaction } from '../../incoming.ts';
import { Refused } from '../../refusal.ts';
import { longestForm, longestLabel } from '../../render/limits.ts';
import { text } from '../../render/notices.ts';
import { panel, type PanelWords } from '../../render/panel.ts';
import { answerInTime } from './answer-in-time.ts';
import { asAdmin } from './as-admin.ts';
import type { AnswerParts, Command, CommandUse, FormUse } from './command.ts';
import { answer } from './in-ticket.ts';

/** Admins post a message with a button that leads members to the team, and change it later. */
export const panelCommand: Command = {
  spec: () => ({
    type: 'chat',
    name: 'panel',
    description: text('command.panel', {}),
    subcommands: [
      {
        name: 'post',
        description: text('command.panel.post', {}),
        options: [{ name: 'channel', description: text('command.panel.channel', {}), type: 'channel' }],
      },
      {
        name: 'edit',
        description: text('command.panel.edit', {}),
        options: [{ name: 'message', description: text('command.panel.message', {}), type: 'text', required: true }],
      },
    ],
  }),
  run: { 'panel post': showPostForm, 'panel edit': showEditForm },
};

async function showPostForm(parts: AnswerParts, use: CommandUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  const { guild } = admin;
  const { channel } = use.options;
  const words = { text: text('panel.text', { server: await parts.guildName(guild) }), label: text('panel.label', {}) };
  await showForm(parts, use, `panel:post:${typeof channel === 'string' ? channel : use.channel}`, words);
}

async function showEditForm(parts: AnswerParts, use: CommandUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  const { guild } = admin;
  const id = String(use.options['message']).trim().split('/').at(-1) ?? '';
  const stored = isSnowflake(id) ? await panelOf(parts, use, guild, id as MessageId) : null;
  if (stored === null) return answer(parts, use, 'answer.no-such-panel', {});
  await showForm(parts, use, `panel:edit:${stored.message}`, stored);
}

async function showForm(parts: AnswerParts, use: CommandUse, id: string, words: PanelWords): Promise<void> {
  const field = { required: true } as const;
  await parts.discord.answerWithForm(use, {
    id,
    title: text('form.panel.title', {}),
    fields: [
      {
        ...field,
        id: 'text',
        label: text('form.panel.text', {}),
        long: true,
        value: words.text,
        longest: longestForm,
      },
      {
        ...field,
        id: 'label',
        label: text('form.panel.label', {}),
        long: false,
        value: words.label,
        longest: longestLabel,
      },
    ],
  });
}

export async function postPanel(parts: AnswerParts, use: FormUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  const { guild } = admin;
  const channel = use.form.split(':')[2] as ChannelId;
  await answerInTime(parts, use, () =>
    unlessRefused(async () => {
      const { accentColour, enabled } = admin.settings;
      const message = await parts.discord.send(channel, panel(wordsIn(use), accentColour), use.id);
      const posted: Panel = { bot: use.bot, guild, channel, message, ...wordsIn(use) };
      await parts.store.transaction((tables) => tables.panels.put(posted));
      const link = `https://discord.com/channels/${guild}/${channel}/${message}`;
      return { text: text(enabled ? 'answer.panel-posted' : 'answer.panel-posted-but-off', { link }) };
    }),
  );
}

export async function changePanel(parts: AnswerParts, use: FormUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  const { guild } = admin;
  const stored = await panelOf(parts, use, guild, use.form.split(':')[2] as MessageId);
  if (stored === null) return answer(parts, use, 'answer.no-such-panel', {});
  await answerInTime(parts, use, () =>
    unlessRefused(async () => {
      const { accentColour } = admin.settings;
      await parts.discord.editMessage(stored.channel, stored.message, panel(wordsIn(use), accentColour));
      await parts.store.transaction((tables) => tables.panels.put({ ...stored, ...wordsIn(use) }));
      return { text: text('answer.panel-changed', {}) };
    }),
  );
}

/** Discord's reason is what helps an admin: a lacking permission, a channel that is gone, a text that is not allowed. */
async function unlessRefused(work: () => Promise<DrawnMessage>): Promise<DrawnMessage> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return { text: text('answer.panel-refused', { reason: error.message }) };
  }
}

function wordsIn({ values }: FormUse): PanelWords {
  return { text: values['text'] ?? '', label: values['label'] ?? '' };
}

/** A panel of this server. */
async function panelOf(
  { store }: AnswerParts,
  use: Interaction,
  guild: GuildId,
  message: MessageId,
): Promise<Panel | null> {
  const stored = await store.tables.panels.get(use.bot, message);
  return stored?.guild === guild ? stored : null;
}
