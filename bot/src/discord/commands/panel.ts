import type { ChannelId, GuildId, MessageId } from '../../ids.ts';
import { panelStyles, type Panel, type PanelStyle } from '../../panels.ts';
import type { CommandOption, DrawnMessage } from '../../discord.ts';
import { isSnowflake } from '../../ids.ts';
import type { Interaction } from '../../incoming.ts';
import { Refused } from '../../refusal.ts';
import { longestForm, longestLabel } from '../../render/limits.ts';
import { text } from '../../render/notices.ts';
import type { PanelWords } from '../../render/panel.ts';
import { drawPanel } from '../../outbox/panel.ts';
import { complete } from '../../settings/complete.ts';
import { owePanel, panelProblemKey } from '../../settings/owe-panels.ts';
import type { Settings } from '../../settings/schema.ts';
import { offeredTopics } from '../../settings/topics.ts';
import { answerInTime } from './answer-in-time.ts';
import { asAdmin, type AsAdmin } from './as-admin.ts';
import type { AnswerParts, Command, CommandUse, FormUse } from './command.ts';
import { called, described } from './describe.ts';
import { answer } from './in-ticket.ts';

const styleOption = (): CommandOption => ({
  name: 'style',
  ...described('command.panel.style'),
  type: 'text',
  choices: panelStyles.map((style) => ({ ...called(`panel.style-${style}`), value: style })),
});

/** Admins post a message that leads members to the team, and change it later. */
export const panelCommand: Command = {
  spec: () => ({
    type: 'chat',
    name: 'panel',
    ...described('command.panel'),
    subcommands: [
      {
        name: 'post',
        ...described('command.panel.post'),
        options: [{ name: 'channel', ...described('command.panel.channel'), type: 'channel' }, styleOption()],
      },
      {
        name: 'edit',
        ...described('command.panel.edit'),
        options: [
          { name: 'message', ...described('command.panel.message'), type: 'text', required: true },
          styleOption(),
        ],
      },
    ],
  }),
  run: { 'panel post': showPostForm, 'panel edit': showEditForm },
};

async function showPostForm(parts: AnswerParts, use: CommandUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  // Everybody reads a panel.
  const { language } = admin.settings;
  const { channel } = use.options;
  const style = styleIn(use.options['style']) ?? 'button';
  await showForm(parts, use, `panel:post:${typeof channel === 'string' ? channel : use.channel}:${style}`, {
    text: text(style === 'button' ? 'panel.text' : 'panel.text-topics', {}, language),
    label: text(style === 'topic-select' ? 'panel.label-topic-select' : 'panel.label', {}, language),
    style,
  });
}

async function showEditForm(parts: AnswerParts, use: CommandUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  const { guild } = admin;
  const id = String(use.options['message']).trim().split('/').at(-1) ?? '';
  const stored = isSnowflake(id) ? await panelOf(parts, use, guild, id as MessageId) : null;
  if (stored === null) return answer(parts, use, 'answer.no-such-panel', {});
  const style = styleIn(use.options['style']) ?? stored.style;
  await showForm(parts, use, `panel:edit:${stored.message}:${style}`, { ...stored, style });
}

async function showForm(
  parts: AnswerParts,
  use: CommandUse,
  id: string,
  { style, ...words }: PanelWords & Pick<Panel, 'style'>,
): Promise<void> {
  const field = { required: true } as const;
  await parts.discord.answerWithForm(use, {
    id,
    title: text('form.panel.title', {}, parts.language),
    fields: [
      {
        ...field,
        id: 'text',
        label: text('form.panel.text', {}, parts.language),
        long: true,
        value: words.text,
        longest: longestForm,
      },
      {
        ...field,
        id: 'label',
        label: text(style === 'button' ? 'form.panel.label' : `form.panel.label-${style}`, {}, parts.language),
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
  const [, , channel = '', style] = use.form.split(':');
  const wanted = {
    bot: use.bot,
    guild,
    channel: channel as ChannelId,
    ...wordsIn(use),
    style: styleIn(style) ?? 'button',
  };
  await answerInTime(parts, use, () =>
    unlessRefused(parts, async () => {
      const settings = complete(admin.stored);
      const message = await parts.discord.send(wanted.channel, await drawPanel(parts, wanted, settings), use.id);
      await keep(parts, admin, { ...wanted, message });
      const link = `https://discord.com/channels/${guild}/${channel}/${message}`;
      const posted = text(
        settings.enabled ? 'answer.panel-posted' : 'answer.panel-posted-but-off',
        { link },
        parts.language,
      );
      return { text: [posted, ...lacking(parts, wanted, settings)].join('\n') };
    }),
  );
}

export async function changePanel(parts: AnswerParts, use: FormUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  const [, , message = '', style] = use.form.split(':');
  const stored = await panelOf(parts, use, admin.guild, message as MessageId);
  if (stored === null) return answer(parts, use, 'answer.no-such-panel', {});
  const wanted = { ...stored, ...wordsIn(use), style: styleIn(style) ?? stored.style };
  await answerInTime(parts, use, () =>
    unlessRefused(parts, async () => {
      const settings = complete(admin.stored);
      await parts.discord.editMessage(stored.channel, stored.message, await drawPanel(parts, wanted, settings));
      await keep(parts, admin, wanted);
      return {
        text: [text('answer.panel-changed', {}, parts.language), ...lacking(parts, wanted, settings)].join('\n'),
      };
    }),
  );
}

/** Remembers a panel that is drawn; one that the settings have overtaken meanwhile is drawn anew. */
async function keep({ store, clock }: AnswerParts, { guild, version }: AsAdmin, panel: Panel): Promise<void> {
  await store.transaction(async (tables) => {
    await tables.panels.put(panel);
    await tables.problems.solve(guild, panelProblemKey(panel));
    const now = (await tables.settings.get(guild))?.version ?? 0;
    if (now !== version) await owePanel(tables, panel, clock.now());
  });
}

function lacking({ language }: AnswerParts, { style }: Pick<Panel, 'style'>, settings: Settings): readonly string[] {
  return style === 'button' || offeredTopics(settings).length > 0 ? [] : [text('panel.no-topics-yet', {}, language)];
}

function styleIn(given: unknown): PanelStyle | null {
  return panelStyles.find((style) => style === given) ?? null;
}

/** Discord's reason is what helps an admin: a lacking permission, a channel that is gone, a text that is not allowed. */
async function unlessRefused({ language }: AnswerParts, work: () => Promise<DrawnMessage>): Promise<DrawnMessage> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return { text: text('answer.panel-refused', { reason: error.message }, language) };
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
