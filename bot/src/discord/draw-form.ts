import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { Form, FormChoice, FormField, FormFiles } from '../forms.ts';
import { picker } from './draw-picker.ts';

/** A modal: https://docs.discord.com/developers/components/reference#label */
export function drawForm({ id, title, fields }: Form): object {
  return {
    custom_id: id,
    title,
    components: fields.map((field) => ({
      type: ComponentType.Label,
      label: field.label,
      description: 'description' in field ? field.description : undefined,
      component: component(field),
    })),
  };
}

function component(field: Form['fields'][number]): object {
  if ('choices' in field) return choice(field);
  if ('pick' in field) return { ...picker(field), required: false };
  return 'mostFiles' in field ? fileUpload(field) : textInput(field);
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

function choice({ id, choices, required = true, most = 1 }: FormChoice): object {
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    required,
    min_values: required ? 1 : 0,
    max_values: most,
    options: choices.map(({ value, label, selected }) => ({ value, label, default: selected })),
  };
}

/** https://docs.discord.com/developers/components/reference#file-upload */
function fileUpload({ id, required, mostFiles }: FormFiles): object {
  return {
    type: ComponentType.FileUpload,
    custom_id: id,
    required,
    min_values: required ? 1 : 0,
    max_values: mostFiles,
  };
}
