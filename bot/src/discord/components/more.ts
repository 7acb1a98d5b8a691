import type { DrawnButton } from '../../discord.ts';
import type { FormField } from '../../forms.ts';
import { text } from '../../render/notices.ts';
import type { AnswerParts, ButtonUse } from '../commands/command.ts';
import { inTicket } from '../commands/in-ticket.ts';

/** What is needed too seldom for a button of its own on the card. */
export async function showMore(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const found = await inTicket(parts, use);
  if (found === null) return;
  const block: DrawnButton = { id: 'more:block', label: text('more.block', {}, parts.language), style: 'danger' };
  const reply: DrawnButton = {
    id: 'more:reply',
    label: text('more.reply-anonymously', {}, parts.language),
    style: 'secondary',
  };
  const isThread = found.ticket.channelKind !== 'private-channel';
  const add = {
    id: 'more:add',
    placeholder: text('more.add', {}, parts.language),
    pick: 'users',
    most: 1,
    selected: [],
  } as const;
  await parts.discord.answer(
    use,
    { text: text('more.what', {}, parts.language), rows: [[reply, block], ...(isThread ? [add] : [])] },
    { private: true },
  );
}

export async function showBlockForm(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const found = await inTicket(parts, use);
  if (found === null) return;
  const line = { long: false, required: false } as const;
  const fields: readonly FormField[] = [
    { ...line, id: 'reason', label: text('form.block.reason', {}, parts.language), longest: 500 },
    {
      ...line,
      id: 'duration',
      label: text('form.block.duration', {}, parts.language),
      placeholder: text('form.block.duration-placeholder', {}, parts.language),
      longest: 100,
    },
    { ...line, id: 'evidence', label: text('form.block.evidence', {}, parts.language), longest: 500 },
  ];
  await parts.discord.answerWithForm(use, {
    id: 'more:block',
    title: text('form.block.title', { number: found.ticket.number }, parts.language),
    fields,
  });
}
