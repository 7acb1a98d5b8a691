import { transcriptPlace } from '../complete.ts';
import type { Settings } from '../schema.ts';
import type { Finding } from './finding.ts';

/** Links were asked for, and would lead nowhere: files are posted instead. With `both` they are posted anyway. */
export function linksNowhere(settings: Settings, publicUrl: string | null): readonly Finding[] {
  if (publicUrl !== null || settings.transcript !== 'link' || transcriptPlace(settings) === null) return [];
  return [{ key: 'public-url', text: 'problem.no-public-url', with: {}, severity: 'warning', setting: null }];
}
