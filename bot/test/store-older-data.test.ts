import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { TicketId } from '../src/ids.ts';
import { firstTables } from '../src/store/migrations/0001-first-tables.ts';
import { applicationId } from '../src/store/migrate.ts';
import { openStore } from '../src/store/open.ts';
import { loadEngine } from '../src/store/sqlite/engine.ts';
import { handClock } from './hand-clock.ts';
import { bot, guild, newFolder } from './stored.ts';

/** What the first version of the program would have left behind. */
async function firstData(dataDir: string, rows: readonly string[]): Promise<void> {
  const database = (await loadEngine())(join(dataDir, 'backchannel.db'), { timeout: 1000 });
  database.exec('create table migrations (name text not null primary key, at bigint not null)');
  database.exec(`pragma application_id = ${applicationId}`);
  const dialect = { counter: 'integer primary key autoincrement', clustered: 'without rowid' };
  for (const step of [...firstTables.steps(dialect), ...rows]) database.exec(step);
  database.exec(`insert into migrations (name, at) values ('${firstTables.name}', 1)`);
  database.close();
}

const ticket = (id: string, number: number, state: string): string =>
  `insert into tickets (id, number, bot, guild, person, state, channel_kind, parent, opened_at)
    values ('${id}', ${number}, '${bot}', '${guild}', 'person-${id}', '${state}', 'private-thread', '5', 100)`;
const entry = (of: string, kind: string, state: string, at: number): string =>
  `insert into entries (ticket, kind, at, source, content, anonymous, state)
    values ('${of}', '${kind}', ${at}, 'message:${of}${kind}${at}', '{}', 0, '${state}')`;

test('tickets of the first version count as quiet since their last message that arrived, and none is rated', async () => {
  const dataDir = newFolder();
  await firstData(dataDir, [
    ticket('talking', 1, 'open'),
    entry('talking', 'member', 'delivered', 300),
    entry('talking', 'reply', 'undelivered', 400),
    entry('talking', 'internal', 'delivered', 500),
    ticket('silent', 2, 'open'),
    ticket('over', 3, 'closed'),
  ]);
  const store = await openStore({ dataDir, clock: handClock(), exclusive: true });
  onTestFinished(() => store.close());
  const { activity, feedback, tickets } = store.tables;
  expect(await activity.of('talking' as TicketId)).toEqual({ activeAt: 300, warnedAt: null });
  expect(await activity.of('silent' as TicketId)).toEqual({ activeAt: 100, warnedAt: null });
  expect(await activity.of('over' as TicketId)).toBeNull();
  expect(await activity.quiet(bot, guild, 250, { from: 0, limit: 10 })).toEqual(['silent']);
  expect(await feedback.of('over' as TicketId)).toBeNull();
  expect(await tickets.byNumber(bot, guild, 3)).toMatchObject({ id: 'over', state: 'closed' });
});
