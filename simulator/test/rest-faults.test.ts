import { HTTPError } from '@discordjs/rest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf, refusal } from './client.ts';
import { handClock, type HandClock } from './hand-clock.ts';
import { library, type Library } from './library.ts';

let clock: HandClock;
let here: Library;

beforeEach(async () => {
  clock = handClock();
  here = await library({ clock });
});
afterEach(() => here.simulator.stop());

const write = (more: object = {}, options: object = {}) =>
  clientOf(here, options).channels.createMessage(here.general, { content: 'x', ...more });
const count = () => here.ada.reads('general').length;

describe('Discord on purpose', () => {
  test('fails before it acts, so often as it is told', async () => {
    here.simulator.faults.fail({ method: 'POST', path: '/messages', when: 'before', status: 502, times: 2 });
    await expect(write()).rejects.toBeInstanceOf(HTTPError);
    await expect(write()).rejects.toBeInstanceOf(HTTPError);
    expect(count()).toBe(0);
    await write();
    expect(count()).toBe(1);
  });

  test('acts and then fails, so that only a nonce keeps a second try from writing twice', async () => {
    here.simulator.faults.fail({ path: /messages$/, when: 'after', status: 503, times: 2 });
    await expect(write()).rejects.toBeInstanceOf(HTTPError);
    expect(count()).toBe(1);
    await write({ nonce: 'n', enforce_nonce: true }, { retries: 1 });
    expect(count()).toBe(2);
  });

  test('cuts the connection', async () => {
    here.simulator.faults.fail({ when: 'after', status: 0, times: 1 });
    await expect(write()).rejects.toThrow(/socket|closed|ECONNRESET/i);
    expect(count()).toBe(1);
  });

  test('refuses with a code of one’s choice, only where it was asked to', async () => {
    here.simulator.faults.fail({
      method: 'POST',
      path: '/typing',
      when: 'before',
      status: 403,
      code: 20026,
      message: 'no',
    });
    expect(await refusal(clientOf(here).channels.showTyping(here.general))).toMatchObject({ status: 403, code: 20026 });
    await write();
    here.simulator.faults.clear();
    await clientOf(here).channels.showTyping(here.general);
  });

  test('asks to slow down', async () => {
    here.simulator.faults.fail({ when: 'before', status: 429, retryAfter: 7, scope: 'shared', times: 1 });
    const waited: number[] = [];
    const rejectOnRateLimit = ({ retryAfter }: { retryAfter: number }) => waited.push(retryAfter) > 0;
    await expect(write({}, { rejectOnRateLimit })).rejects.toThrow();
    expect(waited[0]).toBeGreaterThanOrEqual(7000);
    expect(count()).toBe(0);
  });

  test('takes its time', async () => {
    here.simulator.faults.delay({ when: 'after', ms: 20_000, times: 1 });
    let done = false;
    const request = write().then(() => (done = true));
    await expect.poll(count).toBe(1);
    clock.pass(19_999);
    expect(done).toBe(false);
    clock.pass(1);
    await request;
  });
});
