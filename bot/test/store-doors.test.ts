import { expect, test } from 'vitest';

import type { Answer, Door, FilledForm } from '../src/door.ts';
import { newId, type ChannelId, type InteractionId, type RoleId, type TicketId } from '../src/ids.ts';
import { bot, guild, meet, newStore, snowflake } from './stored.ts';

const answers: readonly Answer[] = [{ question: 'since', label: 'Since when?', values: ['always'], files: [] }];

test('how far a member has come at the door is kept, replaced and forgotten', async () => {
  const store = await newStore();
  await store.transaction(async (tables) => {
    const { id: person } = await meet(tables, 'ada');
    const form: FilledForm = { topic: 'billing', by: '1' as InteractionId, complete: true, answers };
    const first: Door = { person, guild, topic: null, form: null, anonymous: null, until: 5 };
    expect(await tables.doors.get(person)).toBeNull();
    for (const door of [first, { ...first, topic: 'billing', form, anonymous: false, until: 7 }]) {
      await tables.doors.put(door);
      expect(await tables.doors.get(person)).toEqual(door);
    }
    await tables.doors.remove(person, guild);
    expect(await tables.doors.get(person)).toBeNull();
  });
});

test('a ticket remembers what it is about and what was answered; one without has neither', async () => {
  const store = await newStore();
  await store.transaction(async (tables) => {
    const topic = { id: 'billing', name: 'Billing', emoji: '💳', staffRoles: ['9' as RoleId] };
    for (const said of [{}, { topic, answers }]) {
      const { id: person } = await meet(tables, 'ada');
      const how = { channelKind: 'forum-post', parent: snowflake<ChannelId>(), openedAt: 1, anonymous: false } as const;
      const ticket = await tables.tickets.open({ id: newId<TicketId>(1), bot, guild, person, ...how, ...said });
      expect(ticket).toMatchObject({ topic: null, answers: [], ...said });
      expect(await tables.tickets.get(ticket!.id)).toEqual(ticket);
    }
  });
});
