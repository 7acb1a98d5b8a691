import { CDN } from '@discordjs/rest';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientOf } from './client.ts';
import { handClock, type HandClock } from './hand-clock.ts';
import { library, type Library } from './library.ts';

let clock: HandClock;
let here: Library;

beforeEach(async () => {
  clock = handClock();
  here = await library({ clock });
});
afterEach(() => here.simulator.stop());

const day = 24 * 60 * 60 * 1000;
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('a link to a file works for a day; fetching the message again makes a new one', async () => {
  const api = clientOf(here);
  const files = [{ name: 'ä b.txt', data: Buffer.from('text'), contentType: 'text/plain' }];
  const message = await api.channels.createMessage(here.general, { files });
  const { url } = message.attachments[0]!;
  clock.pass(day - 1000);
  const inTime = await fetch(url);
  expect([inTime.status, await inTime.text()]).toEqual([200, 'text']);
  clock.pass(1000);
  expect((await fetch(url)).status).toBe(404);
  const again = await api.channels.getMessage(here.general, message.id);
  expect((await fetch(again.attachments[0]!.url)).status).toBe(200);
});

test('a link that was changed does not work', async () => {
  const files = [{ name: 'a.txt', data: Buffer.from('text') }];
  const { attachments } = await clientOf(here).channels.createMessage(here.general, { files });
  const { url } = attachments[0]!;
  expect((await fetch(url.split('?')[0]!)).status).toBe(404);
  expect((await fetch(url.replace(/ex=[0-9a-f]+/, 'ex=7fffffff'))).status).toBe(404);
});

test('what could run in a page is not shown in one', async () => {
  const files = [{ name: 'page.html', data: Buffer.from('<script>alert(1)</script>'), contentType: 'text/html' }];
  const { attachments } = await clientOf(here).channels.createMessage(here.general, { files });
  const { headers } = await fetch(attachments[0]!.url);
  expect(headers.get('content-disposition')).toMatch(/^attachment/);
  expect(headers.get('content-security-policy')).toMatch(/^sandbox/);
});

test('everyone has a picture, by default a drawn one', async () => {
  const cdn = new CDN(`${here.simulator.url}/cdn`, `${here.simulator.url}/cdn`);
  const drawn = await fetch(cdn.defaultAvatar(3));
  expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect((await fetch(cdn.defaultAvatar(9 as never))).status).toBe(404);
  const self = await clientOf(here).users.edit({ avatar: `data:image/png;base64,${onePixel}` });
  const own = await fetch(cdn.avatar(self.id, self.avatar!));
  expect(Buffer.from(await own.arrayBuffer()).toString('base64')).toBe(onePixel);
  expect((await fetch(cdn.avatar(self.id, 'f'.repeat(32)))).status).toBe(404);
});

test('an emoji of a server has a picture, an unknown one has none', async () => {
  const { id } = here.simulator.seed.emoji(here.guild, { name: 'owl' });
  const cdn = new CDN(`${here.simulator.url}/cdn`, `${here.simulator.url}/cdn`);
  expect((await fetch(cdn.emoji(id))).headers.get('content-type')).toBe('image/png');
  expect((await fetch(cdn.emoji('123456789012345678'))).status).toBe(404);
});
