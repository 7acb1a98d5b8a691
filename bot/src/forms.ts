import type { DrawnPicker } from './discord.ts';

/** Forms that people fill in: https://docs.discord.com/developers/components/reference#label */

export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly long: boolean;
  readonly required: boolean;
  readonly value?: string;
  readonly placeholder?: string;
  /** At most 4000. */
  readonly longest?: number;
}
/** A choice in a form, shown as a select. */
export interface FormChoice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** One of them has to be chosen, unless this is false. */
  readonly required?: boolean;
  /** So many can be chosen; one where it is left out. */
  readonly most?: number;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly selected?: boolean }[];
}
/** Files to be uploaded in a form. */
export interface FormFiles {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly required: boolean;
  /** At most 10. */
  readonly mostFiles: number;
}
/** A picker in a form. */
export interface FormPicker extends Omit<DrawnPicker, 'placeholder'> {
  readonly label: string;
}
export interface Form {
  readonly id: string;
  readonly title: string;
  /** At most 5. */
  readonly fields: readonly (FormField | FormChoice | FormFiles | FormPicker)[];
}
