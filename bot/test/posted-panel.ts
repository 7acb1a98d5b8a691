import type { Message } from '../../simulator/src/state.ts';
import type { PanelStyle } from '../src/panels.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

interface Lobby {
  readonly world: World;
  readonly lobby: string;
  /** The panel as members see it. */
  readonly panel: () => Message;
}

export const topicsLine = (...topics: readonly (string | object)[]): string =>
  `topics=${JSON.stringify(topics.map((topic) => (typeof topic === 'string' ? { name: topic } : topic)))}`;

/** A server with these topics and, in a channel that everybody sees, a panel of this style. */
export async function withPanel(
  style: PanelStyle | null,
  topics: readonly (string | object)[],
  options: WorldOptions = {},
): Promise<Lobby & { readonly said: string }> {
  const world = await createWorld({ ...options, settings: [topicsLine(...topics), ...(options.settings ?? [])] });
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  await world.settle();
  await world.olga.runs('/panel post', { channel: 'lobby', ...(style !== null && { style }) }, world.logs);
  const posted = await world.olga.submits({ text: 'How can we help?', label: 'Choose what it is about' });
  await world.settle();
  const panel = (): Message => world.ada.reads(lobby)[0]!;
  return { world, lobby, panel, said: posted.message?.content ?? '' };
}

/** What can be pressed or chosen on a panel: buttons by their emoji and label, a menu as `placeholder: choices`. */
export function offered({ components }: Pick<Message, 'components'>): readonly string[] {
  type Part = { label?: string; placeholder?: string; emoji?: { name: string; id?: string }; options?: Part[] };
  const named = ({ emoji, label }: Part): string => [emoji?.id ?? emoji?.name, label].filter(Boolean).join(' ');
  const rows = components as unknown as readonly { components: readonly Part[] }[];
  return rows.flatMap(({ components: parts }) =>
    parts.map((part) =>
      part.options ? `${part.placeholder}: ${part.options.map((option) => named(option)).join(', ')}` : named(part),
    ),
  );
}

export const page = async (world: World): Promise<string> =>
  (await (await fetch(world.app().url ?? '')).text()).replaceAll('&amp;', '&').replaceAll('&quot;', '"');

export const billing = { name: 'Billing', emoji: '💳', description: 'Invoices and refunds' };
