import type { Settings } from '../schema.ts';
import { wrongIds } from '../check-ids.ts';
import { fallbackUnreached } from './fallback.ts';
import type { Finding } from './finding.ts';
import { lackingPermissions } from './lacking.ts';
import { linksNowhere } from './links.ts';
import { scarceRoom } from './room.ts';
import { rolesUnreached } from './roles.ts';
import { foreignEmoji } from './topics.ts';
import type { ServerView } from './server.ts';

/**
 * Everything in a server that does not fit its settings, and what they ask of the program in vain. Pure: the same for the command line,
 * Discord, the doctor and the program. `publicUrl`: the operator's.
 */
export function findProblems(server: ServerView, settings: Settings, publicUrl: string | null): readonly Finding[] {
  const ids = wrongIds(settings, server).map((setting, index): Finding => {
    const { field, wrong, example } = setting;
    return {
      key: `setting:${field}:${index}`,
      ...(field.startsWith('topics[')
        ? { text: 'problem.topic', with: { field, wrong } }
        : { text: 'problem.setting', with: { field, wrong, example: example ?? `${field}=none` } }),
      severity: 'error',
      setting,
    };
  });
  return [
    ...ids,
    ...lackingPermissions(server, settings),
    ...rolesUnreached(server, settings),
    ...fallbackUnreached(server, settings),
    ...foreignEmoji(server, settings),
    ...scarceRoom(server, settings),
    ...linksNowhere(settings, publicUrl),
  ];
}
