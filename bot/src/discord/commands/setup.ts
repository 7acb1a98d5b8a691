import { text } from '../../render/notices.ts';
import { findingsText, wrongSettings } from '../../render/settings-page.ts';
import { setupPage } from '../../render/setup-page.ts';
import type { SettingChange, SettingProblem } from '../../settings/assignments.ts';
import { changedValues } from '../../settings/change.ts';
import { complete } from '../../settings/complete.ts';
import { presetNames, type Values } from '../../settings/schema.ts';
import type { ChannelId, RoleId } from '../../ids.ts';
import { openTestTicket } from '../../tickets/open-test.ts';
import { asAdmin, type AsAdmin } from './as-admin.ts';
import type { AnswerParts, ButtonUse, Command, CommandUse, SelectUse } from './command.ts';
import { described } from './describe.ts';
import { answer } from './in-ticket.ts';
import { makePlaces } from './make-places.ts';
import { showForm } from './settings.ts';

export const setupCommand: Command = {
  spec: () => ({ type: 'chat', name: 'setup', ...described('command.setup') }),
  run: { setup: showSetup },
};

async function showSetup(parts: AnswerParts, use: CommandUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin !== null) await parts.discord.answer(use, setupPage(admin.settings, parts.language), { private: true });
}

/** What each select of the page sets. */
export const setupSelects = {
  'setup:preset': (parts: AnswerParts, use: SelectUse) =>
    choose(parts, use, ([value]) => ({ preset: presetNames.find((name) => name === value) ?? 'custom' })),
  'setup:kind': (parts: AnswerParts, use: SelectUse) =>
    choose(parts, use, ([value]) => ({
      channelKind:
        value === 'private-channel' ? 'private-channel' : value === 'forum-post' ? 'forum-post' : 'private-thread',
    })),
  'setup:staff': (parts: AnswerParts, use: SelectUse) =>
    choose(parts, use, (roles) => ({ staffRoles: roles as readonly RoleId[] })),
  'setup:parent': (parts: AnswerParts, use: SelectUse) =>
    choose(parts, use, ([channel]) => ({ parentChannel: (channel as ChannelId | undefined) ?? null })),
} as const;

export const setupButtons = {
  'setup:logs': (parts: AnswerParts, use: ButtonUse) => showForm(parts, use, 'logsChannel', 'setup'),
  'setup:make': make,
  'setup:enable': (parts: AnswerParts, use: ButtonUse) =>
    choose(parts, { ...use, values: [] }, () => ({ enabled: true })),
  'setup:test': test,
} as const;

async function choose(
  parts: AnswerParts,
  use: (ButtonUse | SelectUse) & { readonly values: readonly string[] },
  read: (values: readonly string[]) => Values,
): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  await parts.discord.answerByEditLater(use);
  const said = await save(parts, admin, read(use.values));
  await show(parts, use, admin, said);
}

/** Saves and says what is to be mended; that all is fine is said once modmail is on. */
async function save(parts: AnswerParts, admin: AsAdmin, values: Values): Promise<string> {
  const saved = await parts.saveChecked(admin.guild, withoutOldParent(admin, values), admin.by);
  if ('problems' in saved) {
    const open = values.enabled ? notChosen(admin.settings, saved.problems) : [];
    if (open.length < saved.problems.length) return wrongSettings(saved.problems, parts.language);
    const what = open.map((key) => `- ${text(key, {}, parts.language)}`);
    return [text('setup.choose-first', {}, parts.language), ...what].join('\n');
  }
  if (saved.found.length > 0)
    return [text('settings.saved', {}, parts.language), findingsText(saved.found, parts.language)].join('\n');
  return text(saved.settings.enabled ? 'setup.fine' : 'settings.saved', {}, parts.language);
}

/** What the page asks for is called as it is there, not by the names of settings. */
function notChosen({ parentChannel, staffRoles }: AsAdmin['settings'], problems: readonly SettingProblem[]) {
  return problems.flatMap(({ field }) => {
    if (field === 'parentChannel' && parentChannel === null) return ['setup.parent' as const];
    return field === 'staffRoles' && staffRoles.length === 0 ? ['setup.staff' as const] : [];
  });
}

/** Another kind needs a parent of another type: the old one is let go, and no tickets come before there is a new one. */
function withoutOldParent({ guild, settings, stored }: AsAdmin, values: Values): SettingChange {
  const change: SettingChange = { values, reset: [] };
  const after = complete(changedValues({ guild, values: stored, version: 0, checked: true }, change));
  if (after.channelKind === settings.channelKind || settings.parentChannel === null) return change;
  return { values: { ...values, parentChannel: null, enabled: false }, reset: [] };
}

async function make(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  await parts.discord.answerByEditLater(use);
  const made = await makePlaces(parts, admin);
  await show(parts, use, admin, made);
}

/** A ticket as any other, with whoever sets up as its member. */
async function test(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  const { guild, settings, person } = admin;
  if (!settings.enabled) return answer(parts, use, 'setup.enable-first', {});
  const opened = await parts.inLane(person.id, () =>
    parts.store.transaction((tables) =>
      openTestTicket(tables, { person, guild, settings, source: `interaction:${use.id}`, now: parts.clock.now() }),
    ),
  );
  await answer(parts, use, opened.is === 'opened' ? 'setup.test-opened' : 'setup.test-open-already', {});
}

async function show(parts: AnswerParts, use: ButtonUse | SelectUse, { guild }: AsAdmin, said: string): Promise<void> {
  const stored = await parts.store.tables.settings.get(guild);
  await parts.discord.editAnswer(use, setupPage(complete(stored?.values ?? {}), parts.language, said));
}
