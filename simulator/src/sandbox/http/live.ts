import type { Clock } from '../../clock.ts';
import { mayHear } from '../../events.ts';
import type { Simulator } from '../../simulator.ts';
import type { Happening } from '../../world.ts';
import { accountView, guildOf } from '../view/authors.ts';
import { clientView } from '../view/client.ts';
import { messageView } from '../view/message.ts';
import type { LiveEvent, Status } from '../wire.ts';

/** Open pages, and what they are told. */
export interface Live {
  /** Server-sent events for a page that looks through these people's eyes, beginning with what they see now. */
  open(people: readonly string[], status: Status): Response;
  /** Something that is no event has changed for this person. */
  touch(person: string): void;
  tellStatus(status: Status): void;
  isWatched(): boolean;
  /** Tells every page that all is new and ends its stream; it comes back by itself. */
  close(): void;
}

interface Viewer {
  readonly people: readonly string[];
  /** Whose sidebar is to be sent again. */
  readonly stale: Set<string>;
  cancel: (() => void) | null;
  send(event: LiveEvent): void;
  end(): void;
}

/** A page that is behind by so many events is cut off; it comes back and loads anew. */
const mostWaiting = 5000;
/** Changes within this time are sent as one. */
const together = 40;
const stillThere = 20_000;

export function createLive(simulator: Simulator, clock: Clock): Live {
  const { world } = simulator;
  const viewers = new Set<Viewer>();

  const refresh = (viewer: Viewer, person: string) => {
    viewer.stale.add(person);
    viewer.cancel ??= clock.after(together, () => {
      viewer.cancel = null;
      for (const as of viewer.stale) {
        const client = clientView(world, as);
        if (client) viewer.send({ type: 'client', as, client });
      }
      viewer.stale.clear();
    });
  };
  const hear = (happening: Happening) => {
    for (const viewer of viewers) {
      for (const person of viewer.people) {
        if (changesSidebar(happening)) refresh(viewer, person);
        else if (mayHear(world, happening, person)) tell(simulator, viewer, happening, person);
      }
    }
  };
  const deaf = world.events.listen(hear);
  return {
    open(people, status) {
      const clients = people.map((id) => clientView(world, id)).filter((client) => client !== null);
      const first: LiveEvent[] = clients.map((client) => ({ type: 'client', as: client.self.id, client }));
      return openStream(
        viewers,
        clients.map(({ self }) => self.id),
        [{ type: 'status', status }, ...first],
        clock,
      );
    },
    touch(person) {
      for (const viewer of viewers) if (viewer.people.includes(person)) refresh(viewer, person);
    },
    tellStatus(status) {
      for (const viewer of viewers) viewer.send({ type: 'status', status });
    },
    isWatched: () => viewers.size > 0,
    close() {
      deaf();
      for (const viewer of viewers) {
        viewer.send({ type: 'reset' });
        viewer.end();
      }
    },
  };
}

/** Anything about servers, roles, members, channels and threads. */
function changesSidebar({ name }: Happening): boolean {
  return /^(GUILD_|CHANNEL_|THREAD_|USER_)/.test(name);
}

function tell({ world }: Simulator, viewer: Viewer, happening: Happening, as: string): void {
  const { name, channelId } = happening;
  if (channelId === null) return;
  if (name === 'TYPING_START') {
    const { user_id: userId } = happening.data(as);
    if (userId === as || typeof userId !== 'string') return;
    const { name: who } = accountView(world.state, userId, guildOf(world.state, channelId));
    return viewer.send({ type: 'typing', as, channelId, name: who });
  }
  if (!name.startsWith('MESSAGE_')) return;
  const { id, ids, message_id: of } = happening.data(as);
  for (const messageId of Array.isArray(ids) ? ids : [of ?? id]) {
    const message = world.state.messages.get(channelId)?.get(String(messageId));
    if (!message) viewer.send({ type: 'gone', as, channelId, messageId: String(messageId) });
    else if (message.onlyFor === null || message.onlyFor === as) {
      viewer.send({ type: 'message', as, message: messageView(world, message, as) });
    }
  }
}

function openStream(
  viewers: Set<Viewer>,
  people: readonly string[],
  first: readonly LiveEvent[],
  clock: Clock,
): Response {
  const encoder = new TextEncoder();
  let viewer: Viewer | null = null;
  let stopBeating = () => {};
  const end = () => {
    stopBeating();
    viewer?.cancel?.();
    if (viewer) viewers.delete(viewer);
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string) => {
          if ((controller.desiredSize ?? 0) < -mostWaiting) {
            end();
            controller.close();
          } else controller.enqueue(encoder.encode(text));
        };
        const opened: Viewer = {
          people,
          stale: new Set(),
          cancel: null,
          send: (event) => viewers.has(opened) && write(`data: ${JSON.stringify(event)}\n\n`),
          end() {
            end();
            controller.close();
          },
        };
        viewer = opened;
        viewers.add(opened);
        const beat = () => {
          write(': still there\n\n');
          if (viewers.has(opened)) stopBeating = clock.after(stillThere, beat);
        };
        write('retry: 700\n\n');
        for (const event of first) opened.send(event);
        stopBeating = clock.after(stillThere, beat);
      },
      cancel: end,
    },
    new CountQueuingStrategy({ highWaterMark: 1 }),
  );
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}
