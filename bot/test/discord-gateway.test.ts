import { describe, expect, onTestFinished, test } from 'vitest';
import { createGateway } from '../src/discord/gateway.ts';
import { createRest } from '../src/discord/rest.ts';
import { createLog } from '../src/log.ts';
import { listener, stage, storedSession, told, until } from './discord-connected.ts';
import type { TestClock } from './test-clock.ts';

/** A handler that never ends is not waited for longer than a while. */
async function stopWithoutPatience(stopping: Promise<void>, clock: TestClock): Promise<void> {
  let stopped = false;
  void stopping.then(() => (stopped = true));
  await until(() => {
    void clock.pass(1_000, async () => undefined);
    return stopped;
  }, 'the gateway has stopped');
}

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

  test('what was switched on in the portal meanwhile counts, although the session could be resumed', async () => {
    const { connect, application, ada, sam, generalId } = await stage();
    const session = storedSession();
    application.intents.content = false;
    const one = await connect();
    await one.gateway.start(listener().hear, session);
    await one.gateway.stop();

    application.intents.content = true;
    const second = listener();
    const two = await connect();
    await two.gateway.start(second.hear, session);
    await sam.types(generalId, 'can you read this?');
    await until(() => told(second.heard).includes('can you read this?'), 'what was typed is read');
    expect(told(second.heard)[0]).toBe('ready');
    await two.gateway.stop();

    const third = listener();
    const three = await connect({ wants: { content: false, members: false } });
    await three.gateway.start(third.hear, session);
    await ada.dms('and now?');
    await until(() => told(third.heard).includes('and now?'), 'what was written arrives');
    expect(told(third.heard)).toContain('resumed');
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

  test('and the program stops before it is back, the session is kept and nothing connects any more', async () => {
    const { connect, simulator, ada, logged } = await stage();
    const session = storedSession();
    const { heard, hear } = listener();
    const { gateway } = await connect();
    await gateway.start(hear, session);
    await ada.dms('one');
    await until(() => told(heard).includes('one'), 'the message arrives');
    simulator.faults.refuseGateway(true);
    simulator.faults.dropGateway();
    await until(() => logged.some((line) => line.includes('connection was closed')), 'the connection is lost');
    await gateway.stop();
    expect(session.stored?.sequence).toBe(gateway.sequence());
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(logged.filter((line) => line.includes('connection failed'))).toEqual([]);
  });

  test('because Discord wants it, the session goes on all the same', async () => {
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

test('a flood of events is left with Discord until there is room, and loses nothing', async () => {
  const { connect, simulator, application, clock, ada, logged } = await stage();
  const { discord } = await connect();
  const api = `${simulator.url}/api`;
  const gateway = createGateway({
    ask: createRest({ token: application.token, api, requestsPerSecond: 1000, clock }),
    reader: { cdn: simulator.url, user: discord.me.user },
    bot: discord.me.bot,
    token: application.token,
    compression: false,
    intents: { content: true, members: true },
    clock,
    log: createLog({ level: 'debug', style: 'json', write: (line) => void logged.push(line) }),
    mostWaiting: 10,
  });
  onTestFinished(() => gateway.stop());
  const { heard, hear } = listener();
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  await gateway.start(async (event) => {
    await hear(event);
    if (event.is === 'message') await gate;
  }, storedSession());
  const texts = Array.from({ length: 40 }, (_, n) => `message ${n}`);
  for (const text of texts.slice(0, 20)) await ada.dms(text);
  await until(() => !simulator.isOnline(application.id), 'the connection is cut');
  for (const text of texts.slice(20)) await ada.dms(text);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(logged.filter((line) => line.includes('Too many events')).length).toBe(1);
  open();
  await until(() => told(heard).length >= 42, 'everything arrives');
  expect(told(heard).filter((text) => text.startsWith('message'))).toEqual(texts);
});

test('compressed, the gateway says the same', async () => {
  const { connect, ada } = await stage();
  const { gateway } = await connect({ gatewayCompression: true });
  const { heard, hear } = listener();
  await gateway.start(hear, storedSession());
  for (const text of ['one', 'two', 'three']) await ada.dms(text);
  await until(() => told(heard).length === 4, 'all arrive');
  expect(told(heard)).toEqual(['ready', 'one', 'two', 'three']);
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
