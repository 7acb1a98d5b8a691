import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { png } from '../../simulator/src/cdn/png.ts';
import { loadEngine } from '../src/store/sqlite/engine.ts';
import { places } from './doors.ts';
import { closes, filesOn, linked, linksIn, opens } from './opened-link.ts';
import { channelKinds, createWorld, type World } from './world.ts';

const day = 24 * 60 * 60_000;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function stored<Row>(world: World, query: string): Promise<readonly Row[]> {
  const database = (await loadEngine())(join(world.dataDir, 'backchannel.db'), { timeout: 1000 });
  const rows = database.prepare(query).all();
  database.close();
  return rows as Row[];
}

const openings = async (world: World): Promise<number> =>
  (await stored<{ readonly count: number }>(world, 'select count(*) as count from link_openings'))[0]!.count;

const attachments = (world: World, channel: string): readonly string[] =>
  world.sam.reads(channel).flatMap((message) => message.attachments.map(({ filename }) => filename));

it.each(places)('closing a %s posts a link, which shows the conversation and its files', async (_, options) => {
  const world = await createWorld(linked([], options));
  const picture = png(32, () => [40, 120, 220]);
  await closes(world, 'My **first** message', { name: 'picture.png', bytes: picture, type: 'image/png' });
  expect(attachments(world, world.logs)).toEqual([]);
  const [link = '', ...others] = linksIn(world, world.logs);
  expect(others).toEqual([]);
  expect(link).toMatch(/^https:\/\/staff\.example\.org\/modmail\/transcripts\/[\w-]{43}$/);
  const post = world.sam.reads(world.logs).find(({ content }) => content.includes('Transcript'));
  // https://docs.discord.com/developers/resources/message#message-object-message-flags
  expect((post?.flags ?? 0) & 4).toBe(4);

  const opened = await opens(world, link);
  const page = await opened.text();
  expect(opened.status).toBe(200);
  for (const said of ['<strong>first</strong>', 'An answer', 'Ada Lovelace', 'Sam']) expect(page).toContain(said);
  expect(Object.fromEntries(opened.headers)).toMatchObject({
    'content-type': 'text/html; charset=UTF-8',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  expect(opened.headers.get('content-security-policy')).not.toMatch(/script-src|https?:|\*/);
  const [address = '', ...more] = filesOn(page, link);
  expect(more).toEqual([]);
  const file = await opens(world, address);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `inline; filename="picture.png"; filename*=UTF-8''picture.png`,
    'x-content-type-options': 'nosniff',
    'content-length': String(picture.length),
  });
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array(picture));
  expect(await openings(world)).toBe(1);
});

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('both posts the files and the link, and the page shows what was changed later', async () => {
    const world = await createWorld(linked(['transcript=both'], { channelKind }));
    await closes(world);
    expect(attachments(world, world.logs)).toEqual(['ticket-1.html', 'ticket-1.txt']);
    const [link = ''] = linksIn(world, world.logs);
    await world.ada.edits(world.ada.readsDms()[0]!.id, 'My mended message');
    await world.settle();
    expect(await (await opens(world, link)).text()).toContain('My mended message');
  });

  it('a channel that is deleted at the end goes once the link is posted, and stays where it cannot be', async () => {
    const world = await createWorld(linked(['onClose=delete'], { channelKind }));
    const channel = await closes(world);
    expect(linksIn(world, world.logs)).toHaveLength(1);
    expect(world.ticketChannels()).not.toContain(channel);
    const path = `/channels/${world.logs}/messages`;
    world.simulator.faults.fail({ method: 'POST', path, when: 'before', status: 403, code: 50013 });
    const second = await closes(world, 'again');
    expect(world.ticketChannels()).toContain(second);
  });

  it('of an anonymous member the page shows the alias alone', async () => {
    const world = await createWorld(linked(['anonymousMembers=always'], { channelKind }));
    const file = { name: 'ada-lovelace.txt', bytes: bytesOf('plain') };
    await closes(world, 'It is me', file);
    const [link = ''] = linksIn(world, world.logs);
    const opened = await opens(world, link);
    const page = await opened.text();
    const [address = ''] = filesOn(page, link);
    const disposition = (await opens(world, address)).headers.get('content-disposition');
    for (const shown of [page, address, disposition]) expect(shown).not.toMatch(/lovelace|\bada\b/i);
    expect(page).not.toContain(world.ada.id);
    expect(page).toContain('An answer');
  });
});

