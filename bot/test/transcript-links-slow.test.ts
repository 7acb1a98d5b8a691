import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { closes, linked, linksIn, opens } from './opened-link.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

/** Where pictures of people lie, as Discord's network is on a bad day: it takes questions and answers none. */
async function silent(): Promise<{ readonly url: string; readonly asked: () => number }> {
  let asked = 0;
  const server = createServer(() => (asked += 1)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

async function slow(): Promise<{ readonly world: World; readonly link: string; readonly asked: () => number }> {
  const { url, asked } = await silent();
  const options: WorldOptions = linked();
  const world = await createWorld({ ...options, environment: { ...options.environment, DISCORD_CDN: url } });
  await closes(world);
  return { world, link: linksIn(world, world.logs)[0] ?? '', asked };
}

it('a page waits some seconds for all faces together, and asks for no more of them then', async () => {
  const { world, link, asked } = await slow();
  const page = opens(world, link);
  await expect.poll(asked).toBe(1);
  await world.advance(3000);
  expect(await (await page).text()).toContain('An answer');
  expect(asked()).toBe(1);
});

it('a link that is taken back while its page is drawn opens nothing, and was not opened', async () => {
  const { world, link, asked } = await slow();
  const page = opens(world, link);
  await expect.poll(asked).toBe(1);
  await world.olga.runs('/transcript revoke', { ticket: '1' }, world.logs);
  await world.settle();
  await world.advance(3000);
  const { status } = await page;
  expect(status).toBe(404);
  const { message } = await world.olga.runs('/transcript revoke', { ticket: '1' }, world.logs);
  expect(message?.content).toContain('Nobody has ever opened one');
});

it('whoever comes while many pages are drawn is asked to come again', async () => {
  const { world, link, asked } = await slow();
  const pages = Array.from({ length: 4 }, () => opens(world, link));
  await expect.poll(asked).toBe(4);
  const refused = await opens(world, link);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await refused.text()).not.toContain('An answer');
  await world.advance(3000);
  expect((await Promise.all(pages)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});
