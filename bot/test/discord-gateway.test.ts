import { describe, expect, test } from 'vitest';
import { Unreachable } from '../src/discord/connect.ts';
import { type DiscordEvent, Refused } from '../src/discord.ts';
import { stage, storedSession, told, until } from './discord-connected.ts';
import type { TestClock } from './test-clock.ts';

/** Hears everything and deals with it at once. */
function listener(): { readonly heard: DiscordEvent[]; readonly hear: (event: DiscordEvent) => Promise<void> } {
  const heard: DiscordEvent[] = [];
  return { heard, hear: async (event) => void heard.push(event) };
}

/** A handler that never ends is not waited for longer than a while. */
async function stopWithoutPatience(stopping: Promise<void>, clock: TestClock): Promise<void> {
  let stopped = false;
  void stopping.then(() => (stopped = true));
  await until(() => {
    void clock.pass(1_000, async () => undefined);
    return stopped;
  }, 'the gateway has stopped');
}

describe('Who we are', () => {
  test('a wrong token is refused in one line', async () => {
    const { connect } = await stage();
    await expect(connect({ token: 'nobody' })).rejects.toThrow(
      expect.objectContaining({ reason: 'unauthorized', message: 'Discord does not know this token' }),
    );
  });

  test('an API that does not answer, or is no Discord, is named', async () => {
    const { connect, simulator } = await stage();
    await expect(connect({ api: 'http://127.0.0.1:9/api' })).rejects.toThrow(Unreachable);
    await expect(connect({ api: 'http://127.0.0.1:9/api' })).rejects.toThrow('http://127.0.0.1:9/api cannot be used');
    await expect(connect({ api: `${simulator.url}/elsewhere` })).rejects.toThrow(Unreachable);
  });

  test('privileged intents that the portal has switched off are not asked for', async () => {
    const { connect, application, ada, general } = await stage();
    application.intents.content = false;
    application.intents.members = false;
    const { discord, gateway, intents } = await connect();
    expect(discord.me).toMatchObject({ name: 'Librarian', mayReadContent: false, mayReadMembers: false });
    expect(intents).toEqual({ content: false, members: false });
    const { heard, hear } = listener();
    await gateway.start(hear, storedSession());
    await ada.types(general, 'nobody may read this');
    await until(() => told(heard).length > 1, 'the message arrives');
    expect(told(heard)).toEqual(['ready', '']);
  });

  test('an intent that Discord refuses at the door is left out, Members first', async () => {
    const { connect, application } = await stage();
    const connected = await connect();
    application.intents.members = false;
    await connected.gateway.start(listener().hear, storedSession());
    expect(connected.intents).toEqual({ content: true, members: false });
  });

  test('without any privileged intent the bot still connects', async () => {
    const { connect, application } = await stage();
    const connected = await connect();
    application.intents.members = false;
    application.intents.content = false;
    await connected.gateway.start(listener().hear, storedSession());
    expect(connected.intents).toEqual({ content: false, members: false });
  });

  test('a token that was reset in between ends the gateway for good', async () => {
    const { connect, application, simulator } = await stage();
    const { gateway } = await connect();
    await gateway.start(listener().hear, storedSession());
    application.token = 'another';
    simulator.faults.dropGateway();
    expect(await gateway.failed).toMatchObject({ reason: 'unauthorized' });
  });

  test('a token that was reset before the gateway was asked for is refused', async () => {
    const { connect, application } = await stage();
    const { gateway } = await connect();
    application.token = 'another';
    await expect(gateway.start(listener().hear, storedSession())).rejects.toThrow(Refused);
  });
});

describe('Across a restart', () => {
  test('what was written meanwhile arrives, and what was dealt with does not come again', async () => {
    const { connect, ada } = await stage();
    const session = storedSession();
    const first = listener();
    const one = await connect();
    await one.gateway.start(first.hear, session);
    await ada.dms('before');
    await until(() => told(first.heard).includes('before'), 'the first message arrives');
    await one.gateway.stop();
    await ada.dms('meanwhile');

    const second = listener();
    const two = await connect();
    await two.gateway.start(second.hear, session);
    await ada.dms('after');
    await until(() => told(second.heard).includes('after'), 'the last message arrives');
    expect(told(first.heard)).toEqual(['ready', 'before']);
    expect(told(second.heard)).toEqual(['meanwhile', 'resumed', 'after']);
  });

  test('an event that was not dealt with comes again, and so does everything after it', async () => {
    const { connect, ada, clock } = await stage();
    const session = storedSession();
    const { heard, hear } = listener();
    const one = await connect();
    const neverDone = new Promise<void>(() => undefined);
    await one.gateway.start(async (event) => {
      await hear(event);
      if (event.is === 'message' && event.message.text === 'second') await neverDone;
    }, session);
    for (const text of ['first', 'second', 'third']) await ada.dms(text);
    await until(() => told(heard).includes('third'), 'all arrive');
    expect(one.gateway.received()).toBe(one.gateway.sequence() + 2);
    await stopWithoutPatience(one.gateway.stop(), clock);
    expect(session.stored?.sequence).toBe(one.gateway.sequence());

    const second = listener();
    const two = await connect();
    await two.gateway.start(second.hear, session);
    expect(told(second.heard)).toEqual(['second', 'third', 'resumed']);
    await until(() => two.gateway.sequence() === two.gateway.received(), 'all is dealt with');
  });

  test('without a session to go on with, the bot says that it missed what happened', async () => {
    const { connect } = await stage();
    const { heard, hear } = listener();
    const { gateway } = await connect();
    await gateway.start(hear, storedSession());
    expect(told(heard)).toEqual(['ready']);
    expect(heard).toContainEqual(expect.objectContaining({ is: 'ready', resumed: false, guilds: expect.any(Array) }));
  });
});

