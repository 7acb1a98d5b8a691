import type { SettingProblem } from '../assignments.ts';

/** Something about a server that somebody has to mend. */
export interface Finding {
  /** One per server and thing, so that it can vanish when it is mended. */
  readonly key: string;
  /** `problem.…`; how to mend it stands under `fix.…` of the same name. */
  readonly text: string;
  readonly with: Readonly<Record<string, string | number>>;
  /** With an error tickets cannot be opened or lose something; with a warning they work less well. */
  readonly severity: 'error' | 'warning';
  /** What is wrong with a setting itself: such a value is not taken. */
  readonly setting: SettingProblem | null;
}
