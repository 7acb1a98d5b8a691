import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../src/clock.ts';
import { firstScene } from '../src/sandbox/first-scene.ts';
import { startSandbox, type Sandbox } from '../src/sandbox/sandbox.ts';
import type { ActResult, LiveEvent } from '../src/sandbox/wire.ts';
import { apiOf, program } from './sandbox-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
let sandbox: Sandbox;
let api: ReturnType<typeof apiOf>;

beforeAll(async () => {
  sandbox = await startSandbox({
    data: folder,
    host: '127.0.0.1',
    port: 0,
    command: program(`if (process.argv.at(-1) === 'start') setInterval(() => {}, 1e6);`),
    pageFolder: folder,
    makeScene: firstScene,
    clock: systemClock,
    complain: (line) => expect.fail(line),
  });
  api = apiOf(sandbox);
});

afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A page that looks through somebody's eyes. */
async function watch(username: string) {
  const response = await fetch(`${sandbox.url}/sandbox/api/live?as=${await api.idOf(username)}`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const events: LiveEvent[] = [];
  let rest = '';
  return {
    events,
    /** Reads on until there is such an event. */
    async until(isIt: (event: LiveEvent) => boolean): Promise<LiveEvent> {
      for (;;) {
        const found = events.find(isIt);
        if (found) return found;
        const { value = '', done } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error('the stream has ended');
        const lines = (rest + value).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)) as LiveEvent);
      }
    },
    stop: () => reader?.cancel(),
  };
}

test('what one person writes, everybody who sees the channel is shown at once', async () => {
  const mika = await watch('mika');
  const general = await api.channel('ada', 'general');
  await api.act('ada', { verb: 'say', channel: general, text: 'Who has seen my **lantern**?' });
  const event = await mika.until(({ type }) => type === 'message');
  expect(event).toMatchObject({
    as: await api.idOf('mika'),
    message: { content: 'Who has seen my **lantern**?', author: { name: 'Ada', kind: 'person' }, mine: false },
  });
  await mika.stop();
});

test('members see nothing of the channels for staff, nor of what happens there', async () => {
  const tickets = await api.channel('sam', 'tickets');
  await expect(api.channel('ada', 'tickets')).rejects.toThrow('ada sees no tickets');
  const [ada, sam] = [await watch('ada'), await watch('sam')];
  await api.act('sam', { verb: 'say', channel: tickets, text: 'between us' });
  const general = await api.channel('sam', 'general');
  await api.act('sam', { verb: 'say', channel: general, text: 'to everyone' });
  await sam.until((event) => event.type === 'message' && event.message.content === 'between us');
  await ada.until((event) => event.type === 'message' && event.message.content === 'to everyone');
  expect(JSON.stringify(ada.events)).not.toContain('between us');
  const response = await fetch(
    `${sandbox.url}/sandbox/api/people/${await api.idOf('ada')}/channels/${tickets}/messages`,
  );
  expect(response.status).toBe(404);
  await Promise.all([ada.stop(), sam.stop()]);
});

test('edits, reactions and deletions reach those who look', async () => {
  const general = await api.channel('ada', 'general');
  await api.act('ada', { verb: 'say', channel: general, text: 'first draft' });
  const message = (await api.messages('ada', general)).at(-1)?.id ?? '';
  const theo = await watch('theo');
  await api.act('ada', { verb: 'edit', message, text: 'second draft' });
  await api.act('mika', { verb: 'react', message, emoji: '🎉' });
  await theo.until((event) => event.type === 'message' && event.message.reactions.length > 0);
  expect((await api.messages('theo', general)).at(-1)).toMatchObject({
    content: 'second draft',
    reactions: [{ emoji: '🎉', count: 1, mine: false, names: ['Mika'] }],
  });
  await api.act('ada', { verb: 'delete', message });
  expect(await theo.until(({ type }) => type === 'gone')).toMatchObject({ channelId: general, messageId: message });
  await theo.stop();
});

test('others are shown that somebody types, and oneself is not', async () => {
  const general = await api.channel('ada', 'general');
  const [ada, mika] = [await watch('ada'), await watch('mika')];
  await api.act('ada', { verb: 'typing', channel: general });
  await api.act('ada', { verb: 'say', channel: general, text: 'typed' });
  expect(await mika.until(({ type }) => type === 'typing')).toMatchObject({ channelId: general, name: 'Ada' });
  await ada.until(({ type }) => type === 'message');
  expect(ada.events.some(({ type }) => type === 'typing')).toBe(false);
  await Promise.all([ada.stop(), mika.stop()]);
});

test('what Discord refuses comes back in words', async () => {
  const general = await api.channel('ada', 'general');
  await api.act('ada', { verb: 'say', channel: general, text: 'mine alone' });
  const message = (await api.messages('mika', general)).at(-1)?.id ?? '';
  expect(await api.act('mika', { verb: 'delete', message })).toMatchObject({ ok: false, code: 50013 });
  expect(await api.act('mika', { verb: 'say', channel: general, text: 'x'.repeat(4001) })).toEqual({
    ok: false,
    code: 50035,
    problem: expect.stringContaining('text') as string,
  });
});

