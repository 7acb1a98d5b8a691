import type { DrawnMessage, DrawnPicker, Picked } from '../discord.ts';
import type { Form } from '../forms.ts';
import type { Language } from '../language.ts';
import type { SettingProblem } from '../settings/assignments.ts';
import type { Finding } from '../settings/checks/finding.ts';
import { groupNames, settingsOfGroup, type GroupName } from '../settings/groups.ts';
import { presetNames, settingFields, type SettingName } from '../settings/schema.ts';
import { writeSettings, type WrittenSetting } from '../settings/write.ts';
import { escapeMarkdown, shorten } from './escape.ts';
import { fixText, noticeText, text } from './notices.ts';

/** What a server chose, as it is stored. */
type Stored = Readonly<Record<string, unknown>>;

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits: 6000 in all. */
const longestValue = 60;
const longestGroup = 700;

/** All settings in groups, with the preset and a group to choose. `said`: what came of the last change. */
export function settingsPage(stored: Stored, language: Language, said = ''): DrawnMessage {
  const written = writeSettings(stored);
  const groups = groupNames.filter((group) => settingsOfGroup(group).length > 0);
  const preset = written.find(({ name }) => name === 'preset')?.written;
  return {
    text: said,
    embeds: [
      {
        title: text('settings.title', {}, language),
        text: text('settings.how', {}, language),
        fields: groups.map((group) => ({
          name: text(`settings.group-${group}`, {}, language),
          value: shorten(linesOf(group, written), longestGroup),
        })),
      },
    ],
    rows: [
      {
        id: 'settings:preset',
        placeholder: text('settings.choose-preset', {}, language),
        choices: presetNames.map((value) => ({
          value,
          label: text(`setup.preset-${value}`, {}, language),
          selected: value === preset,
        })),
      },
      {
        id: 'settings:group',
        placeholder: text('settings.choose-group', {}, language),
        choices: groups.map((value) => ({ value, label: text(`settings.group-${value}`, {}, language) })),
      },
    ],
  };
}

/** One group, with a setting to choose. */
export function settingsGroup(group: GroupName, stored: Stored, language: Language, said = ''): DrawnMessage {
  const written = writeSettings(stored);
  const names = settingsOfGroup(group);
  return {
    text: said,
    embeds: [
      {
        title: text(`settings.group-${group}`, {}, language),
        text: `${text('settings.how-group', {}, language)}\n\n${shorten(linesOf(group, written), 3500)}`,
      },
    ],
    rows: [
      {
        id: 'settings:field',
        placeholder: text('settings.choose-field', {}, language),
        choices: names.slice(0, 25).map((name) => {
          const value = written.find((one) => one.name === name)?.shown ?? '';
          return { value: name, label: name, description: shorten(value, 100) };
        }),
      },
      [{ id: 'settings:all', label: text('settings.back', {}, language), style: 'secondary' }],
    ],
  };
}

function linesOf(group: GroupName, written: readonly WrittenSetting[]): string {
  const names: readonly string[] = settingsOfGroup(group);
  return written
    .filter(({ name }) => names.includes(name))
    .map(({ name, shown: value, isSet }) => {
      const shown = mentions(name, value) ?? escapeMarkdown(shorten(value, longestValue));
      return isSet ? `**${name}**: ${shown}` : `${name}: ${shown}`;
    })
    .join('\n');
}

/** Channels and roles are shown by their names, which Discord knows. */
function mentions(name: SettingName, value: string): string | null {
  const { input } = settingFields[name];
  if (input.is !== 'ids' || value === 'none') return null;
  const before = { channel: '<#', role: '<@&', user: '<@' }[input.of];
  return value
    .split(',')
    .slice(0, 10)
    .map((id) => `${before}${id}>`)
    .join(' ');
}

/** Asks for one setting in the way that suits it; what is there now is filled in. `from`: the page that it comes from. */
export function settingForm(
  name: SettingName,
  stored: Stored,
  from: 'settings' | 'setup',
  picked: Picked,
  language: Language,
): Form {
  const { input, example } = settingFields[name];
  const written = writeSettings(stored).find((one) => one.name === name);
  const value = written?.written ?? '';
  const label = shorten(name, 45);
  const form = { id: `settings:set:${name}:${from}`, title: label };
  if (input.is === 'ids') return { ...form, fields: [{ id: 'value', label, ...pick(picked, input.most, value) }] };
  if (input.is === 'choice') {
    const choices = input.among.map((one) => ({
      value: one,
      label: one,
      selected: written?.isSet === true && one === value,
    }));
    const byPreset = {
      value: 'default',
      label: text('settings.as-preset', {}, language),
      selected: written?.isSet !== true,
    };
    return { ...form, fields: [{ id: 'value', label, choices: [...choices, byPreset] }] };
  }
  const filled = value === 'none' ? '' : value.startsWith('"') ? String(JSON.parse(value)) : value;
  const field = {
    id: 'value',
    label,
    long: input.is === 'text' && input.long,
    required: false,
    value: filled,
    placeholder: shorten(example, 100),
  };
  return { ...form, fields: [{ ...field, longest: 2000 }] };
}

function pick(picked: Picked, most: number, value: string): Omit<DrawnPicker, 'id' | 'placeholder'> {
  return { pick: picked, most, selected: value === 'none' ? [] : value.split(',') };
}

/** What is wrong with what somebody wanted to set, as the command line says it. */
export function wrongSettings(problems: readonly SettingProblem[], language: Language): string {
  const lines = problems.map(({ field, wrong, example }) => {
    const what = { field: escapeMarkdown(field), wrong: escapeMarkdown(wrong) };
    return example === null
      ? text('settings.wrong', what, language)
      : text('settings.wrong-like', { ...what, example }, language);
  });
  return shorten([text('settings.not-saved', {}, language), ...lines].join('\n'), 1900);
}

/** What has to be mended, each with its fix below it. */
export function findingsText(found: readonly Finding[], language: Language): string {
  const marks = { error: '❌', warning: '⚠️' } as const;
  const lines = found.map((finding) => {
    const fix = fixText({ text: finding.text, with: escaped(finding.with) }, language);
    const what = noticeText(finding, (id) => id, language);
    return `${marks[finding.severity]} ${what}${fix === null ? '' : `\n-# ${fix}`}`;
  });
  return shorten(lines.join('\n'), 1900);
}

function escaped(values: Finding['with']): Finding['with'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? escapeMarkdown(value) : value]),
  );
}
