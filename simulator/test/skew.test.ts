import { afterEach, expect, test } from 'vitest';
import { clientOf } from './client.ts';
import { identified, leaveNobodyConnected } from './gateway-client.ts';
import { handClock } from './hand-clock.ts';
import { library } from './library.ts';

afterEach(leaveNobodyConnected);

test('events come before the answer or after it, those of one channel in their order', async () => {
  const clock = handClock();
  const here = await library({ clock, skew: 200 });
  const client = await identified(here);
  const api = clientOf(here);
  const heard = async () => {
    client.say(1, null);
    const acknowledged = client.frames.filter(({ op }) => op === 11).length;
    while (client.frames.filter(({ op }) => op === 11).length === acknowledged)
      await new Promise((resolve) => setImmediate(resolve));
    return client.frames.filter(({ t }) => t === 'MESSAGE_CREATE').map(({ d }) => d.content);
  };
  const first: boolean[] = [];
  for (let at = 0; at < 20; at += 1) {
    await api.channels.createMessage(here.general, { content: `${at}` });
    first.push((await heard()).includes(`${at}`));
    clock.pass(200);
    expect((await heard()).at(-1)).toBe(`${at}`);
  }
  expect(new Set(first)).toEqual(new Set([true, false]));
  for (let at = 20; at < 40; at += 1) await api.channels.createMessage(here.general, { content: `${at}` });
  clock.pass(200);
  expect(await heard()).toEqual(Array.from({ length: 40 }, (_, at) => `${at}`));
});

test('without that every event comes before the answer', async () => {
  const here = await library({ clock: handClock() });
  const client = await identified(here);
  for (let at = 0; at < 10; at += 1) await here.ada.types('general', `${at}`);
  const last = await client.next(({ d }) => d?.content === '9');
  expect(last.s).toBe(12);
});
