import { describe, expect, it } from 'vitest';
import { begin, button, threadsIn } from './closed-dms.ts';
import { says } from './doors.ts';
import { dmOf } from './topics-asked.ts';
import { channelKinds, createWorld, type World } from './world.ts';

const minute = 60_000;

const posting = /\/(?:messages|threads)$|^\/webhooks\//;

/** An answer that is lost is the beginning of an outage. */
const outageAfterLoss = {
  observe(there: World, { path, status }: { readonly path: string; readonly status: number }): void {
    if (status === 502 && posting.test(path))
      there.simulator.faults.fail({ method: 'POST', path: posting, status, when: 'before' });
  },
};

/** What is posted there next arrives without the bot's learning of it. */
function losesTheAnswer(world: World, channel: string, what: 'messages' | 'threads' = 'messages'): void {
  const path = `/channels/${channel}/${what}`;
  world.simulator.faults.fail({ method: 'POST', path, status: 502, when: 'after', times: 1 });
}

/** So late that Discord knows no nonce any more. */
async function outageEnds(world: World): Promise<void> {
  await world.advance(20 * minute);
  world.simulator.faults.clear();
  await world.advance(10 * minute);
}

async function memberSpeaksFrench(world: World): Promise<void> {
  world.ada.speaks('fr');
  await world.ada.runs('/contact-staff', {}, world.simulator.seed.channel(world.guild, { name: 'chat', type: 0 }).id);
}

async function serverSpeaksFrench(world: World): Promise<void> {
  await world.set('language=fr');
  await world.advance(1000);
}

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('what a member was told in one language is not told again in another', async () => {
    const world = await createWorld({ channelKind, ...outageAfterLoss, settings: ['anonymousStaff=false'] });
    await world.ada.dms('hello');
    await world.settle();
    losesTheAnswer(world, dmOf(world));
    await world.sam.runs('/reply', { text: 'hello Ada' }, world.ticketChannel());
    await world.settle();
    await memberSpeaksFrench(world);
    await outageEnds(world);
    await world.sam.runs('/reply', { text: 'still there?' }, world.ticketChannel());
    await world.settle();
    const texts = world.dmTexts(world.ada).filter((one) => /hello Ada|still there/.test(one));
    expect(texts).toEqual(['**Sam:** hello Ada', '**Sam\u00a0:** still there?']);
  });

  it('nor is what staff were told', async () => {
    const world = await createWorld({ channelKind, ...outageAfterLoss });
    await world.ada.dms('hello');
    await world.settle();
    const channel = world.ticketChannel();
    losesTheAnswer(world, channel);
    await world.sam.runs('/ticket claim', {}, channel);
    await world.settle();
    await serverSpeaksFrench(world);
    await outageEnds(world);
    expect(world.texts(channel).filter((one) => /Sam (took|a pris)/.test(one))).toEqual(['Sam took this ticket.']);
  });

  it('nor what stands in the logs channel', async () => {
    const world = await createWorld({ channelKind, ...outageAfterLoss });
    losesTheAnswer(world, world.logs);
    await world.ada.dms('hello');
    await world.settle();
    await serverSpeaksFrench(world);
    await outageEnds(world);
    expect(world.texts(world.logs)).toHaveLength(1);
  });

  it('and no second private thread is made with the member', async () => {
    const story = await begin({ channelKind, ...outageAfterLoss });
    const { world, channel, lobby } = story;
    await says(world, channel, 'are you there?');
    await world.settle();
    losesTheAnswer(world, lobby, 'threads');
    await world.sam.clicks(button, { channel });
    await world.settle();
    expect(threadsIn(story)).toHaveLength(1);
    await serverSpeaksFrench(world);
    await outageEnds(world);
    expect(threadsIn(story)).toHaveLength(1);
    expect(world.ada.reads(threadsIn(story)[0]!).at(-1)?.content).toBe('are you there?');
  });
});