describe('When the connection is lost', () => {
  test('it is taken up again, and nothing is missed or told twice', async () => {
    const { connect, simulator, ada } = await stage();
    const { heard, hear } = listener();
    const { gateway } = await connect();
    await gateway.start(hear, storedSession());
    await ada.dms('one');
    await until(() => told(heard).includes('one'), 'the first message arrives');
    simulator.faults.dropGateway();
    await ada.dms('two');
    await until(() => told(heard).includes('resumed'), 'the session goes on');
    expect(told(heard)).toEqual(['ready', 'one', 'two', 'resumed']);
  });

  test('and Discord cannot be reached for a while, the session still goes on', async () => {
    const { connect, simulator, ada, logged } = await stage();
    const { heard, hear } = listener();
    const { gateway } = await connect();
    await gateway.start(hear, storedSession());
    simulator.faults.refuseGateway(true);
    simulator.faults.dropGateway();
    await ada.dms('while away');
    const failures = (): number => logged.filter((line) => line.includes('connection failed')).length;
    await until(() => failures() >= 2, 'connecting has failed twice');
    simulator.faults.refuseGateway(false);
    await until(() => told(heard).includes('resumed'), 'the session goes on');
    expect(told(heard)).toEqual(['ready', 'while away', 'resumed']);
  });

  test('by a normal close, the session goes on all the same', async () => {
    const { connect, simulator } = await stage();
    const { heard, hear } = listener();
    const { gateway } = await connect();
    await gateway.start(hear, storedSession());
    simulator.faults.askReconnect();
    await until(() => told(heard).length === 2, 'there is a session again');
    expect(told(heard)).toEqual(['ready', 'resumed']);
  });

  test('and Discord has forgotten the session, a new one begins and replaces the stored one', async () => {
    const { connect, simulator, clock } = await stage();
    const { heard, hear } = listener();
    const session = storedSession();
    const { gateway } = await connect();
    await gateway.start(hear, session);
    await until(() => session.stored !== null, 'the session is stored');
    const before = session.stored?.session;
    simulator.faults.dropGateway({ resumable: false });
    await until(() => session.stored === null, 'the dead session is forgotten');
    await clock.pass(6_000, async () => undefined);
    await until(() => told(heard).length === 2, 'there is a session again');
    await gateway.stop();
    expect(told(heard)).toEqual(['ready', 'ready']);
    expect(session.stored?.session).not.toBe(before);
    expect(session.stored).not.toBeNull();
  });
});

describe('A handler that fails', () => {
  test('gets the event again, and the event counts once it is dealt with', async () => {
    const { connect, ada } = await stage();
    const { gateway } = await connect();
    let tries = 0;
    await gateway.start(async (event) => {
      if (event.is !== 'message') return;
      tries += 1;
      if (tries === 1) throw new Error('the disk hiccups');
    }, storedSession());
    await ada.dms('hello');
    await until(() => tries === 2, 'the event is handed over again');
    await until(() => gateway.sequence() === gateway.received(), 'it is dealt with');
  });

  test('every time does not hold up the others for ever', async () => {
    const { connect, ada, clock, logged } = await stage();
    const { gateway } = await connect();
    const { heard, hear } = listener();
    await gateway.start(async (event) => {
      await hear(event);
      if (event.is === 'message' && event.message.text === 'poison') throw new Error('never');
    }, storedSession());
    await ada.dms('poison');
    await ada.dms('fine');
    await until(() => told(heard).includes('fine'), 'the next message arrives');
    expect(gateway.sequence()).toBeLessThan(gateway.received());
    await until(() => told(heard).length === 4, 'it is handed over again at once');
    await clock.pass(500, () => until(() => told(heard).length >= 4, 'it waits'));
    await until(() => told(heard).length === 5, 'it is handed over a third time');
    await clock.pass(5_000, async () => undefined);
    await until(() => gateway.sequence() === gateway.received(), 'it is given up');
    expect(logged.some((line) => line.includes('given up'))).toBe(true);
    expect(logged.join('')).not.toContain('poison');
  });
});

test('the session is stored a few times a second, however much happens', async () => {
  const { connect, ada, clock } = await stage();
  const session = storedSession();
  let saves = 0;
  const { gateway } = await connect();
  const save = session.save;
  session.save = async (stored) => {
    saves += 1;
    await save(stored);
  };
  await gateway.start(async () => undefined, session);
  await until(() => saves === 1, 'the session is stored');
  for (let n = 0; n < 20; n += 1) await ada.dms(`message ${n}`);
  await until(() => gateway.sequence() >= 20, 'all are dealt with');
  expect(saves).toBe(1);
  await clock.pass(250, async () => undefined);
  await until(() => saves === 2, 'the session is stored again');
  expect(session.stored?.sequence).toBe(gateway.sequence());
});
