import { expect, test } from 'vitest';
import { png } from '../../simulator/src/cdn/png.ts';
import { openStore } from '../src/store/open.ts';
import { jpegBy, mp4By, pngBy } from './photographs.ts';
import { places, says } from './doors.ts';
import { billing, cardOf, dmOf, report, topicsAre } from './topics-asked.ts';
import { find, noteRequests, seenNow } from './staff-side.ts';
import { createWorld, reactions, type World, type WorldOptions } from './world.ts';

const picture = png(16, () => [40, 120, 220]);
const author = 'Augusta Lovelace-Byron';

interface Watched {
  readonly world: World;
  /** Where anything of the member can be read. */
  leaks(): Promise<readonly string[]>;
}

/** A server in which Ada has a name, a role and a picture that nobody else has. */
async function watched(options: WorldOptions): Promise<Watched> {
  const requests = noteRequests((world) => world.ada.id);
  const world = await createWorld({ ...options, observe: requests.observe });
  world.ada.renames({ username: 'lovelace.b', displayName: author });
  const role = world.simulator.seed.role(world.guild, { name: 'Countess' }).id;
  world.olga.givesRole(world.ada.id, role, world.guild);
  await world.settle();
  const user = world.simulator.world.state.users.get(world.ada.id)!;
  const secrets = [author, 'lovelace', 'byron', user.id, user.avatar!];
  return {
    world,
    async leaks() {
      const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
      const person = await store.tables.people.byUser(world.app().bot, user.id as never);
      await store.close();
      const now = await seenNow(world);
      const inServer = [...requests.noted, ...now.filter(({ kind }) => kind !== 'row' && kind !== 'log')];
      // What is ours alone may know our own id of her; what Discord is given may not.
      return [...find(secrets, [...requests.noted, ...now]), ...find([role, person!.id], inServer)];
    },
  };
}

/** All that can happen to a ticket, one after the other. */
async function walk({ world }: Watched): Promise<void> {
  const { ada, sam, tess } = world;
  const file = (name: string, bytes: Uint8Array, type: string) => ({ name, bytes, type });
  await ada.dms(`Hello, <@${ada.id}> here, @Lovelace.b to you, ${author.length} letters`);
  await world.settle();
  const channel = world.ticketChannel();
  await ada.dms('Look', {
    files: [
      file('lovelace.jpg', jpegBy(author), 'image/jpeg'),
      file('byron.png', pngBy(author, picture), 'image/png'),
      file('byron.mp4', mp4By(author), 'video/mp4'),
      file('augusta-lovelace-cv.pdf', Buffer.from('%PDF-1.7'), 'application/pdf'),
    ],
  });
  await world.settle();
  await says(world, channel, 'Thank you');
  await sam.runs('/reply', { text: 'And welcome' }, channel);
  await world.settle();
  const answer = ada.readsDms().findLast((message) => message.content.includes('welcome'))!;
  const quoted = await ada.dms('Thanks', { replyTo: answer.id });
  await world.settle();
  await ada.edits(quoted.id, `Thanks from <@${ada.id}>`);
  await ada.reacts(answer.id, '👍');
  await ada.startsTyping(ada.readsDms()[0]!.channelId);
  await world.settle();
  const gone = await ada.dms('I should not say this');
  await world.settle();
  await ada.deletes(gone.id);
  await sam.clicks('Claim', { channel });
  await tess.clicks('Claim', { channel });
  await world.settle();
  await troubles(world, channel);
  await sam.runs('/ticket block', { reason: 'rude' }, channel);
  await sam.runs('/ticket blocks', {}, world.logs);
  await sam.runs('/ticket unblock', {}, channel);
  ada.leaves(world.guild);
  await world.advance(60_000);
  ada.joins(world.guild);
  await world.advance(6 * 60_000);
  await closings(world, channel);
  await ada.dms('Once more');
  await world.settle();
}

/** Closed with stars and words, opened again and closed again; and what is refused in between. */
async function closings(world: World, channel: string): Promise<void> {
  const { ada, sam } = world;
  await sam.runs('/close', { comment: 'Goodbye' }, channel);
  await world.settle();
  await ada.clicks('4', {});
  await world.settle();
  await ada.clicks('Add a few words', {});
  await ada.submits({ words: `Thanks from <@${ada.id}>, @Lovelace.b` });
  await world.settle();
  await world.set(`gates.role=${world.staffRole}`);
  await world.advance(2000);
  await ada.dms('Refused at the gate');
  await world.settle();
  await world.set('gates.role=none');
  await world.advance(2000);
  await sam.runs('/reopen', { notify: true }, channel);
  await world.settle();
  await ada.dms('Back again');
  await world.settle();
  await sam.runs('/close', {}, channel);
  await world.settle();
}

