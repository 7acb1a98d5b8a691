import { join } from 'node:path';
import { expect, test } from 'vitest';

import type {
  Alias,
  ChannelId,
  FileHash,
  GuildId,
  InteractionId,
  LinkHash,
  MessageId,
  TicketId,
  WebhookId,
} from '../src/ids.ts';
import type { Claim } from '../src/bookkeeping.ts';
import type { Tables } from '../src/store.ts';
import { openStore } from '../src/store/open.ts';
import { connect } from '../src/store/sqlite/connection.ts';
import { loadEngine } from '../src/store/sqlite/engine.ts';
import type { Database } from '../src/store/sqlite/engine.ts';
import { tablesIn } from '../src/store/tables.ts';
import { handClock } from './hand-clock.ts';
import { bot, guild, meet, newFolder, openTicket, says, write } from './stored.ts';

/** What may read a whole table: each is small, or asked for seldom. */
const mayReadAll = [
  'select count(*) as "count" from "deliveries"',
  'from "settings" order by',
  'from "problems" order by',
  // Once a day.
  'delete from "told"',
  'delete from "memberships"',
  'delete from "prompts"',
  'delete from "doors"',
  'delete from "file_use"',
];

/** Calls everything that the store can do, in an order that makes sense. */
async function everything(tables: Tables): Promise<void> {
  const { people, tickets, entries, copies, reading, files, links, timers, settings, intake, webhooks } = tables;
  const dm = '5' as ChannelId;
  const { id: _, dm: __, ...who } = await meet(tables, 'ada', dm);
  const ada = await people.meet({ ...who, displayName: 'Ada', dm }, 100_000);
  await people.get(ada.id);
  await people.byUser(bot, ada.user);
  await people.byDm(bot, dm);
  await people.dms(bot, null, 5);
  await people.dms(bot, ada.id, 5);

  const ticket = (await openTicket(tables, ada.id))!;
  await tickets.change(ticket.id, { state: 'open', channel: '6' as ChannelId, card: '7' as MessageId }, ['opening']);
  await tickets.change(ticket.id, { closing: null });
  await tickets.get(ticket.id);
  await tickets.byNumber(bot, guild, 1);
  await tables.listed.newest(bot, guild, 5);
  await tables.activity.note(ticket.id, 1);
  await tables.activity.warned(ticket.id, 1);
  await tables.activity.of(ticket.id);
  await tables.activity.quiet(bot, guild, 1, { from: 0, limit: 5 });
  await tables.activity.nextQuiet(bot, guild, 1);
  await tables.activity.isUnderWay(ticket.id);
  await tables.feedback.rate(ticket.id, 5, 1);
  await tables.feedback.comment(ticket.id, 'fine', 1);
  await tables.feedback.of(ticket.id);
  await tickets.byChannel(bot, '6' as ChannelId);
  await tickets.byMemberThread(bot, '6' as ChannelId);
  await tickets.openOf(ada.id);
  await tickets.openIn(bot, guild);
  await tickets.waitingIn(bot, guild);
  await tickets.allOpen(bot, null, 5);
  await tickets.historyOf(ada.id, guild, 5);
  await tickets.beside(ticket, 5);
  await tickets.countBeside(ticket);
  await tickets.claim(ticket.id, ada.id, null);

  const entry = (await write(tables, ticket.id, 'one'))!.id;
  await entries.get(entry);
  await entries.bySource('message:1');
  await entries.of(ticket.id, null, 5);
  await entries.latest(ticket.id, 5);
  await entries.edit(entry, says('two'), 1);
  await entries.markDeleted(entry, 1);
  await entries.setState(entry, 'delivered');
  await entries.versions(entry);
  await entries.arrived(ticket.id);
  await entries.dueAt(ticket.id, 'member', 10);
  await entries.held(ticket.id);
  await entries.release(entry);
  await entries.settle(ticket.id, entry);
  await entries.settle(ticket.id, null);
  await entries.withdraw(entry);
  await entries.markDmClosed(entry);
  await entries.dmClosed(ticket.id);
  await entries.markUnseen(ticket.id);
  await entries.giveUp(ticket.id);
  await entries.moveUnseen(ticket.id, ticket.id);

  const message = '8' as MessageId;
  await copies.add({ entry, bot, side: 'staff', channel: dm, message, part: 0, original: true, webhook: null });
  await copies.byMessage(bot, message);
  await copies.of(entry, 'staff');
  await copies.newestReply(ticket.id);
  await copies.originals(ticket.id, dm, 500);
  await copies.remove(bot, message);
  const reaction = { entry, side: 'staff', by: ada.id, emoji: '👍' } as const;
  await tables.reactions.add(reaction);
  await tables.reactions.on(entry, 'staff');
  await tables.reactions.remove(reaction);
  await tables.reactions.clear(entry, 'staff', '👍');
  await reading.mark(bot, dm, message);
  await reading.upTo(bot, dm);
  await reading.isBehind(bot);
  await reading.setBehind(bot, true);
  await reading.heard(bot, 1);
  await reading.heardAt(bot);
  await reading.unsetWhole(bot, dm);
  await reading.begin(bot, dm, 1);
  await reading.setWhole(bot, dm);
  await reading.isWhole(bot, dm);
  await reading.unsetWhole(bot, dm);
  await files.keepLink(entry, '1', 'https://cdn/1');
  await files.link(entry, '1');
  await files.put({ entry, id: '1', name: 'a', type: null, size: 1, hash: null, problem: null });
  await files.of(entry);
  await files.isNeeded('0'.repeat(64) as FileHash);
  await files.count(ada.id, 1, 5);
  await files.counted(ada.id, 1);

  const hash = '0'.repeat(64) as LinkHash;
  await links.put({ source: 'a', ticket: ticket.id, hash, madeBy: null, madeAt: 1, expiresAt: 5 });
  await links.find(hash, 1);
  await links.noteOpened('a', 1);
  await links.opened(ticket.id);
  await links.revoke(ticket.id, 1);

  await payingDebts(tables, ticket.id);

  await timers.set({ key: 'a', at: 1, what: 'close', about: '' });
  await timers.due(1, 5);
  await timers.take('b', 1);
  await timers.withdraw('b');
  await timers.nextAt();
  await timers.clear('a');
  await settings.put(guild, {}, 0, true, 'sam', 1);
  await settings.put(guild, {}, 1, true, 'sam', 1);
  await settings.get(guild);
  await settings.all();
  await settings.revision();

  await intake.keep(ada.id, 'message:1', '{}', 1);
  await intake.kept(ada.id);
  await intake.drop(ada.id);
  await intake.editKept('message:1', '{}');
  await intake.forgetKept('message:1');
  await intake.setPrompt({ person: ada.id, channel: dm, message: null, expiresAt: 1 });
  await intake.prompt(ada.id);
  await intake.clearPrompt(ada.id);
  await intake.setLastServer(ada.id, { guild, since: message, chosen: false, anonymous: false });
  await intake.lastServer(ada.id);
  await intake.setMembership(ada.id, guild, true, 5);
  await intake.memberships(ada.id, 1);
  await intake.mayTell(ada.id, 'none', 1, 2);
  const blocked = { kind: 'person', id: ada.id } as const;
  await tables.blocks.put({ guild, who: blocked, by: ada.id, reason: null, evidence: null, since: 1, until: null });
  await tables.blocks.of(guild, 1, { since: 1, id: ada.id }, 5);
  await tables.blocks.ofPerson(ada.id, 1);
  await tables.blocks.ofRoles(guild, 1);
  await tables.blocks.remove(guild, blocked);
  await tables.aliases.give(guild, ada.id, 'quiet-otter' as Alias);
  await tables.aliases.of(guild, ada.id);
  await tables.aliases.whose(guild, 'quiet-otter');
  await tables.aliases.like(guild, 'qui', 5);
  await tables.doors.put({ person: ada.id, guild, topic: null, form: null, anonymous: null, until: 1 });
  await tables.doors.get(ada.id);
  await tables.doors.setAside(ada.id, guild);
  await tables.doors.put({
    person: ada.id,
    guild: '99' as GuildId,
    topic: null,
    form: { topic: 'x', by: '1' as InteractionId, complete: false, answers: [] },
    anonymous: null,
    until: 1,
  });
  await tables.doors.remove(ada.id, guild);
  await tables.aliases.keepFace(ticket.id, { url: null, until: 2 });
  await tables.aliases.face(ticket.id, 1);
  await tables.panels.put({ bot, guild, channel: dm, message, text: 'a', label: 'b', style: 'button' });
  await tables.panels.get(bot, message);
  await tables.panels.of(guild);
  await tables.panels.remove(bot, message);

  await webhooks.add({ bot, id: '9' as WebhookId, token: 'x', channel: dm });
  await webhooks.in(bot, dm);
  await webhooks.get('9' as WebhookId);
  await webhooks.remove('9' as WebhookId);
  await webhooks.removeIn(bot, dm);
  await restOfTheWorld(tables);
}

