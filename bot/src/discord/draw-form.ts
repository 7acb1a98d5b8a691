import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { Form, FormChoice, FormField } from '../discord.ts';
import { picker } from './draw-picker.ts';

/** A modal: https://docs.discord.com/developers/components/reference#label */
export function drawForm({ id, title, fields }: Form): object {
  return {
    custom_id: id,
    title,
    components: fields.map((field) => ({
      type: ComponentType.Label,
      label: field.label,
      component:
        'choices' in field ? choice(field) : 'pick' in field ? { ...picker(field), required: false } : textInput(field),
    })),
  };
}

function textInput({ id, long, required, value, placeholder, longest }: FormField): object {
  return {
    type: ComponentType.TextInput,
    custom_id: id,
    style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required,
    value,
    placeholder,
    max_length: longest,
  };
}

function choice({ id, choices }: FormChoice): object {
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    options: choices.map(({ value, label, selected }) => ({ value, label, default: selected })),
  };
}
