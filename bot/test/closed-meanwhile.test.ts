import { expect, it } from 'vitest';
import type { IncomingMessage } from '../src/incoming.ts';
import type { ChannelId, MessageId } from '../src/ids.ts';
import { fromMember } from '../src/relay/from-member.ts';
import { complete } from '../src/settings/complete.ts';
import type { Store, Ticket } from '../src/store.ts';
import { closeGone } from '../src/tickets/close.ts';
import { openTicket } from '../src/tickets/open.ts';
import { handClock } from './hand-clock.ts';
import { guild, meet, newStore, says, snowflake, textsOf } from './stored.ts';

const settings = { ...complete({}), parentChannel: snowflake<ChannelId>() };
const noCooldown = { ...settings, limits: { ...settings.limits, openCooldown: 0 } };

async function story() {
  const clock = handClock();
  const store = await newStore(clock);
  const person = await store.transaction((tables) => meet(tables, 'ada', snowflake<ChannelId>()));
  const opened = await store.transaction((tables) =>
    openTicket(tables, { person, guild, settings: noCooldown, now: clock.now(), anonymous: false }),
  );
  if (opened.is !== 'opened') throw new Error('the first ticket was refused');
  const close = (ticket: Ticket): Promise<void> =>
    store.transaction((tables) => closeGone(tables, ticket, 'channel-deleted', clock.now()));
  const base = { settings: noCooldown, switched: false } as const;
  async function hears(message: IncomingMessage, whileLooking: (ticket: Ticket) => Promise<void>): Promise<void> {
    await fromMember(
      {
        clock,
        store,
        recognise: async () => ({ person, introduce: async () => true, introduced: () => undefined }),
        async destination() {
          const [ticket] = await store.tables.tickets.openOf(person.id);
          if (ticket === undefined) return { is: 'server', guild, ...base };
          await whileLooking(ticket);
          return { is: 'ticket', ticket, remember: false, ...base };
        },
      },
      message,
    );
  }
  return { store, person, ticket: opened.ticket, close, hears };
}

const open = (store: Store, person: Ticket['person']): Promise<readonly Ticket[]> =>
  store.tables.tickets.openOf(person);

function dm(text: string): IncomingMessage {
  const id = snowflake<MessageId>();
  return { ...says(text), id, channel: snowflake<ChannelId>(), replyTo: null, sentAt: 1 } as IncomingMessage;
}

it('a ticket that is closed while a message of its member is on its way to it gets a successor with that message', async () => {
  const { store, person, ticket, close, hears } = await story();
  await hears(dm('am I heard?'), close);
  const [next] = await open(store, person.id);
  expect(next?.id).not.toBe(ticket.id);
  expect(await textsOf(store, next!.id)).toEqual(['am I heard?']);
});

it('a message that Discord tells of again after its ticket was closed opens no other one', async () => {
  const { store, person, ticket, close, hears } = await story();
  const message = dm('hello');
  await hears(message, async () => undefined);
  await close(ticket);
  await hears(message, async () => undefined);
  expect(await open(store, person.id)).toEqual([]);
});
