import { REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents, type SessionInfo } from '@discordjs/ws';
import { afterEach, describe, expect, test } from 'vitest';
import { allIntents } from './gateway-client.ts';
import { library, type Library } from './library.ts';

const managers = new Set<WebSocketManager>();

afterEach(async () => {
  for (const manager of managers) await manager.destroy();
  managers.clear();
});

/** The unmodified gateway client, and what it says it heard. */
function gatewayClient(
  here: Library,
  { intents = allIntents, session = null }: { intents?: number; session?: SessionInfo | null } = {},
) {
  const rest = new REST({ api: `${here.simulator.url}/api` }).setToken(here.application.token);
  const kept: { session: SessionInfo | null } = { session };
  const manager = new WebSocketManager({
    token: here.application.token,
    intents,
    rest,
    retrieveSessionInfo: () => kept.session,
    updateSessionInfo: (_, info) => void (kept.session = info),
  });
  managers.add(manager);
  const heard: string[] = [];
  let waiting: (() => void)[] = [];
  const note = (what: string) => {
    heard.push(what);
    const all = waiting;
    waiting = [];
    for (const wake of all) wake();
  };
  manager.on(WebSocketShardEvents.Ready, () => note('ready'));
  manager.on(WebSocketShardEvents.Resumed, () => note('resumed'));
  manager.on(WebSocketShardEvents.Error, (error) => note(`error ${error.message}`));
  manager.on(WebSocketShardEvents.Closed, (code) => note(`closed ${code}`));
  manager.on(WebSocketShardEvents.Dispatch, ({ t, d }) => {
    if (t === 'MESSAGE_CREATE') note(d.content);
  });
  return {
    manager,
    kept,
    heard,
    async until(...wanted: string[]) {
      while (!wanted.every((one) => heard.includes(one))) await new Promise<void>((wake) => waiting.push(wake));
    },
  };
}

describe('the @discordjs/ws client', () => {
  test('connects, hears messages, and after a cut hears what it missed', async () => {
    const here = await library();
    const client = gatewayClient(here);
    await client.manager.connect();
    await client.until('ready');
    await here.ada.types('general', 'one');
    await client.until('one');
    here.simulator.faults.dropGateway();
    await here.ada.types('general', 'two');
    await client.until('resumed');
    await here.ada.types('general', 'three');
    await client.until('three');
    expect(client.heard.filter((what) => /^(one|two|three|ready)$/.test(what))).toEqual([
      'ready',
      'one',
      'two',
      'three',
    ]);
  });

  test('resumes when it is asked to reconnect', async () => {
    const here = await library();
    const client = gatewayClient(here);
    await client.manager.connect();
    await client.until('ready');
    here.simulator.faults.askReconnect();
    await client.until('closed 4200', 'resumed');
    expect(client.heard).not.toContain('error');
  });

  test('notices a connection without heartbeat answers and resumes', async () => {
    const here = await library({ heartbeatMs: 60 });
    const client = gatewayClient(here);
    await client.manager.connect();
    await client.until('ready');
    here.simulator.faults.muteHeartbeats(true);
    await client.until('closed 4200');
    await here.ada.types('general', 'are you there?');
    here.simulator.faults.muteHeartbeats(false);
    await client.until('resumed', 'are you there?');
  });

  test('starts a new session when its old one is forgotten', async () => {
    const here = await library();
    const client = gatewayClient(here);
    await client.manager.connect();
    await client.until('ready');
    const before = client.kept.session?.sessionId;
    here.simulator.faults.dropGateway({ resumable: false });
    await here.ada.types('general', 'nobody hears this');
    client.heard.length = 0;
    await client.until('ready');
    expect(client.kept.session?.sessionId).not.toBe(before);
    expect(client.heard).not.toContain('nobody hears this');
  });

  test('goes on in another process with the session that the first one left', async () => {
    const here = await library();
    const first = gatewayClient(here);
    await first.manager.connect();
    await first.until('ready');
    await here.ada.types('general', 'one');
    await first.until('one');
    const session = first.kept.session;
    here.simulator.faults.refuseGateway(true);
    await first.manager.destroy({ code: 4900 });
    managers.delete(first.manager);
    await here.ada.types('general', 'two');
    here.simulator.faults.refuseGateway(false);
    const second = gatewayClient(here, { session });
    await second.manager.connect();
    await second.until('resumed');
    expect(second.heard.filter((what) => what !== 'resumed')).toEqual(['two']);
  });

  test('gives up with an error on an intent that the portal has off', async () => {
    const here = await library();
    here.application.intents.content = false;
    const client = gatewayClient(here);
    client.manager.connect().catch(() => undefined);
    await client.until('closed 4014');
    expect(client.heard.filter((what) => what.startsWith('error'))).toEqual(['error Used disallowed intents']);
  });
});