async function payingDebts({ outbox }: Tables, ticket: TicketId): Promise<void> {
  const owe = (lane: string): Promise<void> => outbox.owe(lane, { kind: 'reflect', ticket }, 1, `reflect:${lane}`);
  const take = async (): Promise<Claim> => (await outbox.take(1, 2, 1))[0]!;
  await owe('a');
  await outbox.later(await take(), 1, { firstTriedAt: 1, error: 'x' });
  const claim = await take();
  await outbox.takeWaiting(1, 2, 1);
  await outbox.nextAt();
  await outbox.hurry('a', 1);
  await outbox.count();
  await outbox.length('a');
  await outbox.hold(claim, 2);
  await outbox.done(claim, 1, 2);
  await owe('b');
  await take();
  await outbox.releaseAll(1);
}

async function restOfTheWorld({ gateway, problems, upkeep, forumTags }: Tables): Promise<void> {
  await upkeep.forgetTold(1, 5);
  await upkeep.forgetMemberships(1, 5);
  await upkeep.forgetPrompts(1, 5);
  await upkeep.forgetDoors(1, 5);
  await upkeep.forgetFileUse(1, 5);
  await upkeep.forgetLinks(1, 5);
  await upkeep.oldTickets(guild, 1, null, 5);
  await upkeep.countOld(guild, 1);
  await upkeep.removeEntries('0' as TicketId, 5);
  await upkeep.setEmptied('0' as TicketId, 1);
  await upkeep.saidLate('0' as TicketId);
  const forum = '9' as ChannelId;
  await forumTags.keep(guild, forum, 'open', '1');
  await forumTags.of(forum);
  await forumTags.show('0' as TicketId, { keys: ['open'], at: 1 });
  await forumTags.shown('0' as TicketId);
  await gateway.put({ bot, shard: 0, shardCount: 1, session: 'a', resumeUrl: 'ws://a', sequence: 1, intents: 1 });
  await gateway.get(bot, 0);
  await gateway.remove(bot, 0);
  await problems.raise({ guild, key: 'a', text: 'a', with: {}, since: 1 });
  await problems.all(guild);
  await problems.all();
  await problems.solve(guild, 'a');
}

