import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leaveGuild } from '../src/acts/members.ts';
import { clientOf } from './client.ts';
import {
  allIntents,
  connect,
  identified,
  leaveNobodyConnected,
  resuming,
  type GatewayClient,
} from './gateway-client.ts';
import { handClock, type HandClock } from './hand-clock.ts';
import { library, type Library } from './library.ts';

afterEach(leaveNobodyConnected);

let clock: HandClock;

beforeEach(() => {
  clock = handClock();
});

/** Identified; READY has come, servers may not have. */
async function ready(here: Library): Promise<GatewayClient> {
  const client = connect(here);
  await client.next(({ op }) => op === 10);
  client.say(2, { token: here.application.token, intents: allIntents, properties: {} });
  await client.next('READY');
  return client;
}

/** Everything that was sent so far has come. */
async function caughtUp(client: GatewayClient): Promise<void> {
  client.say(1, null);
  await client.next(({ op }) => op === 11);
}

describe('servers that take their time', () => {
  test('come one by one within the delay, and not with READY', async () => {
    const here = await library({ clock, guildDelay: 2000 });
    const { seed } = here.simulator;
    const names = ['One', 'Two', 'Three'];
    for (const name of names) seed.guild({ name, owner: here.ada.id, bot: here.application.id });
    const client = await ready(here);
    await caughtUp(client);
    expect(client.events()).toEqual(['READY']);
    const came: number[] = [];
    for (let passed = 0; passed < 2000; passed += 50) {
      clock.pass(50);
      await caughtUp(client);
      came.push(client.events().length - 1);
    }
    expect(came.at(-1)).toBe(4);
    expect(new Set(came)).toEqual(new Set([0, 1, 2, 3, 4]));
    const coming = client.frames.filter(({ t }) => t === 'GUILD_CREATE').map(({ d }) => d.name);
    expect(coming).not.toEqual(['Library', ...names]);
  });

  test('are silent until they come, but for what people ask of the bot', async () => {
    const here = await library({ clock, guildDelay: 2000 });
    await clientOf(here).applicationCommands.createGlobalCommand(here.application.id, {
      name: 'help',
      description: 'help',
    });
    const client = await ready(here);
    await here.ada.types('general', 'too early');
    await here.ada.dms('in private');
    void here.ada.runs('/help', {}, 'general');
    await caughtUp(client);
    expect(client.events()).toEqual(['READY', 'MESSAGE_CREATE', 'INTERACTION_CREATE']);
    clock.pass(2000);
    expect((await client.next('GUILD_CREATE')).d).toMatchObject({ id: here.guild, name: 'Library' });
    await here.ada.types('general', 'heard');
    expect((await client.next(({ t, d }) => t === 'MESSAGE_CREATE' && d.guild_id === here.guild)).d.content).toBe(
      'heard',
    );
  });

  test('come to a client that has resumed meanwhile', async () => {
    const here = await library({ clock, guildDelay: 2000 });
    const first = await ready(here);
    const hello = first.frames.find(({ t }) => t === 'READY')!;
    first.vanish();
    await first.closed;
    clock.pass(2000);
    const again = await resuming(here, hello, 1);
    expect((await again.next('GUILD_CREATE')).d.id).toBe(here.guild);
  });

  test('that the bot has left before they came do not come any more', async () => {
    const here = await library({ clock, guildDelay: 2000 });
    const client = await ready(here);
    leaveGuild(here.simulator.world, here.guild, here.application.userId);
    clock.pass(2000);
    await caughtUp(client);
    expect(client.events()).toEqual(['READY', 'GUILD_DELETE']);
  });

  test('all come at once unless it is asked for', async () => {
    const here = await library({ clock });
    const client = await ready(here);
    await caughtUp(client);
    expect(client.events()).toEqual(['READY', 'GUILD_CREATE']);
  });
});

