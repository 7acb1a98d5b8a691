import type { Simulator } from '../simulator/src/simulator.ts';
import type { ClientView } from '../simulator/src/sandbox/wire.ts';
import { clientView } from '../simulator/src/sandbox/view/client.ts';

/** What the cast has already said to each other when one opens the page for the first time. */
export async function tellStories(simulator: Simulator, signal: AbortSignal): Promise<void> {
  const stage = createStage(simulator, signal);
  await stage.until('the bot to connect', () => stage.isBotOnline());
  await Promise.all([answeredAndClosed(stage), claimedAndOpen(stage), anonymous(stage), withFiles(stage)]);
}

/** In the panora server, where staff show their names. */
async function answeredAndClosed(stage: Stage): Promise<void> {
  await stage.says('ada', 'Hello! My **lantern skin** is gone since the update. Is that a known problem?');
  const ticket = await stage.ticketOf('ada');
  await stage.types(
    'sam',
    ticket,
    'Hi Ada! Yes, it hides behind the new filter. Inventory → Filter → *show event items*.',
  );
  await stage.reads('ada', 'show event items');
  await stage.says('ada', 'There it is. Thank you so much! 🎉');
  await stage.shows('sam', ticket, 'Thank you so much');
  await stage.types('sam', ticket, '!close The skin was only filtered out.');
}

/** In the phantom server. */
async function claimedAndOpen(stage: Stage): Promise<void> {
  await stage.says('mika', 'Somebody copies my shop and even my name. What can I do?');
  const ticket = await stage.ticketOf('mika');
  await stage.shows('priya', ticket, 'copies my shop');
  await stage.simulator.person('priya').clicks('Claim', { channel: ticket });
  await stage.types('priya', ticket, 'I am sorry to hear that. Which shop is it? A link would help.');
  await stage.reads('mika', 'A link would help');
  await stage.says('mika', 'It is called `mikas-mapz`, with a z. I can send screenshots tonight.');
}

/** In the supportmail server, where members see the server and not the person. */
async function anonymous(stage: Stage): Promise<void> {
  await stage.says('theo', 'I was muted and I do not know why.');
  const ticket = await stage.ticketOf('theo');
  await stage.types('jonas', ticket, 'We had a look: that was the spam filter, not you. The mute is lifted.');
  await stage.types('sam', ticket, '// note to all of us: the filter is too strict about links again');
  await stage.reads('theo', 'The mute is lifted');
}

/** In the panora server again. */
async function withFiles(stage: Stage): Promise<void> {
  const log = ['12:03:11 loading harbour.map', '12:03:12 texture water_03 is missing', '12:03:12 giving up'].join('\n');
  await stage.says('lena', 'The game crashes in the harbour. Here is my log.', {
    name: 'crash.log.txt',
    bytes: new TextEncoder().encode(`${log}\n`),
    type: 'text/plain',
  });
  const ticket = await stage.ticketOf('lena');
  await stage.types('priya', ticket, 'Thank you, that helps. Please put this file next to the game.', {
    name: 'water_03.txt',
    bytes: new TextEncoder().encode('a texture would be here\n'),
    type: 'text/plain',
  });
  await stage.reads('lena', 'Please put this file');
}

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}

type Stage = ReturnType<typeof createStage>;

const patience = 30_000;
const pause = 100;

/** What the stories are told with. Channels are ids; each step waits until the bot has done its part. */
function createStage(simulator: Simulator, signal: AbortSignal) {
  const { world } = simulator;
  const { clock, state } = world;
  const until = async <Found>(what: string, look: () => Found | null | undefined | false): Promise<Found> => {
    const end = clock.now() + patience;
    for (;;) {
      signal.throwIfAborted();
      const found = look();
      if (found) return found;
      if (clock.now() > end) throw new Error(`waited in vain for ${what}`);
      await new Promise<void>((resolve) => void clock.after(pause, resolve));
    }
  };
  const clientOf = (username: string): ClientView | null => clientView(world, simulator.person(username).id);
  return {
    simulator,
    until,
    isBotOnline: () => [...state.applications.keys()].some((id) => simulator.isOnline(id)),
    says: (who: string, text: string, file?: File) =>
      simulator.person(who).dms(text, file === undefined ? {} : { files: [file] }),
    types: (who: string, channel: string, text: string, file?: File) =>
      simulator.person(who).types(channel, text, file === undefined ? {} : { files: [file] }),
    /** The ticket channel of a member, once their first message has been shown in it. */
    ticketOf: (member: string) =>
      until(`the ticket of ${member}`, () => {
        const named = (clientOf('sam')?.servers ?? [])
          .flatMap(({ channels }) => channels)
          .find(({ kind, name }) => (kind === 'thread' || kind === 'text') && name.split('-').includes(member));
        const { displayName } = simulator.person(member);
        const isShown =
          named && [...(state.messages.get(named.id)?.values() ?? [])].some(({ face }) => face?.name === displayName);
        return isShown && named.id;
      }),
    shows: (who: string, channel: string, words: string) =>
      until(words, () =>
        simulator
          .person(who)
          .reads(channel)
          .some(({ content }) => content.includes(words)),
      ),
    reads: (member: string, words: string) =>
      until(words, () =>
        simulator
          .person(member)
          .readsDms()
          .some(({ content }) => content.includes(words)),
      ),
  };
}
