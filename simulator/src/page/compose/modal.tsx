import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { ChoiceMenu } from '../message/choice-menu.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { bool, list, num, record, text, type Wire } from '../wire-fields.ts';

type Values = Readonly<Record<string, string | readonly string[]>>;

/** A form that a bot opened: https://docs.discord.com/developers/components/reference */
export function Modal({
  modal,
  onSubmit,
  onClose,
}: {
  readonly modal: Wire;
  readonly onSubmit: (values: Values) => Promise<void>;
  readonly onClose: () => void;
}) {
  const fields = list(modal['components']).map(fieldOf);
  const [values, set] = useState<Values>(() => beginning(fields));
  const [sending, setSending] = useState(false);
  const wrong = fields.find((field) => !isComplete(field, values));
  const submit = async () => {
    if (wrong) return;
    setSending(true);
    await onSubmit(values);
    setSending(false);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            <Dialog.Title>{text(modal['title'])}</Dialog.Title>
            <div className="dialog-fields">
              {fields.map((field) => (
                <ModalField
                  key={field.id}
                  field={field}
                  value={values[field.id]}
                  onChange={(value) => set((all) => ({ ...all, [field.id]: value }))}
                />
              ))}
            </div>
            <div className="dialog-foot">
              <Dialog.Close className="component-button secondary" type="button">
                Cancel
              </Dialog.Close>
              <button type="submit" className="component-button primary" disabled={sending || wrong !== undefined}>
                Submit
              </button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface Field {
  readonly id: string;
  readonly label: string | null;
  readonly description: string | null;
  readonly component: Wire;
  readonly required: boolean;
}

/** A label around a component, or the older action row around a text input. */
function fieldOf(top: Wire, index: number): Field {
  const component = record(top['component']) ?? list(top['components'])[0] ?? top;
  return {
    id: text(component['custom_id']) ?? `text-${index}`,
    label: text(top['label']) ?? text(component['label']),
    description: text(top['description']),
    component,
    required: component['required'] !== false && component['type'] !== 10 && component['type'] !== 23,
  };
}

function beginning(fields: readonly Field[]): Values {
  const values: Record<string, string | readonly string[]> = {};
  for (const { id, component } of fields) {
    const value = text(component['value']);
    const chosen = list(component['options']).filter((option) => bool(option['default']));
    if (value !== null) values[id] = value;
    else if (chosen.length > 0) values[id] = chosen.map((option) => text(option['value']) ?? '');
  }
  return values;
}

function isComplete({ id, component, required }: Field, values: Values): boolean {
  const value = values[id];
  const length = value?.length ?? 0;
  if (length === 0) return !required;
  return component['type'] !== 4 || length >= (num(component['min_length']) ?? 0);
}

function ModalField({
  field,
  value,
  onChange,
}: {
  readonly field: Field;
  readonly value: string | readonly string[] | undefined;
  readonly onChange: (value: string | readonly string[]) => void;
}) {
  const { component, label, description, required } = field;
  if (component['type'] === 10) return <Markdown text={text(component['content']) ?? ''} />;
  const title = (
    <span className="field-title">
      {label}
      {required && <span aria-hidden> *</span>}
    </span>
  );
  const help = description && <small>{description}</small>;
  if (component['type'] === 4) {
    const shared = {
      value: typeof value === 'string' ? value : '',
      required,
      maxLength: num(component['max_length']) ?? 4000,
      placeholder: text(component['placeholder']) ?? undefined,
      'aria-label': label ?? undefined,
    };
    return (
      <label className="field">
        {title}
        {help}
        {component['style'] === 2 ? (
          <textarea {...shared} rows={4} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <input {...shared} onChange={(event) => onChange(event.target.value)} />
        )}
      </label>
    );
  }
  if (component['type'] === 21 || component['type'] === 22 || component['type'] === 23) {
    return <Ticks field={field} chosen={Array.isArray(value) ? value : []} onChange={onChange} />;
  }
  return (
    <div className="field">
      {title}
      {help}
      <ChoiceMenu of={component} onChoose={onChange} />
    </div>
  );
}

/** Radio buttons and checkboxes. */
function Ticks({
  field,
  chosen,
  onChange,
}: {
  readonly field: Field;
  readonly chosen: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}) {
  const { component, label } = field;
  const one = component['type'] === 21;
  const options: readonly Wire[] = component['type'] === 23 ? [{ value: 'true', label }] : list(component['options']);
  const toggle = (value: string) => {
    if (one) onChange([value]);
    else onChange(chosen.includes(value) ? chosen.filter((had) => had !== value) : [...chosen, value]);
  };
  return (
    <fieldset className="field">
      <legend className="field-title">{component['type'] === 23 ? '' : label}</legend>
      {options.map((option) => {
        const value = text(option['value']) ?? '';
        return (
          <label key={value} className="tick-line">
            <input
              type={one ? 'radio' : 'checkbox'}
              name={field.id}
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
            />
            {text(option['label'])}
          </label>
        );
      })}
    </fieldset>
  );
}
