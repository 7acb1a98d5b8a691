import { RateLimitError } from '@discordjs/rest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientOf } from './client.ts';
import { handClock, type HandClock } from './hand-clock.ts';
import { library, type Library } from './library.ts';

let clock: HandClock;
let here: Library;

beforeEach(async () => {
  clock = handClock();
  here = await library({ clock, enforceLimits: true });
});
afterEach(() => here.simulator.stop());

interface Limited {
  readonly status: number;
  readonly limit: string | null;
  readonly remaining: string | null;
  readonly bucket: string | null;
  readonly resetAfter: string | null;
  readonly reset: string | null;
  readonly retryAfter: string | null;
  readonly scope: string | null;
  readonly isGlobal: string | null;
  readonly body: unknown;
}

async function ask(
  method: string,
  path: string,
  body?: unknown,
  token: string | null = here.application.token,
): Promise<Limited> {
  const response = await fetch(`${here.simulator.url}/api/v10${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token === null ? {} : { Authorization: `Bot ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { headers, status } = response;
  const text = await response.text();
  return {
    status,
    limit: headers.get('x-ratelimit-limit'),
    remaining: headers.get('x-ratelimit-remaining'),
    bucket: headers.get('x-ratelimit-bucket'),
    resetAfter: headers.get('x-ratelimit-reset-after'),
    reset: headers.get('x-ratelimit-reset'),
    retryAfter: headers.get('retry-after'),
    scope: headers.get('x-ratelimit-scope'),
    isGlobal: headers.get('x-ratelimit-global'),
    body: text === '' ? undefined : JSON.parse(text),
  };
}

const write = (channel: string) => ask('POST', `/channels/${channel}/messages`, { content: 'x' });

describe('the limit of a route', () => {
  test('is told with every answer, and enforced for each channel by itself', async () => {
    const first = await write(here.general);
    expect(first).toMatchObject({ status: 200, limit: '5', remaining: '4', resetAfter: '5.000' });
    expect(Number(first.reset)).toBe(clock.now() / 1000 + 5);
    clock.pass(1000);
    for (let at = 0; at < 4; at += 1) await write(here.general);
    const refused = await write(here.general);
    expect(refused).toMatchObject({ status: 429, remaining: '0', retryAfter: '4', scope: 'user', isGlobal: null });
    expect(refused.body).toEqual({ message: 'You are being rate limited.', retry_after: 4, global: false });
    expect((await write(here.desk)).status).toBe(200);
    clock.pass(4000);
    expect(await write(here.general)).toMatchObject({ status: 200, remaining: '4' });
  });

  test('has one name for writing and editing, and two counters', async () => {
    const written = await write(here.general);
    const { id } = written.body as { id: string };
    const edited = await ask('PATCH', `/channels/${here.general}/messages/${id}`, { content: 'y' });
    expect(edited).toMatchObject({ bucket: written.bucket, remaining: '4' });
    const other = await ask('GET', `/channels/${here.general}`);
    expect(other.bucket).not.toBe(written.bucket);
  });

  test('for deleting depends on the age of the message', async () => {
    const { body } = await write(here.general);
    const path = (id: unknown) => `/channels/${here.general}/messages/${String(id)}`;
    const fresh = await ask('DELETE', path((body as { id: string }).id));
    const older = (await write(here.general)).body as { id: string };
    clock.pass(11_000);
    const old = await ask('DELETE', path(older.id));
    expect([fresh.limit, old.limit]).toEqual(['5', '3']);
    expect(fresh.bucket).not.toBe(old.bucket);
  });

  test('is also told to a request that is refused for something else', async () => {
    expect(await ask('POST', `/channels/${here.general}/messages`, {})).toMatchObject({ status: 400, remaining: '4' });
  });

  test('makes the unmodified client wait, or give up if it is told to', async () => {
    const api = clientOf(here, { rejectOnRateLimit: () => true });
    for (let at = 0; at < 5; at += 1) await api.channels.createMessage(here.general, { content: `${at}` });
    await expect(api.channels.createMessage(here.general, { content: 'over' })).rejects.toBeInstanceOf(RateLimitError);
  });
});

describe('a limit that no header shows', () => {
  test('lets a channel be renamed twice in ten minutes, while other changes pass', async () => {
    const rename = (name: string) => ask('PATCH', `/channels/${here.general}`, { name });
    await rename('one');
    await rename('two');
    const refused = await rename('three');
    expect(refused).toMatchObject({ status: 429, scope: 'user', retryAfter: '600', remaining: '3' });
    expect((await ask('PATCH', `/channels/${here.general}`, { nsfw: true })).status).toBe(200);
    clock.pass(600_000);
    expect((await rename('three')).status).toBe(200);
  });

  test('counts the webhooks of a channel together', async () => {
    const hooks = [];
    for (let at = 0; at < 7; at += 1) {
      const made = await ask('POST', `/channels/${here.general}/webhooks`, { name: `${at}` });
      hooks.push(made.body as { id: string; token: string });
    }
    const statuses: number[] = [];
    for (const { id, token } of hooks)
      for (let at = 0; at < 5; at += 1)
        statuses.push((await ask('POST', `/webhooks/${id}/${token}`, { content: 'x' })).status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(30);
    const { id, token } = hooks[6]!;
    clock.pass(2000);
    const refused = await ask('POST', `/webhooks/${id}/${token}`, { content: 'x' });
    expect(refused).toMatchObject({ status: 429, scope: 'shared', retryAfter: '58', remaining: '5' });
  });
});

describe('the global limit', () => {
  test('is 50 requests a second for a bot', async () => {
    for (let at = 0; at < 50; at += 1) await ask('GET', `/channels/${1000 + at}`);
    clock.pass(250);
    const refused = await ask('GET', `/channels/${here.desk}`);
    expect(refused).toMatchObject({ status: 429, scope: 'global', isGlobal: 'true', retryAfter: '1' });
    expect(refused.body).toMatchObject({ global: true, retry_after: 0.75 });
    clock.pass(750);
    expect((await ask('GET', `/channels/${here.desk}`)).status).toBe(200);
  });

  test('does not hold answers to interactions', async () => {
    const requests: Promise<Limited>[] = [];
    for (let at = 0; at < 60; at += 1)
      requests.push(ask('POST', `/interactions/${10_000 + at}/token/callback`, { type: 5 }, null));
    const statuses = (await Promise.all(requests)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([404]));
  });
});

test('with limits switched off nothing is refused, and no header says that nothing remains', async () => {
  here.simulator.enforceLimits(false);
  for (let at = 0; at < 60; at += 1) {
    const answer = await write(here.general);
    expect(answer.status).toBe(200);
    expect(Number(answer.remaining)).toBeGreaterThan(0);
  }
});
