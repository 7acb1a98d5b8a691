import { describe, expect, test } from 'vitest';
import { Unreachable } from '../src/discord/connect.ts';
import { Refused } from '../src/refusal.ts';
import { listener, stage, storedSession, told, until } from './discord-connected.ts';

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

  test('a server that says nothing of the application is believed to allow everything', async () => {
    const { connect, application, simulator } = await stage();
    simulator.faults.fail({ path: '/applications/@me', when: 'before', status: 404 });
    const { discord, intents } = await connect();
    expect(discord.me).toMatchObject({ bot: application.id, user: application.userId });
    expect(intents).toEqual({ content: true, members: true });
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
