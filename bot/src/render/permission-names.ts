import type { Language } from '../language.ts';
import { type PermissionName, permissionLabels } from '../settings/checks/permissions.ts';
import { textsOf } from './texts/languages.ts';

const names = Object.keys(permissionLabels) as readonly PermissionName[];

/** The longest first: one label may begin like another. What people wrote around them may have parted an `@` from its word. */
const anyLabel = new RegExp(
  names
    .map((name) => permissionLabels[name].replaceAll('@', '@\u200b?'))
    .toSorted((one, other) => other.length - one.length)
    .join('|'),
  'g',
);

/** Problems are stored with permissions as English clients call them; readers find them in their settings under their own names. */
export function permissionNames(written: string, language: Language): string {
  return written.replace(anyLabel, (found) => {
    const name = names.find((one) => permissionLabels[one] === found.replaceAll('\u200b', ''));
    const called = name === undefined ? found : textsOf[language][`permission.${name}`];
    return found.includes('\u200b') ? called.replace(/@(?=\w)/g, '@\u200b') : called;
  });
}