test('a file that somebody attaches is there for others, byte by byte, and opens without power over the page', async () => {
  const general = await api.channel('ada', 'general');
  const page = '<script>fetch("/sandbox/api/reset", { method: "POST" })</script>';
  const form = new FormData();
  form.set('act', JSON.stringify({ verb: 'say', channel: general, text: '' }));
  form.append('files', new File([page], 'harmless.html', { type: 'text/html' }));
  const answer = await fetch(`${sandbox.url}/sandbox/api/people/${await api.idOf('ada')}/acts`, {
    method: 'POST',
    body: form,
  });
  expect((await answer.json()) as ActResult).toMatchObject({ ok: true });
  const attachment = (await api.messages('mika', general)).at(-1)?.attachments[0];
  expect(attachment).toMatchObject({ name: 'harmless.html', size: page.length, picture: false });

  const downloaded = await fetch(sandbox.url + attachment?.address);
  expect(await downloaded.text()).toBe(page);
  const opened = await fetch(`${sandbox.url}/sandbox/api/attachments/${attachment?.id}`);
  expect(await opened.text()).toBe(page);
  expect(opened.headers.get('content-type')).toContain('text/html');
  expect(opened.headers.get('content-security-policy')).toMatch(/^sandbox(?!.*allow-scripts)/);
  expect(opened.headers.get('x-content-type-options')).toBe('nosniff');
});

test('who leaves a server sees it no more, and may join again', async () => {
  const before = await api.client('theo');
  const server = before.servers[0]?.id ?? '';
  await api.act('theo', { verb: 'leave', server });
  const away = await api.client('theo');
  expect(away.servers).toEqual([]);
  expect(away.elsewhere).toEqual([{ id: server, name: before.servers[0]?.name }]);
  await api.act('theo', { verb: 'join', server });
  expect((await api.client('theo')).servers).toHaveLength(1);
});

test('closed DMs and a blocked bot show in the person’s own client', async () => {
  await api.act('mika', { verb: 'closeDms' });
  await api.act('mika', { verb: 'block' });
  expect((await api.client('mika')).directMessages[0]).toMatchObject({ closed: true, blocked: true });
  await api.act('mika', { verb: 'openDms' });
  await api.act('mika', { verb: 'unblock' });
  expect((await api.client('mika')).directMessages[0]).toMatchObject({ closed: false, blocked: false });
});

test('older messages come page by page', async () => {
  const welcome = await api.channel('ada', 'welcome');
  for (let number = 1; number <= 60; number += 1) {
    await api.act('ada', { verb: 'say', channel: welcome, text: `line ${number}` });
  }
  const base = `${sandbox.url}/sandbox/api/people/${await api.idOf('ada')}/channels/${welcome}/messages`;
  const page = async (query: string) =>
    (await (await fetch(base + query)).json()) as { messages: { id: string; content: string }[]; older: boolean };
  const newest = await page('');
  expect(newest.messages.map(({ content }) => content).slice(0, 2)).toEqual(['line 11', 'line 12']);
  expect(newest.older).toBe(true);
  const rest = await page(`?before=${newest.messages[0]?.id}`);
  expect(rest.messages.at(-1)?.content).toBe('line 10');
  expect(rest).toMatchObject({ older: false });
});

test('pages from elsewhere may not act here, and names from elsewhere do not lead here', async () => {
  const kill = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(sandbox.url);
      request({ hostname, port, path: '/sandbox/api/faults', method: 'DELETE', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .once('error', reject)
        .end();
    });
  const { host, origin } = new URL(sandbox.url);
  expect(await kill({ host })).toBe(200);
  expect(await kill({ host, origin })).toBe(200);
  expect(await kill({ host, origin: 'http://elsewhere.example' })).toBe(403);
  expect(await kill({ host, origin: 'null' })).toBe(403);
  expect(await kill({ host: 'elsewhere.example', origin: 'http://elsewhere.example' })).toBe(421);
});

test('nonsense is refused with what is wrong', async () => {
  const ada = await api.idOf('ada');
  const post = async (path: string, body: string) => {
    const response = await fetch(`${sandbox.url}/sandbox/api${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    return { status: response.status, text: await response.text() };
  };
  expect((await post(`/people/${ada}/acts`, 'not json')).status).toBe(400);
  expect(await post(`/people/${ada}/acts`, '{"verb":"say","channel":"x"}')).toMatchObject({
    status: 400,
    text: expect.stringContaining('must be an id') as string,
  });
  expect((await post('/people/1/acts', '{"verb":"block"}')).status).toBe(404);
  expect((await post('/faults', '{"kind":"meteor","seconds":1}')).status).toBe(400);
  expect((await post('/flow', '{"running":true,"perSecond":100000}')).status).toBe(400);
  expect((await post(`/people/${ada}/acts`, 'x'.repeat(105 * 1024 * 1024 + 1))).status).toBe(413);
});
