import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { library, type Library } from './library.ts';

let here: Library;
beforeAll(async () => {
  here = await library();
});
afterAll(() => here.simulator.stop());

interface Raw {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A request as no good client would send it. */
function send({ path = '/api/v10/users/@me', method = 'GET', headers = {}, body }: Raw): Promise<[number, unknown]> {
  const token = `Bot ${here.application.token}`;
  return new Promise((resolve, reject) => {
    const sent = request(
      here.simulator.url + path,
      { method, headers: { Authorization: token, 'User-Agent': 'DiscordBot (x, 1)', ...headers } },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve([response.statusCode!, JSON.parse(text)]));
      },
    );
    if (headers['User-Agent'] === '') sent.removeHeader('User-Agent');
    if (headers.Authorization === '') sent.removeHeader('Authorization');
    sent.on('error', reject).end(body);
  });
}

const json = { 'Content-Type': 'application/json' };
const messages = () => `/api/v10/channels/${here.general}/messages`;

test('without a token, or with a wrong one, a bot is not let in', async () => {
  const refused = [401, { message: '401: Unauthorized', code: 0 }];
  expect(await send({ headers: { Authorization: '' } })).toEqual(refused);
  expect(await send({ headers: { Authorization: 'Bot nonsense' } })).toEqual(refused);
});

test('without a name of its own a client is blocked', async () => {
  expect(await send({ headers: { 'User-Agent': '' } })).toEqual([
    403,
    { message: 'internal network error', code: 40333 },
  ]);
});

test('what is not there is not found', async () => {
  expect(await send({ path: '/api/v10/nothing/here' })).toEqual([404, { message: '404: Not Found', code: 0 }]);
  expect(await send({ method: 'PUT' })).toEqual([405, { message: '405: Method Not Allowed', code: 0 }]);
  expect(await send({ path: '/api/v6/users/@me' })).toEqual([
    400,
    { message: 'Invalid API version provided', code: 50041 },
  ]);
});

test('the version may be left out', async () => {
  expect(await send({ path: '/api/users/@me' })).toMatchObject([200, { id: here.application.id }]);
});

test('a body must be JSON, and say so', async () => {
  const body = '{"content":"x"';
  expect(await send({ path: messages(), method: 'POST', headers: json, body })).toMatchObject([400, { code: 50109 }]);
  const plain = { path: messages(), method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: 'content=x' };
  expect(await send(plain)).toMatchObject([
    400,
    { code: 50035, errors: { _errors: [{ code: 'CONTENT_TYPE_INVALID' }] } },
  ]);
  const list = { path: messages(), method: 'POST', headers: json, body: '[]' };
  expect(await send(list)).toMatchObject([400, { errors: { _errors: [{ code: 'DICT_TYPE_CONVERT' }] } }]);
  const broken = {
    path: messages(),
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body,
  };
  expect(await send(broken)).toMatchObject([400, { code: 50035 }]);
});

test('who hangs up in the middle of a request disturbs nobody', async () => {
  const warned: unknown[] = [];
  const listen = (warning: Error) => warned.push(warning);
  process.on('warning', listen);
  const { port, hostname } = new URL(here.simulator.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST ${messages()} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\nContent-Type: application/json\r\n\r\n{`,
  );
  await expect.poll(() => here.simulator.inFlight()).toBe(1);
  socket.destroy();
  await expect.poll(() => here.simulator.inFlight()).toBe(0);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', listen);
  expect(warned).toEqual([]);
});

test('a slip of the pen in a field or a parameter is named', async () => {
  const body = '{"content":"x","allowed_mention":{}}';
  const field = await send({ path: messages(), method: 'POST', headers: json, body });
  expect(field).toMatchObject([
    400,
    { code: 50035, errors: { allowed_mention: { _errors: [{ code: 'UNKNOWN_FIELD' }] } } },
  ]);
  const parameter = await send({ path: `${messages()}?limits=5` });
  expect(parameter).toMatchObject([400, { errors: { limits: { _errors: [{ code: 'UNKNOWN_FIELD' }] } } }]);
  const inList = {
    path: `/api/v10/guilds/${here.guild}/channels`,
    method: 'PATCH',
    headers: json,
    body: `[{"id":"${here.general}","positon":1}]`,
  };
  expect(await send(inList)).toMatchObject([400, { errors: { '0': { positon: {} } } }]);
});