it('[phantom] a link goes to the transcript channel, and nowhere without one', async () => {
  const world = await createWorld({
    preset: 'phantom',
    environment: { PUBLIC_URL: 'https://staff.example.org/modmail' },
  });
  await world.set(`logsChannel=${world.logs}`, 'commands=supportmail', 'limits.openCooldown=0');
  await world.advance(1000);
  await closes(world);
  expect(linksIn(world, world.logs)).toEqual([]);
  expect(await stored(world, 'select * from share_links')).toEqual([]);
  await world.set(`transcriptChannel=${world.logs}`);
  await world.advance(1000);
  await closes(world, 'again');
  const [link = ''] = linksIn(world, world.logs);
  expect(await (await opens(world, link)).text()).toContain('again');
});

describe('a link that does not work', () => {
  async function gone(world: World, link: string): Promise<string> {
    const answered = await opens(world, link);
    expect(answered.status).toBe(404);
    expect(answered.headers.get('cache-control')).toBe('private, no-store');
    return answered.text();
  }

  it('says the same whether it expired, was revoked or never was', async () => {
    const world = await createWorld(linked());
    await closes(world, 'secret words', { name: 'a.txt', bytes: bytesOf('secret words') });
    const [link = ''] = linksIn(world, world.logs);
    const [file = ''] = filesOn(await (await opens(world, link)).text(), link);
    expect(await (await opens(world, file)).text()).toBe('secret words');
    const wrong = link.replace(/.{4}$/, 'AAAA');
    const page = await gone(world, wrong);
    expect(page).toContain('This link does not work');
    expect(
      await gone(world, file.replace(/\/transcripts\/[\w-]+/, new URL(wrong).pathname.replace('/modmail', ''))),
    ).toBe(page);
    expect(await gone(world, `${link}/files/1/1`)).toBe(page);
    expect(await gone(world, file.replace(/\/files\/\d+/, '/files/999'))).toBe(page);
    await world.stopBot();
    await world.advance(91 * day);
    await world.startBot();
    expect(await gone(world, link)).toBe(page);
    expect(await gone(world, file)).toBe(page);
    expect(await openings(world)).toBe(1);
  }, 60_000);

  it('is one to a ticket whose words were removed after their time', async () => {
    const world = await createWorld(linked(['retention=1d']));
    await closes(world);
    const [link = ''] = linksIn(world, world.logs);
    expect((await opens(world, link)).status).toBe(200);
    await world.advance(2 * day);
    await gone(world, link);
    const inGerman = await opens(world, link, { headers: { 'Accept-Language': 'de-AT,de;q=0.8' } });
    expect(await inGerman.text()).toContain('Dieser Link funktioniert nicht');
  });

  it('opens no file of another ticket', async () => {
    const world = await createWorld(linked());
    await closes(world, 'one', { name: 'a.txt', bytes: bytesOf('of the first') });
    await closes(world, 'two');
    const [first = '', second = ''] = linksIn(world, world.logs);
    const [file = ''] = filesOn(await (await opens(world, first)).text(), first);
    await gone(world, file.replace(/[\w-]{43}/, second.slice(-43)));
  });
});

it('of files, pictures and what plays are shown, and everything else is saved', async () => {
  const world = await createWorld(linked());
  const files = [
    { name: 'page.html', bytes: bytesOf('<script>alert(1)</script>'), type: 'text/html' },
    { name: 'drawing.svg', bytes: bytesOf('<svg/>'), type: 'image/svg+xml' },
    { name: 'song.mp3', bytes: bytesOf('0123456789'), type: 'audio/mpeg' },
  ];
  await world.ada.dms('look', { files });
  await world.settle();
  await world.sam.runs('/close', {}, world.ticketChannel());
  await world.settle();
  const [link = ''] = linksIn(world, world.logs);
  const addresses = filesOn(await (await opens(world, link)).text(), link);
  const answers = await Promise.all(addresses.map((address) => opens(world, address)));
  expect(
    answers.map(({ headers }) => [headers.get('content-type'), headers.get('content-disposition')?.split(';')[0]]),
  ).toEqual([
    ['application/octet-stream', 'attachment'],
    ['application/octet-stream', 'attachment'],
    ['audio/mpeg', 'inline'],
  ]);
  const song = addresses[2]!;
  const part = await opens(world, song, { headers: { Range: 'bytes=2-4' } });
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234']);
  const end = await opens(world, song, { headers: { Range: 'bytes=-3' } });
  expect([end.status, await end.text()]).toEqual([206, '789']);
  expect((await opens(world, song, { headers: { Range: 'bytes=10-' } })).status).toBe(416);
  const backwards = await opens(world, song, { headers: { Range: 'bytes=4-2' } });
  expect([backwards.status, await backwards.text()]).toEqual([200, '0123456789']);
});

