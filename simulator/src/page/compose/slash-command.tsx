import { useEffect, useRef, useState } from 'react';
import { useClient } from '../client.tsx';
import type { CommandView, OptionView } from '../../sandbox/wire.ts';
import { CommandPicker } from './command-picker.tsx';
import { OptionField, type OptionValue } from './option-field.tsx';

/** The composer once a line begins with a slash: first the commands that fit, then the options of the chosen one. */
export function SlashCommand({
  typed,
  onTyped,
  onDone,
  onText,
}: {
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly onDone: () => void;
  /** What is typed is no command: it is sent as it is. */
  readonly onText: () => void;
}) {
  const [chosen, choose] = useState<CommandView | null>(null);
  if (chosen) return <CommandForm command={chosen} onDone={onDone} />;
  return <CommandPicker typed={typed} onTyped={onTyped} onChoose={choose} onCancel={onDone} onText={onText} />;
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