/** The tables, and the names of what was called on them. */
function watched(tables: Tables): { readonly tables: Tables; readonly uncalled: () => readonly string[] } {
  const uncalled = new Set<string>();
  const seen = Object.entries(tables).map(([table, methods]: [string, object]) => {
    for (const method of Object.keys(methods)) uncalled.add(`${table}.${method}`);
    const proxy = new Proxy(methods, {
      get(target, method, receiver): unknown {
        uncalled.delete(`${table}.${String(method)}`);
        return Reflect.get(target, method, receiver);
      },
    });
    return [table, proxy];
  });
  return { tables: Object.fromEntries(seen) as Tables, uncalled: () => [...uncalled] };
}

test('Every question to the database finds its rows through an index', async () => {
  const dataDir = newFolder();
  await (await openStore({ dataDir, clock: handClock() })).close();
  const database = (await loadEngine())(join(dataDir, 'backchannel.db'), { timeout: 0 });
  const asked = new Set<string>();
  const listening: Database = {
    prepare(sql) {
      asked.add(sql);
      return database.prepare(sql);
    },
    exec: (sql) => database.exec(sql),
    isTransaction: false,
    close: () => undefined,
  };
  const { tables, uncalled } = watched(tablesIn(connect(listening)));
  await everything(tables);
  expect(uncalled()).toEqual([]);

  const slow: string[] = [];
  for (const sql of asked) {
    if (mayReadAll.some((part) => sql.includes(part))) continue;
    const steps = database.prepare(`explain query plan ${sql}`).all() as { readonly detail: string }[];
    for (const { detail } of steps) if (/^SCAN (?!\w+ VIRTUAL|CONSTANT)/.test(detail)) slow.push(`${detail}: ${sql}`);
  }
  expect(asked.size).toBeGreaterThan(70);
  expect(slow).toEqual([]);
  database.close();
});
