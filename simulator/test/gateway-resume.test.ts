import { afterEach, describe, expect, test } from 'vitest';
import { handClock } from './hand-clock.ts';
import { identified, leaveNobodyConnected, resuming } from './gateway-client.ts';
import { library } from './library.ts';

afterEach(leaveNobodyConnected);

describe('a client that was away', () => {
  test('gets what it missed, in order and once, when it resumes', async () => {
    const here = await library();
    const client = await identified(here);
    await here.ada.types('general', 'one');
    const heard = (await client.next('MESSAGE_CREATE')).s ?? 0;
    client.vanish();
    await client.closed;
    for (const text of ['two', 'three']) await here.ada.types('general', text);
    const back = await resuming(here, client.ready, heard);
    await back.next('RESUMED');
    expect(back.frames.map(({ t, s, d }) => [t, s, d?.content])).toEqual([
      [null, null, undefined],
      ['MESSAGE_CREATE', heard + 1, 'two'],
      ['MESSAGE_CREATE', heard + 2, 'three'],
      ['RESUMED', heard + 3, undefined],
    ]);
    await here.ada.types('general', 'four');
    expect((await back.next(({ s }) => s === heard + 4)).d.content).toBe('four');
  });

  test('may say that it knows less than it was told, and is told again', async () => {
    const here = await library();
    const client = await identified(here);
    await here.ada.types('general', 'one');
    const { s } = await client.next('MESSAGE_CREATE');
    const back = await resuming(here, client.ready, (s ?? 0) - 1);
    expect((await back.next('MESSAGE_CREATE')).d.content).toBe('one');
    await back.next('RESUMED');
  });

  test.each([[1000], [1001]])('has lost its session when it said goodbye with %i', async (code) => {
    const here = await library();
    const client = await identified(here);
    client.close(code);
    await client.closed;
    const back = await resuming(here, client.ready, 2);
    expect(await back.next(({ op }) => op === 9)).toMatchObject({ d: false });
  });

  test('keeps its session for five minutes after any other goodbye', async () => {
    const clock = handClock();
    const here = await library({ clock });
    const client = await identified(here);
    client.close(4200);
    await client.closed;
    clock.pass(4 * 60_000);
    const back = await resuming(here, client.ready, 2);
    await back.next('RESUMED');
    clock.pass(60 * 60_000);
    await here.ada.types('general', 'still there?');
    await back.next('MESSAGE_CREATE');
    back.close(4900);
    await back.closed;
    clock.pass(5 * 60_000 + 1);
    const late = await resuming(here, client.ready, 3);
    expect(await late.next(({ op }) => op === 9)).toMatchObject({ d: false });
    await identified(here);
  });

  test('has lost its session when that is broken, and is refused a number that never was', async () => {
    const here = await library();
    const client = await identified(here);
    const ahead = await resuming(here, client.ready, 99);
    expect(await ahead.closed).toBe(4007);
    here.simulator.faults.dropGateway({ resumable: false });
    await client.closed;
    const back = await resuming(here, client.ready, 2);
    await back.next(({ op }) => op === 9);
  });

  test('has missed too much when more than ten thousand events were kept for it', async () => {
    const here = await library();
    const client = await identified(here);
    here.simulator.faults.dropGateway();
    await client.closed;
    here.simulator.faults.duplicate({ event: 'MESSAGE_CREATE', copies: 12_501, times: 1 });
    await here.ada.types('general', 'again and again');
    const late = await resuming(here, client.ready, 2);
    await late.next(({ op }) => op === 9);
    const back = await resuming(here, client.ready, 2_503);
    await back.next('RESUMED');
    expect(back.events()).toHaveLength(10_001);
  });

  test('counts as the newest again once it has resumed', async () => {
    const here = await library();
    const first = await identified(here);
    await here.ada.types('general', 'one');
    await identified(here);
    expect(here.simulator.sequenceOf(here.application.id)).toBe(2);
    const back = await resuming(here, first.ready, 3);
    await back.next('RESUMED');
    expect(here.simulator.sequenceOf(here.application.id)).toBe(4);
  });

  test('takes its session over from a connection that is still open', async () => {
    const here = await library();
    const client = await identified(here);
    const second = await resuming(here, client.ready, 2);
    await second.next('RESUMED');
    await client.closed;
    await here.ada.types('general', 'still there?');
    expect((await second.next('MESSAGE_CREATE')).s).toBe(4);
  });
});
