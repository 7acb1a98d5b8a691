import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { ChoiceMenu } from '../message/choice-menu.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { PendingFiles } from './pending-files.tsx';
import { bool, list, num, record, text, type Wire } from '../wire-fields.ts';

type Value = string | readonly string[] | readonly File[];
type Values = Readonly<Record<string, Value>>;

export interface Filled {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly files: readonly { readonly field: string; readonly file: File }[];
}

/** A form that a bot opened: https://docs.discord.com/developers/components/reference */
export function Modal({
  modal,
  onSubmit,
  onClose,
}: {
  readonly modal: Wire;
  readonly onSubmit: (filled: Filled) => Promise<void>;
  readonly onClose: () => void;
}) {
  const fields = list(modal['components']).map(fieldOf);
  const [values, set] = useState<Values>(() => beginning(fields));
  const [sending, setSending] = useState(false);
  const wrong = fields.find((field) => !isComplete(field, values));
  const submit = async () => {
    if (wrong) return;
    setSending(true);
    await onSubmit(filledIn(values));
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

/** Files travel beside the rest. */
function filledIn(values: Values): Filled {
  const entered: Record<string, string | readonly string[]> = {};
  const files: { field: string; file: File }[] = [];
  for (const [field, value] of Object.entries(values)) {
    if (typeof value === 'string') entered[field] = value;
    else if (isTexts(value)) entered[field] = value;
    else for (const file of filesIn(value)) files.push({ field, file });
  }
  return { values: entered, files };
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
  if (component['type'] === 19) return length >= (num(component['min_values']) ?? 1);
  return component['type'] !== 4 || length >= (num(component['min_length']) ?? 0);
}

function ModalField({
  field,
  value,
  onChange,
}: {
  readonly field: Field;
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
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
    return <Ticks field={field} chosen={isTexts(value) ? value : []} onChange={onChange} />;
  }
  if (component['type'] === 19) {
    return (
      <div className="field">
        {title}
        {help}
        <Uploads field={field} files={filesIn(value)} onChange={onChange} />
      </div>
    );
  }
  return (
    <div className="field">
      {title}
      {help}
      <ChoiceMenu of={component} onChoose={onChange} />
    </div>
  );
}

function isTexts(value: Value | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function filesIn(value: Value | undefined): readonly File[] {
  return Array.isArray(value) ? value.filter((one): one is File => one instanceof File) : [];
}

/** https://docs.discord.com/developers/components/reference#file-upload */
function Uploads({
  field: { component, label },
  files,
  onChange,
}: {
  readonly field: Field;
  readonly files: readonly File[];
  readonly onChange: (value: readonly File[]) => void;
}) {
  const most = num(component['max_values']) ?? 1;
  return (
    <>
      {files.length > 0 && (
        <PendingFiles files={files} onRemove={(gone) => onChange(files.filter((file) => file !== gone))} />
      )}
      <input
        type="file"
        multiple={most > 1}
        disabled={files.length >= most}
        aria-label={label ?? undefined}
        onChange={(event) => {
          // The input empties its own list afterwards.
          onChange([...files, ...(event.target.files ?? [])].slice(0, most));
          event.target.value = '';
        }}
      />
    </>
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
