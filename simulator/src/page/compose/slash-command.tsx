import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useClient } from '../client.tsx';
import { useCommands } from '../commands.ts';
import type { CommandView, OptionView } from '../../sandbox/wire.ts';
import { OptionField, type OptionValue } from './option-field.tsx';

/** The composer once a line begins with a slash: first the commands that fit, then the options of the chosen one. */
export function SlashCommand({
  typed,
  onTyped,
  onDone,
}: {
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly onDone: () => void;
}) {
  const [chosen, choose] = useState<CommandView | null>(null);
  if (chosen) return <CommandForm command={chosen} onDone={onDone} />;
  return <CommandPicker typed={typed} onTyped={onTyped} onChoose={choose} onCancel={onDone} />;
}

function CommandPicker({
  typed,
  onTyped,
  onChoose,
  onCancel,
}: {
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly onChoose: (command: CommandView) => void;
  readonly onCancel: () => void;
}) {
  const wanted = typed.slice(1).toLowerCase();
  const fitting = useCommands()
    .filter(({ type, name }) => type === 1 && name.includes(wanted))
    .sort((one, other) => Number(other.name.startsWith(wanted)) - Number(one.name.startsWith(wanted)))
    .slice(0, 25);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const current = fitting[Math.min(at, fitting.length - 1)];
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`command-${current?.name}`)?.scrollIntoView({ block: 'nearest' });
  }, [current?.name]);
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'ArrowDown') setAt((was) => (was + 1) % Math.max(1, fitting.length));
    else if (event.key === 'ArrowUp') setAt((was) => (was + fitting.length - 1) % Math.max(1, fitting.length));
    else if ((event.key === 'Enter' || event.key === 'Tab') && current) onChoose(current);
    else return;
    event.preventDefault();
  };
  return (
    <div className="composer">
      <ul className="command-picker" role="listbox" id="commands" aria-label="Commands">
        {fitting.length === 0 && <li className="nothing">No command is called that.</li>}
        {fitting.map((command) => (
          <li
            key={command.name}
            id={`command-${command.name}`}
            role="option"
            aria-selected={command === current}
            onMouseMove={() => setAt(fitting.indexOf(command))}
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
      <div className="composer-row">
        <input
          ref={box}
          className="slash-input"
          role="combobox"
          aria-expanded
          aria-controls="commands"
          aria-activedescendant={current ? `command-${current.name}` : undefined}
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

function CommandForm({ command, onDone }: { readonly command: CommandView; readonly onDone: () => void }) {
  const { interact, channelId } = useClient();
  const [values, set] = useState<Readonly<Record<string, OptionValue>>>({});
  const [wrong, setWrong] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, button');
    first?.focus();
  }, []);
  const run = async () => {
    const missing = command.options.find(({ name, required }) => required && values[name] === undefined);
    if (missing) {
      setWrong(missing.name);
      return;
    }
    if (channelId === null) return;
    onDone();
    await interact({ verb: 'run', command: command.name, options: { ...values }, channel: channelId });
  };
  const change = ({ name }: OptionView, value: OptionValue | undefined) => {
    const { [name]: _, ...others } = values;
    set(value === undefined || value === '' ? others : { ...others, [name]: value });
    setWrong(null);
  };
  return (
    <div
      className="composer"
      ref={form}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
        if (event.key !== 'Enter' || event.defaultPrevented) return;
        event.preventDefault();
        void run();
      }}
    >
      <p className="command-help">
        <b>/{command.name}</b> {command.description}
        {wrong !== null && <em role="alert"> “{wrong}” is required.</em>}
      </p>
      <div className="composer-row command-form">
        <span className="command-name">/{command.name}</span>
        {command.options.map((option) => (
          <OptionField
            key={option.name}
            command={command.name}
            option={option}
            value={values[option.name]}
            wrong={wrong === option.name}
            onChange={(value) => change(option, value)}
          />
        ))}
        <span className="spring" />
        <button type="button" className="component-button primary small" onClick={() => void run()}>
          Send
        </button>
      </div>
    </div>
  );
}
