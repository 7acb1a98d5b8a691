import type { en } from './en.ts';

/** The types of texts, read from the English ones: which there are, and what each must be given. */

type Stored = keyof typeof en;
type Singular<Key> = Key extends `${infer Start}_one` | `${infer Start}_other` ? Start : Key;

/** What a text is asked for by. Texts with a singular and a plural are one. */
export type TextKey = Singular<Stored>;

type Trim<Name extends string> = Name extends `${infer First},${string}` ? First : Name;
type NamesIn<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Trim<Name> | NamesIn<Rest>
  : never;
type TextsOf<Key extends TextKey> = (typeof en)[Extract<Stored, Key | `${Key}_one` | `${Key}_other`>];

/** The values that a text needs, by name. */
export type ValuesOf<Key extends TextKey> = {
  readonly [Name in NamesIn<TextsOf<Key>>]: string | number;
} & (`${Key}_other` extends Stored ? { readonly count: number } : unknown);

export type Values = Readonly<Record<string, string | number>>;

/** The same texts in another language. Where that has a form for millions of its own, `_many` may be added. */
export type Translated<Texts> = { readonly [Key in keyof Texts]: string } & {
  readonly [Key in keyof Texts as Key extends `${infer Start}_other` ? `${Start}_many` : never]?: string;
};
