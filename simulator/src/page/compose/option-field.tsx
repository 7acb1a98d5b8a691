import { useId, useState, type KeyboardEvent } from 'react';
import type { ChoiceView, OptionView } from '../../sandbox/wire.ts';
import { optionTypes, useOptionChoices } from './option-choices.ts';

export type OptionValue = string | number | boolean;

interface OptionProps {
  readonly command: string;
  readonly option: OptionView;
  readonly wrong: boolean;
  readonly onChange: (value: OptionValue | undefined) => void;
}

/** One option of a slash command: free text, a number, or a choice that narrows while one types. */
export function OptionField({ command, option, wrong, onChange }: OptionProps) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  const choices = useOptionChoices(command, option, typed, open);
  const isFree = choices === null;
  const pick = (choice: ChoiceView) => {
    setTyped(choice.name);
    setOpen(false);
    onChange(option.type === optionTypes.boolean ? choice.value === 'true' : choice.value);
  };
  const change = (text: string) => {
    setTyped(text);
    setOpen(true);
    setAt(0);
    const number = option.type === optionTypes.integer || option.type === optionTypes.number;
    if (isFree || option.autocomplete) onChange(number && text !== '' ? Number(text) : text);
    else onChange(undefined);
  };
  const shown = open && choices !== null ? choices : [];
  const pressed = (event: KeyboardEvent) => {
    const choice = shown[at];
    // An optional one that was only passed by stays empty.
    const isMeant = choice?.name !== typed && (typed !== '' || option.required || at > 0);
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if ((event.key === 'Enter' || event.key === 'Tab') && choice && isMeant) pick(choice);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  };
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
          onKeyDown={pressed}
        />
      </label>
      {shown.length > 0 && <Choices id={list} label={option.description} choices={shown} at={at} onPick={pick} />}
    </span>
  );
}

function Choices({
  id,
  label,
  choices,
  at,
  onPick,
}: {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly ChoiceView[];
  readonly at: number;
  readonly onPick: (choice: ChoiceView) => void;
}) {
  return (
    <ul id={id} role="listbox" className="option-choices" aria-label={label}>
      {choices.map((choice, index) => (
        <li
          key={`${index}-${choice.value}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(choice);
          }}
        >
          {choice.name}
        </li>
      ))}
    </ul>
  );
}
