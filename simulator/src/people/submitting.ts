import { ask, interactionTypes } from '../interactions/ask.ts';
import { modalTypes } from '../interactions/modal-rules.ts';
import { nothingNamed, resolved, type Named } from '../interactions/resolved.ts';
import { findApplication, findChannel } from '../lookup.ts';
import type { Wire } from '../objects/wire.ts';
import { lengthOf } from '../rules/read.ts';
import type { Interaction } from '../state.ts';
import { chooseIn } from './choosing.ts';
import type { Self } from './create-person.ts';
import { uploadFor } from './options.ts';
import type { Attached, FieldValue, Person } from './person.ts';
import { impossible } from './places.ts';

type Values = Readonly<Record<string, FieldValue>>;

export function submitting(self: Self): Pick<Person, 'submits'> {
  return {
    async submits(values) {
      const opened = lastModal(self);
      const modal = opened.modal ?? {};
      const { world } = self;
      const channel = findChannel(world, opened.channelId);
      const named = nothingNamed(channel, self.id, findApplication(world, opened.applicationId).userId);
      const used = new Set<string>();
      const components = (modal['components'] as Wire[]).map((one) => fillPart(self, one, values, used, named));
      for (const name of Object.keys(values)) if (!used.has(name)) throw impossible(`the form has no field ${name}`);
      const answered = await ask(world, {
        type: interactionTypes.modal,
        applicationId: opened.applicationId,
        userId: self.id,
        channelId: opened.channelId,
        messageId: opened.messageId,
        data: { custom_id: modal['custom_id'], components, ...resolved(world, named) },
      });
      if (!answered.failed) opened.modal = null;
      return answered;
    },
  };
}

function lastModal({ world, id }: Self): Interaction {
  const open = [...world.state.interactions.values()].filter(({ userId, modal }) => userId === id && modal !== null);
  const last = open.at(-1);
  if (!last) throw impossible('no form is open');
  return last;
}

/** What is sent for one part of the form: rows and labels with what is in them, texts with nothing. */
function fillPart(self: Self, part: Wire, values: Values, used: Set<string>, named: Named): Wire {
  const base = { type: part['type'], id: part['id'] };
  const fill = (field: Wire, label: unknown) => ({
    type: field['type'],
    id: field['id'],
    custom_id: field['custom_id'],
    ...entered(self, field, valueFor(field, label, values, used), named),
  });
  if (part['type'] === modalTypes.row)
    return { ...base, components: (part['components'] as Wire[]).map((field) => fill(field, field['label'])) };
  if (part['type'] !== modalTypes.label) return base;
  return { ...base, component: fill(part['component'] as Wire, part['label']) };
}

function valueFor(field: Wire, label: unknown, values: Values, used: Set<string>): FieldValue | undefined {
  for (const name of [String(field['custom_id']), String(label)]) {
    const value = values[name];
    if (value === undefined) continue;
    used.add(name);
    return value;
  }
  return undefined;
}

function entered(self: Self, field: Wire, value: FieldValue | undefined, named: Named): Wire {
  switch (field['type']) {
    case modalTypes.textInput:
      return { value: enteredText(field, typeof value === 'string' ? value : String(field['value'] ?? '')) };
    case modalTypes.checkbox:
      return { value: value === undefined ? field['default'] === true : value === 'true' };
    case modalTypes.radio:
      return { value: choices(self, { ...field, max_values: 1 }, value, named)[0] ?? null };
    case modalTypes.files:
      return { values: files(self, field, value, named) };
    case modalTypes.checkboxes:
      return { values: choices(self, { max_values: (field['options'] as Wire[]).length, ...field }, value, named) };
    default:
      return { values: choices(self, field, value, named) };
  }
}

function enteredText(field: Wire, text: string): string {
  const most = Number(field['max_length'] ?? 4000);
  const fewest = Number(field['min_length'] ?? (field['required'] === false ? 0 : 1));
  const length = lengthOf(text, most);
  if (length === 0 && field['required'] === false) return text;
  if (length < fewest || length > most)
    throw impossible(`the field ${String(field['custom_id'])} wants ${fewest} to ${most} characters`);
  return text;
}

/** Nothing chosen means what the form had chosen beforehand. */
function choices(self: Self, field: Wire, value: FieldValue | undefined, named: Named): string[] {
  const chosenBefore = ((field['options'] ?? []) as Wire[]).filter((one) => one['default'] === true);
  const wanted = value === undefined ? chosenBefore.map((one) => String(one['value'])) : [value].flat().map(String);
  if (wanted.length === 0 && field['required'] === false) return [];
  return chooseIn(self, field, wanted, named);
}

function files(self: Self, field: Wire, value: FieldValue | undefined, named: Named): string[] {
  const given = (Array.isArray(value) ? value : []).filter((one): one is Attached => typeof one === 'object');
  const fewest = field['required'] === false ? 0 : Number(field['min_values'] ?? 1);
  if (given.length < fewest || given.length > Number(field['max_values'] ?? 1))
    throw impossible(`the field ${String(field['custom_id'])} wants another number of files`);
  return given.map((file) => uploadFor(self, file, named));
}
