import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import type { Alias, GuildId, PersonId, TicketId } from '../src/ids.ts';
import { applicationId } from '../src/store/migrate.ts';
import { firstTables } from '../src/store/migrations/0001-first-tables.ts';
import { openStore } from '../src/store/open.ts';
import { loadEngine } from '../src/store/sqlite/engine.ts';
import { giveAlias } from '../src/tickets/alias.ts';
import { adjectives, animals } from '../src/tickets/alias-words.ts';
import { opensAnonymous } from '../src/tickets/open.ts';
import { handClock } from './hand-clock.ts';
import { bot, guild, meet, newFolder, newStore, openTicket } from './stored.ts';

const elsewhere = '200000000000000002' as GuildId;

test('a member keeps one alias in a server and has another one elsewhere', async () => {
  const store = await newStore();
  await store.transaction(async (tables) => {
    const ada = await meet(tables, 'ada');
    const alias = await giveAlias(tables, guild, ada.id);
    expect(alias).toMatch(/^[a-z]+-[a-z]+$/);
    expect(await giveAlias(tables, guild, ada.id)).toBe(alias);
    const others = await Promise.all(
      [...'bcdef'].map(async (name) => giveAlias(tables, guild, (await meet(tables, name)).id)),
    );
    expect(new Set([alias, ...others])).toHaveLength(6);
    await giveAlias(tables, elsewhere, ada.id);
    expect(await tables.aliases.whose(guild, ` ${alias.toUpperCase()} `)).toEqual({ person: ada.id, alias });
    expect(await tables.aliases.whose(guild, 'nobody-here')).toBeNull();
  });
});

test('no two members of a server are called the same, also when all names are taken', async () => {
  const store = await newStore();
  await store.transaction(async (tables) => {
    for (const adjective of adjectives)
      for (const animal of animals) {
        const alias = `${adjective}-${animal}`;
        await tables.aliases.give(guild, alias as never, alias as Alias);
      }
    const aliases = new Set<string>();
    for (let one = 0; one < 20; one += 1) {
      const person = await meet(tables, `member ${one}`);
      const alias = await giveAlias(tables, guild, person.id);
      expect(alias).toMatch(/^[a-z]+-[a-z]+-\d+$/);
      expect(await tables.aliases.give(guild, person.id, 'quiet-otter-99' as Alias)).toBe(false);
      aliases.add(alias);
    }
    expect(aliases.size).toBe(20);
  });
});

test('the words of aliases are many, plain and each there once', () => {
  for (const words of [adjectives, animals]) {
    expect(words.length).toBeGreaterThanOrEqual(100);
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => !/^[a-z]{2,12}$/.test(word))).toEqual([]);
  }
});

test('a member has at most one anonymous ticket in a server, and one under their name beside it', async () => {
  const store = await newStore();
  const ada = await store.transaction((tables) => meet(tables, 'ada'));
  const tickets = await store.transaction(async (tables) => [
    await openTicket(tables, ada.id),
    await openTicket(tables, ada.id, guild, true),
    await openTicket(tables, ada.id, guild, true),
    await openTicket(tables, ada.id),
  ]);
  expect(tickets.map((ticket) => ticket?.anonymous)).toEqual([false, true, undefined, undefined]);
  expect(await store.tables.tickets.openOf(ada.id)).toHaveLength(2);
});

test('tickets are anonymous without a question only where the server has them all so', () => {
  const anonymous = (['off', 'choice', 'always'] as const).map((anonymousMembers) =>
    opensAnonymous({ anonymousMembers }),
  );
  expect(anonymous).toEqual([false, false, true]);
});

test('tickets from before there were anonymous ones are named, and their members can open an anonymous one', async () => {
  const dataDir = newFolder();
  const open = await loadEngine();
  const database = open(join(dataDir, 'backchannel.db'), { timeout: 1000 });
  const dialect = { counter: 'integer primary key autoincrement', clustered: 'without rowid' };
  database.exec('create table migrations (name text not null primary key, at bigint not null)');
  database.exec(`pragma application_id = ${applicationId}`);
  for (const step of firstTables.steps(dialect)) database.exec(step);
  database.prepare('insert into migrations (name, at) values (?, 1)').run(firstTables.name);
  database
    .prepare(
      `insert into tickets (id, number, bot, guild, person, state, channel_kind, parent, opened_at)
       values ('t', 1, ?, ?, 'p', 'open', 'private-thread', '3', 1)`,
    )
    .run(bot, guild);
  database.close();
  const store = await openStore({ dataDir, clock: handClock(), exclusive: true });
  onTestFinished(() => store.close());
  expect(await store.tables.tickets.get('t' as TicketId)).toMatchObject({ number: 1, anonymous: false });
  const opened = await store.transaction(async (tables) => [
    await openTicket(tables, 'p' as PersonId),
    await openTicket(tables, 'p' as PersonId, guild, true),
  ]);
  expect(opened.map((ticket) => ticket?.anonymous)).toEqual([undefined, true]);
});
