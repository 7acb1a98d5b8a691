import type { Clock } from '../clock.ts';
import { ApiError } from '../errors.ts';
import type { Simulator } from '../simulator.ts';
import { countFlow, marked } from './counts.ts';

export interface Flow {
  set(running: boolean, perSecond: number): void;
  status(): { readonly running: boolean; readonly perSecond: number };
  stop(): void;
}

interface Parts {
  readonly simulator: Simulator;
  readonly clock: Clock;
  /** Who writes on each side, by id. */
  readonly cast: () => { readonly members: readonly string[]; readonly staff: readonly string[] };
}

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
const textSelect = 3;

const memberLines = [
  'Is the ferry still running tonight?',
  'I cannot find my lantern skin any more.',
  'Could someone look at my report?',
  'The event page says full, is there a waiting list?',
  'Thank you for the quick help!',
];
const staffLines = [
  'We are looking into it.',
  'That should work again now.',
  'Which account is it about?',
  'Done, please try once more.',
  'You are welcome!',
];

/** Lets members and staff write numbered messages, in turn, at an even pace. */
export function createFlow({ simulator, clock, cast }: Parts): Flow {
  let running = false;
  let perSecond = 2;
  let turn = 0;
  let cancel: (() => void) | null = null;
  const last = { m: 0, s: 0 };
  /** What was written before the flow began may stand in tickets that are closed by now. */
  let base = 0;

  const write = async () => {
    const { members, staff } = cast();
    const flowed = countFlow(simulator.world.state);
    last.m = Math.max(last.m, flowed.last.m);
    last.s = Math.max(last.s, flowed.last.s);
    turn += 1;
    const member = members[Math.floor(turn / 2) % Math.max(1, members.length)];
    if (member === undefined) return;
    const shown = flowed.ticketOf.get(member);
    const ticket = shown && shown.number > base ? shown.channelId : undefined;
    const answerer = staff[turn % Math.max(1, staff.length)];
    if (turn % 2 === 0 || ticket === undefined || answerer === undefined) {
      await answerMenu(simulator, member);
      last.m += 1;
      await simulator.person(member).dms(marked('m', last.m, lineOf(memberLines, last.m)));
      return;
    }
    if (!simulator.person(answerer).sees(ticket)) return;
    last.s += 1;
    await simulator.person(answerer).types(ticket, marked('s', last.s, lineOf(staffLines, last.s)));
  };
  const tick = async () => {
    try {
      await write();
    } catch (error) {
      // Whoever has left or may not write just does not write.
      if (!(error instanceof ApiError)) throw error;
    }
    if (running) cancel = clock.after(1000 / perSecond, () => void tick());
  };
  return {
    set(nowRunning, nowPerSecond) {
      cancel?.();
      if (!running) base = Math.max(last.m, countFlow(simulator.world.state).last.m);
      running = nowRunning;
      perSecond = nowPerSecond;
      if (running) cancel = clock.after(0, () => void tick());
    },
    status: () => ({ running, perSecond }),
    stop() {
      running = false;
      cancel?.();
    },
  };
}

/** What a bot asks before it takes a message, like a topic, would keep all that comes after it waiting. */
async function answerMenu(simulator: Simulator, member: string): Promise<void> {
  const person = simulator.person(member);
  const asked = person.readsDms().findLast(({ authorId }) => authorId !== member);
  const parts = (asked?.components ?? []).flatMap(({ components }) => (Array.isArray(components) ? components : []));
  const menu = parts.find(({ type, disabled }) => type === textSelect && disabled !== true);
  const choice: unknown = menu?.options?.[0]?.value;
  if (asked && typeof choice === 'string') await person.selects([choice], { message: asked.id });
}

function lineOf(lines: readonly string[], number: number): string {
  return lines[number % lines.length] ?? '';
}
