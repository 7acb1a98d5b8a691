import { useEffect, useId, useState } from 'react';
import { act } from '../api.ts';
import { useClient } from '../client.tsx';
import type { ChoiceView, OptionView } from '../../sandbox/wire.ts';

export type OptionValue = string | number | boolean;

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
const types = { integer: 4, boolean: 5, user: 6, channel: 7, role: 8, mentionable: 9, number: 10 } as const;

/** One option of a slash command: free text, a number, or a choice that narrows while one types. */
export function OptionField({
  command,
  option,
  value,
  wrong,
  onChange,
}: {
  readonly command: string;
  readonly option: OptionView;
  readonly value: OptionValue | undefined;
  readonly wrong: boolean;
  readonly onChange: (value: OptionValue | undefined) => void;
}) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  const choices = useOptionChoices(command, option, typed, open);
  const isFree = choices === null;
  const pick = (choice: ChoiceView) => {
    setTyped(choice.name);
    setOpen(false);
    onChange(option.type === types.boolean ? choice.value === 'true' : choice.value);
  };
  const change = (text: string) => {
    setTyped(text);
    setOpen(true);
    setAt(0);
    const number = option.type === types.integer || option.type === types.number;
    if (isFree || option.autocomplete) onChange(number && text !== '' ? Number(text) : text);
    else onChange(undefined);
  };
  const shown = open && choices !== null ? choices : [];
  return (
    <span className={wrong ? 'option wrong' : 'option'}>
      <label>
        <span>{option.name}</span>
        <input
          role={isFree ? undefined : 'combobox'}
          aria-expanded={isFree ? undefined : shown.length > 0}
          aria-controls={isFree ? undefined : list}
          aria-required={option.required}
          aria-invalid={wrong}
          title={option.description}
          placeholder={option.required ? '' : 'optional'}
          value={typed}
          size={Math.max(8, Math.min(28, typed.length + 1))}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => {
            const choice = shown[at];
            if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1));
            else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
            else if ((event.key === 'Enter' || event.key === 'Tab') && choice && value === undefined) pick(choice);
            else return;
            if (event.key !== 'Tab') event.preventDefault();
          }}
        />
      </label>
      {shown.length > 0 && (
        <ul id={list} role="listbox" className="option-choices" aria-label={option.description}>
          {shown.map((choice, index) => (
            <li
              key={`${index}-${choice.value}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(choice);
              }}
            >
              {choice.name}
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}

/** What can be chosen; null where anything can be written. */
function useOptionChoices(
  command: string,
  option: OptionView,
  typed: string,
  open: boolean,
): readonly ChoiceView[] | null {
  const { client, server, channelId } = useClient();
  const [answered, setAnswered] = useState<readonly ChoiceView[]>([]);
  const person = client.self.id;
  useEffect(() => {
    if (!option.autocomplete || !open || channelId === null) return;
    let current = true;
    const timer = setTimeout(async () => {
      const result = await act(person, { verb: 'complete', command, option: option.name, typed, channel: channelId });
      if (current && result.ok) setAnswered(result.choices ?? []);
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [person, channelId, command, option, typed, open]);
  if (option.autocomplete) return answered;
  const fits = ({ name }: ChoiceView) => name.toLowerCase().includes(typed.toLowerCase());
  const places = server ? [server] : client.servers;
  const people = places.flatMap(({ members }) => members.map(({ id, name }) => ({ value: id, name })));
  const roles = places.flatMap((place) => place.roles.map(({ id, name }) => ({ value: id, name: `@${name}` })));
  const channels = places.flatMap((place) => place.channels.map(({ id, name }) => ({ value: id, name: `#${name}` })));
  switch (option.type) {
    case types.boolean:
      return [
        { name: 'True', value: 'true' },
        { name: 'False', value: 'false' },
      ].filter(fits);
    case types.user:
      return people.filter(fits).slice(0, 25);
    case types.role:
      return roles.filter(fits).slice(0, 25);
    case types.mentionable:
      return [...people, ...roles].filter(fits).slice(0, 25);
    case types.channel:
      return channels.filter(fits).slice(0, 25);
    default:
      return option.choices.length > 0 ? option.choices.filter(fits) : null;
  }
}
