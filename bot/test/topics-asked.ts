import type { Question, Topic } from '../src/settings/topics.ts';
import type { ChannelId } from '../src/ids.ts';
import { openStore } from '../src/store/open.ts';
import type { Ticket } from '../src/store.ts';
import type { World } from './world.ts';

type Asked = Partial<Omit<Topic, 'questions'>> & {
  readonly name: string;
  readonly questions?: readonly (Partial<Question> & { readonly label: string })[];
};

/** As an admin types it. */
export const topicsAre = (...topics: readonly Asked[]): string => `topics=${JSON.stringify(topics)}`;

export const billing: Asked = { name: 'Billing', emoji: '💳', description: 'Money and receipts' };
export const bugs: Asked = { name: 'Bugs' };
/** A question of every kind. */
export const report: Asked = {
  name: 'Report',
  questions: [
    { label: 'Who?', kind: 'short' },
    { label: 'What happened?', kind: 'long', description: 'As much as you like' },
    { label: 'How bad?', kind: 'choice', choices: ['A bit', 'Very, very'], required: false },
    { label: 'Where?', kind: 'choices', choices: ['Chat', 'Voice', 'Forum'] },
    { label: 'Proof', kind: 'file', required: false },
  ],
};

export const dmOf = (world: World): string => world.ada.readsDms()[0]!.channelId;

/** The text and the labels of what can be chosen, of the newest message in the DM that has something to choose. */
export function question(world: World): { readonly text: string; readonly choices: readonly string[] } | null {
  const asked = world.ada.readsDms().findLast((message) => message.components.length > 0);
  if (asked === undefined) return null;
  const parts = asked.components.flatMap((row) => row['components'] as Record<string, unknown>[]);
  const choices = parts.flatMap((part) => (part['options'] as { label: string }[] | undefined) ?? [part]);
  return { text: asked.content, choices: choices.map((choice) => String(choice['label' as keyof typeof choice])) };
}

/** The card of a ticket channel: its fields by name. */
export function cardOf(world: World, channel: string): Readonly<Record<string, string>> {
  const card = world.sam.reads(channel).find((message) => message.embeds[0]?.['title'] !== undefined);
  const fields = (card?.embeds[0]?.['fields'] ?? []) as readonly { name: string; value: string }[];
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

/** The newest ticket, as it is stored. */
export async function ticketOf(world: World, channel = world.ticketChannel()): Promise<Ticket | null> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  try {
    return await store.tables.tickets.byChannel(world.app().bot, channel as ChannelId);
  } finally {
    await store.close();
  }
}
