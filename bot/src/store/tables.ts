import type { Tables } from '../store.ts';
import { activityIn } from './activity.ts';
import { aliasesIn } from './aliases.ts';
import { blocksIn } from './blocks.ts';
import { copiesIn } from './copies.ts';
import { doorsIn } from './doors.ts';
import { entriesIn } from './entries.ts';
import { feedbackIn } from './feedback.ts';
import { forumTagsIn } from './forum-tags.ts';
import { gatewaySessionsIn } from './gateway-sessions.ts';
import { intakeIn } from './intake.ts';
import { listedTicketsIn } from './listed-tickets.ts';
import { outboxIn } from './outbox.ts';
import { panelsIn } from './panels.ts';
import { peopleIn } from './people.ts';
import { problemsIn } from './problems.ts';
import { reactionsIn } from './reactions.ts';
import { readingIn } from './reading.ts';
import { settingsIn } from './settings.ts';
import { shareLinksIn } from './share-links.ts';
import type { Session } from './statement.ts';
import { storedFilesIn } from './stored-files.ts';
import { ticketsIn } from './tickets.ts';
import { timersIn } from './timers.ts';
import { upkeepIn } from './upkeep.ts';
import { webhooksIn } from './webhooks.ts';

export function tablesIn(session: Session): Tables {
  return {
    people: peopleIn(session),
    tickets: ticketsIn(session),
    listed: listedTicketsIn(session),
    entries: entriesIn(session),
    feedback: feedbackIn(session),
    activity: activityIn(session),
    copies: copiesIn(session),
    reactions: reactionsIn(session),
    reading: readingIn(session),
    files: storedFilesIn(session),
    links: shareLinksIn(session),
    outbox: outboxIn(session),
    timers: timersIn(session),
    settings: settingsIn(session),
    intake: intakeIn(session),
    blocks: blocksIn(session),
    aliases: aliasesIn(session),
    doors: doorsIn(session),
    panels: panelsIn(session),
    webhooks: webhooksIn(session),
    gateway: gatewaySessionsIn(session),
    problems: problemsIn(session),
    upkeep: upkeepIn(session),
    forumTags: forumTagsIn(session),
  };
}
