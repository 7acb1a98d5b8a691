import { expect, it } from 'vitest';
import type { IncomingMessage } from '../src/incoming.ts';
import type { ChannelId, MessageId, UserId } from '../src/ids.ts';
import { fromMember } from '../src/relay/from-member.ts';
import { createAcquaintance } from '../src/relay/meet.ts';
import { complete } from '../src/settings/complete.ts';
import type { Store } from '../src/store.ts';
import { handClock } from './hand-clock.ts';
import { bot, guild, newStore, says, snowflake, textsOf } from './stored.ts';

const settings = { ...complete({}), parentChannel: snowflake<ChannelId>() };

async function story() {
  const clock = handClock();
  const store = await newStore(clock);
  const { meet, recognise } = createAcquaintance({ bot, store, clock });
  const disk = { isFull: false };
  const transaction: Store['transaction'] = (work) =>
    store.transaction(async (tables) => {
      const result = await work(tables);
      if (disk.isFull) throw new Error('the disk is full');
      return result;
    });
  const message = dm('hello');
  const hears = (meanwhile: () => Promise<unknown>): Promise<void> =>
    fromMember(
      {
        clock,
        store: { transaction },
        recognise,
        async destination() {
          await meanwhile();
          return { is: 'server', guild, settings, switched: false };
        },
      },
      message,
    );
  return { store, message, meet, hears, disk };
}

function dm(text: string): IncomingMessage {
  const id = snowflake<MessageId>();
  const author = {
    id: snowflake<UserId>(),
    username: 'ada',
    displayName: 'Ada',
    avatarUrl: 'https://cdn/ada',
    bot: false,
  };
  return { ...says(text), author, id, channel: snowflake<ChannelId>(), replyTo: null, sentAt: 1 } as IncomingMessage;
}

it('whoever writes for the first time is written down together with their message', async () => {
  const { store, message, hears } = await story();
  await hears(async () => expect(await store.tables.people.byUser(bot, message.author.id)).toBeNull());
  const person = await store.tables.people.byUser(bot, message.author.id);
  expect(person).toMatchObject({ username: message.author.username, dm: message.channel });
  const [ticket] = await store.tables.tickets.openOf(person!.id);
  expect(await textsOf(store, ticket!.id)).toEqual(['hello']);
});

it('whoever becomes known by another door while their first message is looked at is one person, with that message', async () => {
  const { store, message, meet, hears } = await story();
  await hears(() => meet(message.author));
  const person = await meet(message.author);
  expect(person.dm).toBe(message.channel);
  const [ticket, ...others] = await store.tables.tickets.openOf(person.id);
  expect(others).toEqual([]);
  expect(await textsOf(store, ticket!.id)).toEqual(['hello']);
});

it('nothing is remembered of somebody new whose message could not be written down', async () => {
  const { store, message, meet, hears, disk } = await story();
  disk.isFull = true;
  await expect(hears(async () => undefined)).rejects.toThrow('the disk is full');
  disk.isFull = false;
  expect(await store.tables.people.byUser(bot, message.author.id)).toBeNull();
  await hears(async () => undefined);
  const [ticket] = await store.tables.tickets.openOf((await meet(message.author)).id);
  expect(await textsOf(store, ticket!.id)).toEqual(['hello']);
});