/** What goes wrong: her direct messages are closed, webhooks are refused, nobody knows what became of a request, the program ends. */
async function troubles(world: World, channel: string): Promise<void> {
  const { ada, simulator } = world;
  ada.blocksTheBot();
  await says(world, channel, 'Do you hear me?');
  await world.settle();
  ada.unblocksTheBot();
  const webhook = { method: 'POST', path: /^\/webhooks\/\d+\/[^/]+$/, times: 1 } as const;
  simulator.faults.fail({ ...webhook, when: 'before', status: 429, scope: 'shared', retryAfter: 30 });
  await ada.dms('Posted by the bot itself');
  await world.settle();
  await world.advance(31_000);
  simulator.faults.fail({ ...webhook, when: 'before', status: 400, code: 20031 });
  await ada.dms('Under a name that is refused');
  await world.settle();
  simulator.faults.fail({ ...webhook, when: 'after', status: 502 });
  await ada.dms('Nobody knows whether this arrived');
  await world.settle();
  await world.stopBot();
  await ada.dms('Written meanwhile');
  await world.startBot();
  await world.advance(120_000);
}

test.each(places)('in a %s nothing that staff ever get to see says who an anonymous member is', async (_, place) => {
  const watching = await watched({ ...place, settings: ['anonymousMembers=always', 'feedback=true'] });
  await walk(watching);
  expect(await watching.leaks()).toEqual([]);
  const { world } = watching;
  const [first, second] = world.ticketChannels();
  const said = world.texts(first!).join('\n');
  for (const text of ['Nobody knows whether this arrived', 'Written meanwhile', 'Back again'])
    expect(said).toContain(text);
  expect(world.texts(world.logs).join('\n')).toContain('★★★★☆');
  expect(world.texts(second!)).toContain('Once more');
  expect(reactions(world.ada.readsDms().findLast(({ content }) => content === 'Once more')!)).toEqual(['✅']);
});

test.each(places)(
  'in a %s nothing says who has chosen to be anonymous, nor what was entered in a form',
  async (_, place) => {
    const topics = topicsAre(billing, report);
    const watching = await watched({ ...place, settings: ['anonymousMembers=choice', topics] });
    const { world } = watching;
    const { ada } = world;
    const jpeg = { name: 'lovelace.jpg', bytes: jpegBy(author), type: 'image/jpeg' };
    await ada.dms(`It is me, <@${ada.id}>`);
    await ada.dms('A picture of me', { files: [{ name: 'me.jpg', bytes: jpegBy(author), type: 'image/jpeg' }] });
    await world.settle();
    // Nobody can be hidden yet, but what is kept says no more than what was written.
    expect((await watching.leaks()).filter((leak) => !leak.endsWith(ada.id))).toEqual([]);
    await ada.selects(['Report'], { channel: dmOf(world) });
    await ada.submits({
      'Who?': `@Lovelace.b, <@${ada.id}>`,
      'What happened?': `${'long '.repeat(300)} ${ada.id}`,
      'Where?': ['Chat'],
      Proof: [jpeg],
    });
    await world.settle();
    await ada.clicks('Anonymously', { channel: dmOf(world) });
    await world.settle();
    const channel = world.ticketChannel();
    expect(world.texts(channel).join('\n')).toContain('A picture of me');
    await world.sam.runs('/close', {}, channel);
    await world.settle();
    expect(await watching.leaks()).toEqual([]);
    expect(cardOf(world, channel)).toMatchObject({
      'Who?': expect.stringMatching(/^@([a-z-]+), @\1$/),
      Proof: '📎 picture-1.jpg',
    });
    const files = world.sam.reads(channel).flatMap(({ attachments }) => attachments.map(({ filename }) => filename));
    expect(files).toEqual(['avatar.png', 'picture-1.jpg', 'picture-1.jpg']);
  },
);

test('the same search finds whoever writes under their name, in every place', async () => {
  const watching = await watched({ settings: ['feedback=true'] });
  await walk(watching);
  const kinds = (await watching.leaks()).map((leak) => leak.split(' ', 1)[0]);
  expect([...new Set(kinds)].toSorted()).toEqual(['channel', 'disk', 'file', 'message', 'request', 'row']);
});