describe('a server that is out', () => {
  test('is told as unavailable, is silent, and comes back as it is then', async () => {
    const here = await library({ clock });
    const { faults, seed } = here.simulator;
    const client = await identified(here);
    const before = client.events().length;
    faults.guildOutage(here.guild, true);
    expect((await client.next('GUILD_DELETE')).d).toEqual({ id: here.guild, unavailable: true });
    seed.join(here.guild, seed.user({ username: 'eve' }).id);
    await here.ada.dms('still here?');
    faults.guildOutage(here.guild, false);
    expect((await client.next('GUILD_CREATE')).d).toMatchObject({
      id: here.guild,
      unavailable: false,
      member_count: 5,
    });
    expect(client.events().slice(before)).toEqual(['GUILD_DELETE', 'MESSAGE_CREATE', 'GUILD_CREATE']);
  });

  test('is told so after READY', async () => {
    const here = await library({ clock });
    here.simulator.faults.guildOutage(here.guild, true);
    const client = await ready(here);
    expect((await client.next('GUILD_DELETE')).d).toEqual({ id: here.guild, unavailable: true });
    here.simulator.faults.clear();
    expect((await client.next('GUILD_CREATE')).d).toMatchObject({ id: here.guild });
  });

  test('answers no request, while others and DMs do', async () => {
    const here = await library({ clock });
    const { faults, seed } = here.simulator;
    const api = clientOf(here);
    const other = seed.guild({ name: 'Elsewhere', owner: here.ada.id, bot: here.application.id });
    const hook = await api.channels.createWebhook(here.general, { name: 'Post' });
    await api.applicationCommands.createGlobalCommand(here.application.id, { name: 'help', description: 'help' });
    void here.ada.runs('/help', {}, 'general');
    const [asked] = here.simulator.world.state.interactions.values();
    const { id: dm } = await api.users.createDM(here.ada.id);
    faults.guildOutage(here.guild, true);
    const out = [
      () => api.guilds.get(here.guild),
      () => api.guilds.getMember(here.guild, here.ada.id),
      () => api.channels.createMessage(here.general, { content: 'x' }),
      () => api.webhooks.execute(hook.id, hook.token!, { content: 'x' }),
      () => api.interactions.defer(asked!.id, asked!.token),
    ];
    for (const request of out) await expect(request()).rejects.toMatchObject({ status: 503 });
    await api.channels.createMessage(dm, { content: 'x' });
    await api.guilds.get(other.id);
    faults.guildOutage(here.guild, false);
    await api.channels.createMessage(here.general, { content: 'x' });
  });

  test('lets nobody act in it, and what was written before can be read', async () => {
    const here = await library({ clock });
    const message = await here.ada.types('general', 'before');
    here.simulator.faults.guildOutage(here.guild, true);
    await expect(here.ada.types('general', 'x')).rejects.toMatchObject({ status: 503 });
    await expect(here.ada.edits(message.id, 'x')).rejects.toMatchObject({ status: 503 });
    expect(() => here.ada.leaves('Library')).toThrow('503');
    expect(here.ada.reads('general').map(({ content }) => content)).toEqual(['before']);
  });

  test('for the gateway alone goes on for people and requests', async () => {
    const here = await library({ clock });
    const client = await identified(here);
    here.simulator.faults.guildOutage(here.guild, true, 'gateway');
    await here.ada.types('general', 'unheard');
    const messages = await clientOf(here).channels.getMessages(here.general);
    expect(messages.map(({ content }) => content)).toEqual(['unheard']);
    await caughtUp(client);
    expect(client.events()).toEqual(['READY', 'GUILD_CREATE', 'GUILD_DELETE']);
  });

  test('and throws the bot out meanwhile says so without "unavailable", and does not come back', async () => {
    const here = await library({ clock });
    const client = await identified(here);
    here.simulator.faults.guildOutage(here.guild, true);
    leaveGuild(here.simulator.world, here.guild, here.application.userId);
    here.simulator.faults.guildOutage(here.guild, false);
    await caughtUp(client);
    const gone = client.frames.filter(({ t }) => t === 'GUILD_DELETE').map(({ d }) => d);
    expect(gone).toEqual([{ id: here.guild, unavailable: true }, { id: here.guild }]);
    expect(client.events().at(-1)).toBe('GUILD_DELETE');
  });
});
