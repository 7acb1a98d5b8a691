import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asking, type Asking } from './asking.ts';
import { library, type Library } from './library.ts';

let here: Library;
let bot: Asking;

beforeEach(async () => {
  here = await library();
  bot = asking(here);
});
afterEach(() => here.simulator.stop());

describe('the simulator refuses', () => {
  test('what Discord has no route for', async () => {
    expect((await bot('GET', '/users/@me/friends')).status).toBe(404);
    expect((await bot('GET', '/users/@me/channels')).status).toBe(405);
  });

  test('fields that Discord does not know, wherever they are', async () => {
    const send = (body: object) => bot('POST', `/channels/${here.general}/messages`, body);
    for (const [field, body] of [
      ['contents', { contents: 'x' }],
      ['embeds', { embeds: [{ titel: 'x' }] }],
      ['components', { components: [{ type: 1, components: [{ type: 2, style: 1, text: 'x', custom_id: 'x' }] }] }],
      ['message_reference', { content: 'x', message_reference: { id: here.general } }],
    ] as const) {
      const { status, body: refusal } = await send(body);
      expect([status, refusal.code, Object.keys(refusal.errors ?? {})]).toEqual([400, 50035, [field]]);
    }
    expect((await bot('GET', `/channels/${here.general}/messages?limits=5`)).body.code).toBe(50035);
    expect(here.ada.reads('general')).toEqual([]);
  });

  test('who has no token or a wrong one', async () => {
    expect((await asking(here, 'nonsense')('GET', '/users/@me')).status).toBe(401);
    expect((await asking(here, null)('GET', '/users/@me')).status).toBe(401);
  });
});
