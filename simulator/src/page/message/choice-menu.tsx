import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { useClient } from '../client.tsx';
import { bool, list, num, record, text, type Wire } from '../wire-fields.ts';
import { EmojiPicture } from './emoji.tsx';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description: string | null;
  readonly emoji: Wire | null;
  readonly chosen: boolean;
}

/** Any of Discord's select menus: texts, people, roles, channels. With room for one the choice counts at once, else when the menu closes. */
export function ChoiceMenu({
  of,
  version = null,
  disabled = false,
  onChoose,
}: {
  readonly of: Wire;
  /** With another one, what was chosen is forgotten: so Discord's clients do when a message was edited. */
  readonly version?: number | null;
  readonly disabled?: boolean;
  readonly onChoose: (values: readonly string[]) => void;
}) {
  const choices = useChoices(of);
  const least = num(of['min_values']) ?? 1;
  const most = num(of['max_values']) ?? 1;
  const [chosen, set] = useChosen(choices, version);
  const [open, setOpen] = useState(false);
  const shown = choices.filter(({ value }) => chosen.includes(value));
  const pick = (value: string) => {
    const others = chosen.filter((one) => one !== value);
    if (most > 1) return set(chosen.includes(value) ? others : [...chosen, value].slice(0, most));
    // What is chosen already is not sent again, as at Discord; where nothing need be chosen it is let go.
    if (chosen.includes(value) && least > 0) return;
    const next = chosen.includes(value) ? [] : [value];
    set(next);
    onChoose(next);
  };
  const change = (next: boolean) => {
    setOpen(next);
    if (!next && most > 1 && chosen.length >= least) onChoose(chosen);
  };
  return (
    <DropdownMenu.Root open={open} onOpenChange={change} modal={false}>
      <DropdownMenu.Trigger className="choice-trigger" disabled={disabled}>
        <span className={shown.length > 0 ? '' : 'placeholder'}>
          {shown.length > 0
            ? shown.map(({ label }) => label).join(', ')
            : (text(of['placeholder']) ?? 'Make a selection')}
        </span>
        <span aria-hidden>⌄</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu choices" align="start" sideOffset={4}>
          {choices.map((choice) => (
            <ChoiceItem
              key={choice.value}
              choice={choice}
              on={chosen.includes(choice.value)}
              stays={most > 1}
              onPick={() => pick(choice.value)}
            />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** What the bot chose before, until somebody chooses, and again in another version. */
function useChosen(choices: readonly Choice[], version: number | null) {
  const preset = choices.filter((one) => one.chosen).map(({ value }) => value);
  const [chosen, set] = useState<readonly string[]>(preset);
  const [drawn, draw] = useState(version);
  if (drawn !== version) {
    draw(version);
    set(preset);
  }
  return [chosen, set] as const;
}

function ChoiceItem({
  choice,
  on,
  stays,
  onPick,
}: {
  readonly choice: Choice;
  readonly on: boolean;
  /** The menu stays open for more. */
  readonly stays: boolean;
  readonly onPick: () => void;
}) {
  const { emoji } = choice;
  return (
    <DropdownMenu.CheckboxItem
      className="menu-item"
      checked={on}
      onSelect={(event) => {
        if (stays) event.preventDefault();
        onPick();
      }}
    >
      {emoji && (
        <EmojiPicture name={text(emoji['name']) ?? ''} id={text(emoji['id'])} animated={bool(emoji['animated'])} />
      )}
      <span>
        {choice.label}
        {choice.description && <small>{choice.description}</small>}
      </span>
      <DropdownMenu.ItemIndicator className="tick">✓</DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  );
}

/** https://docs.discord.com/developers/components/reference#user-select and its neighbours */
function useChoices(of: Wire): readonly Choice[] {
  const { client, server } = useClient();
  const type = num(of['type']) ?? 3;
  const preset = list(of['default_values']).map((one) => text(one['id']));
  const choice = (value: string, label: string): Choice => ({
    value,
    label,
    description: null,
    emoji: null,
    chosen: preset.includes(value),
  });
  if (type === 3) {
    return list(of['options']).map((option) => ({
      value: text(option['value']) ?? '',
      label: text(option['label']) ?? '',
      description: text(option['description']),
      emoji: record(option['emoji']),
      chosen: bool(option['default']),
    }));
  }
  const places = server ? [server] : client.servers;
  const people = places.flatMap(({ members }) => members.map(({ id, name }) => choice(id, name)));
  const roles = places.flatMap((place) => place.roles.map(({ id, name }) => choice(id, `@${name}`)));
  const kinds = Array.isArray(of['channel_types']) ? of['channel_types'] : null;
  const channels = places.flatMap((place) =>
    place.channels
      .filter(({ kind }) => kind !== 'thread' && (kinds === null || kinds.includes(channelTypes[kind])))
      .map(({ id, name }) => choice(id, `#${name}`)),
  );
  return { 5: people, 6: roles, 7: [...people, ...roles], 8: channels }[type] ?? [];
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const channelTypes = { text: 0, voice: 2, category: 4, announcement: 5, forum: 15, thread: 11 } as const;
