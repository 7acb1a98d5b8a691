import { fixText, storedText } from '../render/notices.ts';
import type { Finding } from '../settings/checks/finding.ts';

export const marks = { fine: '✓', warning: '!', error: '✗' } as const;

/** What is wrong, and below it how to mend it. */
export function findingLines(finding: Finding): readonly string[] {
  const fix = fixText(finding, 'en');
  return [`${marks[finding.severity]} ${storedText(finding, 'en')}`, ...(fix === null ? [] : [`    ${fix}`])];
}
