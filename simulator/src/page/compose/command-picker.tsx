import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useCommands } from '../commands.ts';
import type { CommandView } from '../../sandbox/wire.ts';

interface PickerProps {
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly onChoose: (command: CommandView) => void;
  readonly onCancel: () => void;
  readonly onText: () => void;
}

/** The commands that fit what is typed so far. */
export function CommandPicker({ typed, onTyped, onChoose, onCancel, onText }: PickerProps) {
  const wanted = typed.slice(1).toLowerCase();
  const fitting = useCommands()
    .filter(({ type, name }) => type === 1 && name.includes(wanted))
    .sort((one, other) => Number(other.name.startsWith(wanted)) - Number(one.name.startsWith(wanted)))
    .slice(0, 25);
  const [at, setAt] = useState(0);
  const list = useId();
  const box = useRef<HTMLInputElement>(null);
  const current = fitting[Math.min(at, fitting.length - 1)];
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${list}-${current?.name}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, current?.name]);
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'ArrowDown') setAt((was) => (was + 1) % Math.max(1, fitting.length));
    else if (event.key === 'ArrowUp') setAt((was) => (was + fitting.length - 1) % Math.max(1, fitting.length));
    else if ((event.key === 'Enter' || event.key === 'Tab') && current) onChoose(current);
    else if (event.key === 'Enter') onText();
    else return;
    event.preventDefault();
  };
  return (
    <div className="composer">
      <Commands
        list={list}
        commands={fitting}
        current={current}
        onPoint={(command) => setAt(fitting.indexOf(command))}
        onChoose={onChoose}
      />
      <div className="composer-row">
        <input
          ref={box}
          className="slash-input"
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={current ? `${list}-${current.name}` : undefined}
          aria-label="Command"
          value={typed}
          onChange={(event) => {
            setAt(0);
            onTyped(event.target.value);
          }}
          onKeyDown={pressed}
        />
      </div>
    </div>
  );
}

function Commands({
  list,
  commands,
  current,
  onPoint,
  onChoose,
}: {
  readonly list: string;
  readonly commands: readonly CommandView[];
  readonly current: CommandView | undefined;
  readonly onPoint: (command: CommandView) => void;
  readonly onChoose: (command: CommandView) => void;
}) {
  return (
    <ul className="command-picker" role="listbox" id={list} aria-label="Commands">
      {commands.length === 0 && <li className="nothing">No command is called that.</li>}
      {commands.map((command) => (
        <li
          key={command.name}
          id={`${list}-${command.name}`}
          role="option"
          aria-selected={command === current}
          onMouseMove={() => onPoint(command)}
          onClick={() => onChoose(command)}
        >
          <b>
            /{command.name}{' '}
            {command.options.map((option) => (
              <i key={option.name}>{option.name}</i>
            ))}
          </b>
          <span>{command.description}</span>
        </li>
      ))}
    </ul>
  );
}
