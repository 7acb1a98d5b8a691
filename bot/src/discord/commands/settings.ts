import type { GuildId } from '../../ids.ts';
import type { Picked } from '../../discord.ts';
import { text } from '../../render/notices.ts';
import { findingsText, settingForm, settingsGroup, settingsPage, wrongSettings } from '../../render/settings-page.ts';
import { parentsOf, setupPage } from '../../render/setup-page.ts';
import { parseAssignments } from '../../settings/assignments.ts';
import { complete, isSettingName } from '../../settings/complete.ts';
import { groupNames, groupOf } from '../../settings/groups.ts';
import { settingFields, type SettingName, type Settings } from '../../settings/schema.ts';
import { writeTimestring } from '../../settings/timestring.ts';
import type { AnswerParts, ButtonUse, Command, CommandUse, FormUse, SelectUse } from './command.ts';
import { described } from './describe.ts';
import { asAdmin } from './as-admin.ts';
import { answer } from './in-ticket.ts';

export const settingsCommand: Command = {
  spec: () => ({ type: 'chat', name: 'settings', ...described('command.settings') }),
  run: { settings: showSettings },
};

async function showSettings(parts: AnswerParts, use: CommandUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin !== null) await parts.discord.answer(use, settingsPage(admin.stored, parts.language), { private: true });
}

export async function showAll(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin !== null) await parts.discord.answerByEdit(use, settingsPage(admin.stored, parts.language));
}

export async function showGroup(parts: AnswerParts, use: SelectUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  const group = groupNames.find((name) => name === use.values[0]);
  if (group === undefined) return answer(parts, use, 'answer.late', {});
  await parts.discord.answerByEdit(use, settingsGroup(group, admin.stored, parts.language));
}

export async function choosePreset(parts: AnswerParts, use: SelectUse): Promise<void> {
  await change(parts, use, 'preset', use.values[0] ?? '', 'all');
}

/** A form has to be the first answer, so nothing is asked of Discord before it. */
export async function showField(parts: AnswerParts, use: SelectUse): Promise<void> {
  const [name = ''] = use.values;
  if (!isSettingName(name)) return answer(parts, use, 'answer.late', {});
  await showForm(parts, use, name, 'settings');
}

export async function showForm(
  parts: AnswerParts,
  use: ButtonUse | SelectUse,
  name: SettingName,
  from: 'settings' | 'setup',
): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  const { input } = settingFields[name];
  if (input.is === 'command') return answer(parts, use, 'settings.by-command', { name, command: input.command });
  await parts.discord.answerWithForm(
    use,
    settingForm(name, admin.stored, from, pickedFor(name, admin.settings), parts.language),
  );
}

export async function changeByForm(parts: AnswerParts, use: FormUse): Promise<void> {
  const [, , name = '', from] = use.form.split(':');
  if (!isSettingName(name)) return answer(parts, use, 'answer.late', {});
  await change(parts, use, name, use.values['value'] ?? '', from === 'setup' ? 'setup' : 'group');
}

/** Changes one setting, as the command line would, and shows it where it was changed. */
async function change(
  parts: AnswerParts,
  use: SelectUse | FormUse,
  name: SettingName,
  value: string,
  shown: 'all' | 'group' | 'setup',
): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  await parts.discord.answerByEditLater(use);
  const parsed = parseAssignments([`${name}=${value}`]);
  const saved = 'problems' in parsed ? parsed : await parts.saveChecked(admin.guild, parsed.change, admin.by);
  const said =
    'problems' in saved
      ? wrongSettings(saved.problems, parts.language)
      : [
          text('settings.saved', {}, parts.language),
          await goes(parts, admin.guild, name, saved.settings),
          findingsText(saved.found, parts.language),
        ]
          .filter((line) => line !== '')
          .join('\n');
  const stored = (await parts.store.tables.settings.get(admin.guild))?.values ?? {};
  const page =
    shown === 'setup'
      ? setupPage(complete(stored), parts.language, said)
      : shown === 'all'
        ? settingsPage(stored, parts.language, said)
        : settingsGroup(groupOf(name), stored, parts.language, said);
  await parts.discord.editAnswer(use, page);
}

/** What this change will remove, before it does. */
async function goes(
  { clock, store, language }: AnswerParts,
  guild: GuildId,
  name: SettingName,
  { retention: days }: Settings,
): Promise<string> {
  if (name !== 'retention' || days === 0) return '';
  const count = await store.tables.upkeep.countOld(guild, clock.now() - days * 86_400_000);
  return text('settings.retention-warning', { after: writeTimestring(days * 86_400_000), count }, language);
}

/** What Discord offers for a setting that names things of the server. */
function pickedFor(name: SettingName, { channelKind }: Settings): Picked {
  const { input } = settingFields[name];
  if (input.is !== 'ids' || input.of === 'role') return 'roles';
  if (input.of === 'user') return 'users';
  if (name === 'parentChannel') return parentsOf[channelKind];
  return name === 'closedCategory' || name === 'overflowCategories' ? 'categories' : 'text channels';
}
