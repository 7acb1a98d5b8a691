import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerLast, asking, lastInteraction, type Asking, type Reply } from './asking.ts';
import { identified, leaveNobodyConnected } from './gateway-client.ts';
import { library, type Library } from './library.ts';

const ephemeral = 1 << 6;

let here: Library;
let bot: Asking;
/** With the last interaction's token: its follow-ups and first answer. */
let follow: (method: string, path: string, body?: unknown) => Promise<Reply>;

beforeEach(async () => {
  here = await library();
  bot = asking(here);
  follow = (method, path, body) =>
    asking(here, null)(method, `/webhooks/${here.application.id}/${lastInteraction(here).token}${path}`, body);
  await bot('PUT', `/applications/${here.application.id}/commands`, [{ name: 'ask', description: 'Ask something' }]);
});
afterEach(leaveNobodyConnected);
afterEach(() => here.simulator.stop());

describe('an ephemeral answer', () => {
  test('is seen by the one who asked, not by others, and not by the bot in the channel', async () => {
    const asked = here.ada.runs('/ask', {}, 'general');
    await answerLast(here, { type: 4, data: { content: 'for you', flags: ephemeral } });
    const id = (await asked).message?.id ?? '';
    expect(here.ada.reads('general').map(({ content }) => content)).toEqual(['for you']);
    expect(here.sam.reads('general')).toEqual([]);
    await expect(here.sam.reacts(id, '👀')).rejects.toMatchObject({ code: 10008 });
    expect((await bot('GET', `/channels/${here.general}/messages/${id}`)).body.code).toBe(10008);
    expect((await bot('GET', `/channels/${here.general}/messages`)).body).toEqual([]);
    expect((await follow('PATCH', '/messages/@original', { content: 'still', flags: 0 })).body['flags']).toBe(
      ephemeral,
    );
  });

  test('is told to the bot like a direct message, without a server', async () => {
    const heard: Record<string, unknown>[] = [];
    here.simulator.world.events.listen(({ name, guildId, onlyFor, data }) => {
      if (name === 'MESSAGE_CREATE') heard.push({ guildId, onlyFor, data: data(here.application.userId) });
    });
    void here.ada.runs('/ask', {}, 'general');
    await answerLast(here, { type: 4, data: { content: 'for you', flags: ephemeral } });
    expect(heard).toMatchObject([{ guildId: null, onlyFor: [here.ada.id, here.application.id] }]);
    expect(heard[0]?.['data']).not.toHaveProperty('guild_id');
    expect(heard[0]?.['data']).not.toHaveProperty('member');
  });
});

describe('an ephemeral answer on the gateway', () => {
  test.each([
    ['direct messages', 1 << 12, ['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE']],
    ['messages in servers', (1 << 0) | (1 << 9), []],
  ])('comes with the intent of %s, and never with a server', async (_, intents, expected) => {
    const client = await identified(here, { intents });
    void here.ada.runs('/ask', {}, 'general');
    await answerLast(here, { type: 4, data: { content: 'for you', flags: ephemeral } });
    await follow('PATCH', '/messages/@original', { content: 'changed' });
    await follow('DELETE', '/messages/@original');
    client.say(1, null);
    await client.next(({ op }) => op === 11);
    const heard = client.frames.filter(({ t }) => t?.startsWith('MESSAGE_'));
    expect(heard.map(({ t }) => t)).toEqual(expected);
    for (const { d } of heard) expect(d).not.toHaveProperty('guild_id');
  });

  test.each([
    [0, ephemeral],
    [ephemeral, 0],
  ])(
    'is what the first answer promised with flags %d, whatever the follow-up with flags %d says',
    async (first, then) => {
      const asked = here.ada.runs('/ask', {}, 'general');
      await answerLast(here, { type: 5, data: { flags: first } });
      await asked;
      await follow('POST', '', { content: 'thought', flags: then });
      expect(here.sam.reads('general').map(({ content }) => content)).toEqual(first === 0 ? ['thought'] : []);
      await follow('POST', '', { content: 'more', flags: then });
      expect(here.sam.reads('general')).toHaveLength(1);
    },
  );
});
