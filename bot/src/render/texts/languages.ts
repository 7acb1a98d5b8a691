import type { Language } from '../../language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Translated } from './keys.ts';

/** All texts of each language. */
export const textsOf: { readonly [Spoken in Language]: Translated<typeof en> } = {
  en,
  de,
  es,
  fr,
};