it("Discord's own look at a link sees nothing of the ticket and is not counted, nor is a question for its head", async () => {
  const world = await createWorld(linked());
  await closes(world, 'secret words');
  const [link = ''] = linksIn(world, world.logs);
  const robot = { headers: { 'User-Agent': 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)' } };
  const seen = await opens(world, link, robot);
  const page = await seen.text();
  expect(seen.status).toBe(200);
  expect(page).not.toMatch(/secret words|Ada|Harbour|ticket/i);
  expect(await (await opens(world, link.replace(/.{4}$/, 'AAAA'), robot)).text()).toBe(page);
  expect((await opens(world, link, { method: 'HEAD' })).status).toBe(200);
  expect((await opens(world, link, { method: 'POST' })).status).toBe(405);
  expect(await openings(world)).toBe(0);
});

it('a post whose answer was lost is not made twice, nor is its link, and the link itself is stored nowhere', async () => {
  const world = await createWorld(linked());
  await world.ada.dms('hello');
  await world.settle();
  const path = `/channels/${world.logs}/messages`;
  world.simulator.faults.fail({ method: 'POST', path, when: 'after', status: 502 });
  await world.sam.runs('/close', {}, world.ticketChannel());
  await world.settle();
  await world.stopBot();
  world.simulator.faults.clear();
  await world.startBot();
  await world.advance(10 * 60_000);
  const links = linksIn(world, world.logs);
  expect(links).toHaveLength(1);
  expect(await stored(world, 'select * from share_links')).toHaveLength(1);
  expect((await opens(world, links[0]!)).status).toBe(200);
  const secret = links[0]!.slice(-43);
  const everything = await stored<Record<string, unknown>>(world, 'select * from share_links');
  expect(JSON.stringify(everything)).not.toContain(secret);
  expect(JSON.stringify(await stored(world, 'select * from deliveries'))).not.toContain(secret);
  expect(world.logged.join('')).not.toContain(secret);
});

it('a link that expired a year ago is forgotten, with who opened it when', async () => {
  const world = await createWorld(linked());
  await closes(world);
  const [link = ''] = linksIn(world, world.logs);
  await opens(world, link);
  await world.stopBot();
  const left = (): Promise<readonly unknown[]> =>
    stored(world, 'select source from share_links union all select link from link_openings');
  expect(await left()).toHaveLength(2);
  await world.advance(456 * day);
  await world.startBot();
  await world.advance(day);
  expect(await left()).toEqual([]);
}, 60_000);

it('links that would lead nowhere are a problem, which goes by itself once PUBLIC_URL is set', async () => {
  const world = await createWorld({ settings: ['transcript=link'] });
  await world.settle();
  const status = async (): Promise<string> => (await fetch(world.app().url ?? '')).text();
  expect((await status()).match(/PUBLIC_URL is not set/g)).toHaveLength(1);
  await world.stopBot();
  await world.startBot({ PUBLIC_URL: 'https://staff.example.org/modmail' });
  expect(await status()).not.toContain('PUBLIC_URL');
});

it('whoever chooses links reads at once that they would lead nowhere', async () => {
  const world = await createWorld();
  const page = await world.olga.runs('/settings', {}, world.logs);
  await world.olga.selects(['closing'], { message: page.message!.id, select: 'settings:group' });
  await world.olga.selects(['transcript'], { message: page.message!.id, select: 'settings:field' });
  await world.olga.submits({ value: 'link' });
  await world.settle();
  expect(JSON.stringify(page.message)).toContain('PUBLIC_URL is not set');
});

it('a file that never crossed over is kept for the page before Discord forgets it', async () => {
  const world = await createWorld(linked(['limits.perSidePerMinute=1']));
  for (let count = 0; count <= 20; count += 1) await world.ada.dms(`word ${count}`);
  await world.settle();
  await world.ada.dms('too much', { files: [{ name: 'late.txt', bytes: bytesOf('the proof') }] });
  await world.settle();
  await world.sam.runs('/close', {}, world.ticketChannel());
  await world.settle();
  const [link = ''] = linksIn(world, world.logs);
  const [file = ''] = filesOn(await (await opens(world, link)).text(), link);
  expect(file).toContain('late.txt');
  expect(await (await opens(world, file)).text()).toBe('the proof');
});
